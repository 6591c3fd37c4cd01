import type { EscalationCause, SupervisionCause, SupervisionState } from '@minsheng/shared'
import { formatDays } from '@minsheng/shared'

/** Chinese text of what anybody may see. */
export const aroundWords = {
  title: '身边办成的事',
  share: '看看身边办成了哪些事',
  views: { solved: '办成的事', rates: '各单位', trust: '信息怎么用' },
  viewsLabel: '看什么',
  areas: '看哪里',
  street: '本街道',
  district: '全区',
  week: '最近 7 天，办成并由反映的人评价过的事',
  took: (days: number) => (days === 0 ? '当天办完' : `${days} 天办完`),
  face: (words: string) => `评价${words}`,
  by: (department: string) => `${department}办理`,
  emptyTitle: '这里最近 7 天还没有',
  emptyNear: '可以看看全区办成了什么',
  emptyDistrict: '您遇到了困难，一句话就能提交',
  wider: '看全区',
  file: '去提交',
  more: '看更多身边办成的事',
  photo: (what: string) => `${what}，办理后的照片`,
  all: '全区',
  ratesHint: (from: string, to: string, now: Date) => `${formatDays(from, to, now)}，由反映的人评价得出`,
  rated: (n: number) => `${n} 人评价`,
  few: '评价还少，暂不显示比例',
  fewTitle: '评价还少的单位',
  solved: '解决了',
  satisfied: '满意',
  contacted: '联系过反映的人',
  onTime: '按时办完',
  none: '—',
  ratesNote: '评价满 10 件才显示比例。这里的数字和区里考核用的是同一份。',
  noRatesTitle: '最近 90 天还没有评价',
  noRates: '有人评价后，这里就能看到',
} as const

/** What happens with what one tells us; each a question that people ask. */
export const trustWords: readonly { question: string; answer: string }[] = [
  {
    question: '谁能看到我的电话和住址？',
    answer: '只有办理这件事的工作人员。平时遮盖，要看就得写明原因，每次都有记录。',
  },
  {
    question: '选了“隐匿身份”呢？',
    answer: '办理的单位看不到您的姓名和电话，由平台代为联系。这件事也不会出现在公示里。',
  },
  {
    question: '公示里会有我写的话吗？',
    answer: '不会。公示只写办的是哪类事、在哪个社区、怎么办的。电话、门牌、车牌和姓名都会盖住。',
  },
  {
    question: '谁说了算“办好了”？',
    answer: '您说了算。您点“没解决”，就重新办理。对办理不满意，可以一键投诉，24 小时内有专人联系您。',
  },
  {
    question: '投诉会被办理的单位知道吗？',
    answer: '投诉由监督人员处理，办理的单位看不到是谁投诉的。',
  },
]

export const listedWords = {
  title: '公开监督',
  hint: '长期没有办好的事，由专人盯着办，办理情况在这里公开。居民的姓名、电话和原话不公开。',
  in: (department: string) => `${department}负责`,
  around: '看身边办成的事',
  office: '热线与监督',
  unsorted: '尚未分派的诉求',
  late: '说明超期',
  cause: '公开原因',
  since: '公开时间',
  until: '限期说明',
  settledAt: '办完时间',
  states: {
    issued: '等单位说明',
    answered: '已说明',
    settled: '已办完',
    revoked: '已撤销',
  } satisfies Record<SupervisionState, string>,
  causes: {
    overdue: '超过答复时间',
    overdueTwice: '超过答复时间一倍',
    overdueThrice: '超过答复时间两倍',
    secondRework: '两次办理仍不满意',
    thirdRework: '重办三次仍不满意',
    thirdReturn: '三个单位都说不归自己办',
    group: '附近多人反映同一件事',
    complaintSilent: '投诉满 24 小时没有人联系',
    byHand: '工作人员要求尽快办好',
  } satisfies Record<SupervisionCause, string>,
  emptyTitle: '现在没有公开监督的事',
  empty: '有的话会在这里公开',
} as const

/** Escalated complaints: of whom and what, nothing of whose. */
export const publicComplaintWords = {
  views: { listed: '没办好的事', complaints: '没解决的投诉', projects: '每月一题' },
  viewsLabel: '看什么',
  hint: '投诉后仍没有解决的，由上级盯着办，进展在这里公开。投诉人的姓名、电话和原话不公开。',
  in: (department: string) => `被投诉：${department}`,
  service: '热线与服务',
  unsorted: '对服务的投诉',
  causes: {
    refused: '重新核实后投诉人仍不认可',
    overdue: '超过答复时间',
    repeated: '同一单位同一类事，30 天内三件以上投诉',
  } satisfies Record<EscalationCause, string>,
  states: { open: '正在催办', resolved: '已解决', unresolved: '如实记为未解决', void: '已撤回' },
  endedAt: '结束时间',
  emptyTitle: '现在没有公开的投诉',
} as const
