import type { RatingLevel } from '@minsheng/shared'
import type { ExportFormat } from './export-job.entity.js'

type Naming = (scope: string, from: string, to: string) => string
const list: Naming = (scope, from, to) => `${scope}工单${from}至${to}`
const report: Naming = (scope, from, to) => `${scope}服务质量报告${from}至${to}`
const fileName: Record<ExportFormat, Naming> = { csv: list, xlsx: list, docx: report }

const satisfied: Record<RatingLevel, string> = {
  1: '不满意',
  2: '不满意',
  3: '基本满意',
  4: '满意',
  5: '满意',
}

export const exportWords = {
  yes: '是',
  no: '否',
  notRated: '未评价',
  satisfied,
  sheet: '工单',
  /** From the first to the last day. */
  fileName,
  tooManyForXlsx: '超过了 Excel 表格能放的 1048575 行，请改选 CSV，或缩短时间',
  failed: '没有导出成功，请稍后再试一次；还不行，请联系管理员',
}

/** Of the sheet of one order. */
export const sheetWords = {
  title: (department: string) => `民生诉求工单（${department}）`,
  fileName: (receiptNo: string, department: string) => `工单${receiptNo}${department}.pdf`,
  facts: {
    receiptNo: '受理编号',
    title: '标题',
    state: '工单状态',
    category: '问题分类',
    lead: '主办单位',
    assist: '协办单位',
    round: '办理轮次',
    dispatched: '派单时间',
    accepted: '签收时间',
    contacted: '首次联系',
    due: '办理期限',
    firstDue: '原定期限',
    place: '地点',
    person: '诉求人',
    files: '附件',
    reminders: '居民催办',
    answered: '答复时间',
    result: '办理结果',
    evidence: '照片说明',
  },
  head: {
    text: '诉求内容',
    answer: '办理答复',
    rating: '上一次的评价',
    others: '同一诉求的其他工单',
    events: '办理经过',
  },
  round: (round: number) => `第 ${round} 次办理`,
  provisional: '（暂定，待放假安排公布）',
  overdue: '（已超时）',
  files: (count: number) => `${count} 件，请在系统中查看`,
  times: (count: number) => `${count} 次`,
  anonymous: '要求隐匿身份',
  signing: ['承办人', '审核人', '日期'],
  foot: (name: string, at: string, reason: string) =>
    `${name} 于 ${at} 打印，用途：${reason}。含居民信息，请勿外传。`,
} as const
