import { formatMonth } from '@minsheng/shared'

const monthName = (month: string) => formatMonth(month, new Date())

/** 每月一题: what the figures propose, and what the district has taken up. */
export const monthlyWords = {
  title: '每月一题',
  hint: '系统按件数、增长和没解决的多少提出建议，由区里选定；选了就写明怎么解决、谁负责，之后和选之前比一比。',
  month: monthName,
  proposals: (month: string) => `${monthName(month)}的建议`,
  noProposals: '这个月没有突出的问题',
  facts: (needs: number, before: number) => `反映 ${needs} 件，前一个月 ${before} 件`,
  judged: (rated: number, solved: number) =>
    rated === 0 ? '还没有评价' : `${rated} 件有评价，解决 ${solved} 件`,
  isChosen: '已选定',
  choose: '选为题目',
  department: '牵头单位',
  departmentEmpty: '请选择牵头单位',
  owner: '负责人',
  plan: '怎么解决',
  planHint: '做什么、做到什么程度，10 到 2000 个字',
  dueOn: '完成日期',
  dueHint: '例如 2026-12-31',
  chosen: '选定的题目',
  noneTitle: '还没有选定的题目',
  before: '选之前',
  after: '最近',
  noAfter: '下个月起有数据',
  due: (day: string) => `${day}前完成`,
  finish: '写结果',
  result: '结果',
  resultHint: '做成了什么，10 到 2000 个字',
  /** For everybody. */
  publicHint: '反映得多、又没解决好的，区里每月选出来集中办。怎么办、谁负责、办得怎样，都在这里。',
  publicEmpty: '区里选定后，会在这里公开',
  complain: '不满意，投诉',
  complainHint: '点一下就提交，24 小时内有专人联系您',
  complained: '投诉已提交，24 小时内有专人联系您',
  openComplaint: '看我的投诉',
  done: '已完成',
  running: '进行中',
} as const
