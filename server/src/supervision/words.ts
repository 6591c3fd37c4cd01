import {
  clockWords,
  formatPromise,
  supervisionLevelWords,
  type ClockKind,
  type SupervisionCause,
  type SupervisionLevel,
  type SupervisionRule,
} from '@minsheng/shared'

/** What a rule demands of the department. */
export const demands: Record<Exclude<SupervisionCause, 'byHand'>, string> = {
  overdue: '已超过时限。请说明原因，联系诉求人，并写明何时办好',
  overdueTwice: '超过时限一倍仍未办好。请负责人过问，说明原因和办结日期',
  overdueThrice: '超过时限两倍仍未办好，挂牌督办。请主要负责人牵头，限期办结并公开结果',
  secondRework: '两次办理居民都不满意。请换人复核，到现场查看，与居民当面沟通',
  thirdRework: '已重办三次仍不满意，挂牌督办。请主要负责人牵头解决',
  thirdReturn: '三个单位先后退单，挂牌督办。请先办理，责任另行明确',
  group: '附近多位居民反映同一件事。请合并查看、一次解决，并逐一答复',
  complaintSilent: '投诉已满 24 小时无人响应。请立即由专人联系投诉人',
}

/** Where it is, when it is about no one place. */
export const wholeDistrict = '全区'

/** What staff read of the 24 hours of a complaint that is about no need. */
export const complaintWarnings: Partial<Record<SupervisionRule['cause'], (title: string) => string>> = {
  complaintHalfway: (title) => `一件${title}已过 12 小时没有响应，请尽快联系`,
  complaintUrgent: (title) => `一件${title}已过 20 小时没有响应，请马上联系`,
}

interface About {
  title: string
  complaintId?: string | null
  clock?: ClockKind
  dueAt?: Date | null
}

/** What staff read in their notices. */
export const noticeWords = {
  dueSoon: ({ title, clock, dueAt }: About, now: Date): string =>
    `“${title}”的${clock ? clockWords[clock] : ''}时限快到了${dueAt ? `，请在${formatPromise(dueAt, now)}完成` : ''}`,
  issued: ({ title, complaintId }: About, level: SupervisionLevel, dueAt: Date, now: Date): string =>
    `${complaintId ? `一件${title}满 24 小时没有响应，` : `“${title}”`}已${supervisionLevelWords[level]}，请在${formatPromise(dueAt, now)}反馈`,
  reminded: ({ title }: About, times: number): string => `居民第 ${times} 次催办“${title}”`,
  silent: ({ title }: About): string => `“${title}”的督办到期没有反馈，请马上反馈`,
  answered: ({ title }: About): string => `“${title}”的督办有了反馈，请看看能否办结`,
  askedAgain: ({ title }: About, dueAt: Date, now: Date): string =>
    `“${title}”的督办反馈要补充，请在${formatPromise(dueAt, now)}重新反馈`,
  settled: ({ title }: About): string => `“${title}”的督办已办结`,
  revoked: ({ title }: About): string => `“${title}”的督办已撤销`,
}
