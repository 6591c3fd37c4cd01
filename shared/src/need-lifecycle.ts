import type { Transition } from './lifecycle.js'

/** States of a need as the resident sees it. WORKFLOW §1. */
export const needStates = [
  'submitted',
  'dispatched',
  'handling',
  'waiting',
  'planned',
  'answered',
  'closed',
  'rejected',
  'withdrawn',
  'merged',
] as const
export type NeedState = (typeof needStates)[number]

export const needStateWords: Record<NeedState, string> = {
  submitted: '已提交',
  dispatched: '已派单',
  handling: '办理中',
  waiting: '请您补充',
  planned: '列入计划',
  answered: '已答复，请评价',
  closed: '已办结',
  rejected: '不予受理',
  withdrawn: '已撤回',
  merged: '已并案',
}

export type NeedAct =
  'submit' | 'dispatch' | 'reject' | 'withdraw' | 'correctCategory' | 'accept' | 'answer' | 'rate' | 'reopen'

/**
 * Acts on a need. WORKFLOW §1. The server enforces this table and the screens show what it allows.
 * A rating is one judgement in two taps: the face first, "solved or not" after it. A second tap that says
 * "not solved" therefore leads from closed to rework as the first would have (docs/adr/0006).
 */
export const needActs: readonly Transition<NeedState, NeedAct>[] = [
  { act: 'submit', from: [null], to: 'submitted', by: ['complainant', 'gridWorker'] },
  {
    act: 'dispatch',
    from: ['submitted'],
    to: 'dispatched',
    by: ['system', 'dispatcher'],
    guard: '一个主办单位',
  },
  {
    act: 'reject',
    from: ['submitted'],
    to: 'rejected',
    by: ['dispatcher'],
    guard: '理由选自清单，说明不少于 10 个字',
  },
  {
    act: 'withdraw',
    from: ['submitted', 'dispatched', 'handling', 'waiting'],
    to: 'withdrawn',
    by: ['complainant'],
    guard: '尚未答复',
  },
  {
    act: 'correctCategory',
    from: ['submitted', 'dispatched'],
    to: 'submitted',
    by: ['complainant'],
    outcome: 'triage',
    guard: '尚未签收；更正后的分类没有对应的单位，由分拨员确认',
  },
  {
    act: 'correctCategory',
    from: ['submitted', 'dispatched'],
    to: 'dispatched',
    by: ['complainant'],
    outcome: 'dispatched',
    guard: '尚未签收；按更正后的分类重新派单',
  },
  { act: 'accept', from: ['dispatched'], to: 'handling', by: ['handler'] },
  {
    act: 'answer',
    from: ['handling'],
    to: 'answered',
    by: ['reviewer', 'system'],
    guard: '主办答复经审核通过',
  },
  {
    act: 'rate',
    from: ['answered'],
    to: 'closed',
    by: ['complainant'],
    outcome: 'content',
    guard: '基本满意及以上，且未说没解决',
  },
  {
    act: 'rate',
    from: ['answered', 'closed'],
    to: 'handling',
    by: ['complainant'],
    outcome: 'rework',
    guard: '不满意或没解决：同一事务内重办；已办结时限本轮评价的补充',
  },
  {
    act: 'reopen',
    from: ['closed'],
    to: 'handling',
    by: ['complainant'],
    guard: '30 天内，一次，附文字或照片',
  },
]

/** How an answer calls its result. WORKFLOW §1. */
export const answerResults = ['solved', 'partlySolved', 'explained', 'transferred'] as const
export type AnswerResult = (typeof answerResults)[number]
export const answerResultWords: Record<AnswerResult, string> = {
  solved: '已解决',
  partlySolved: '部分解决',
  explained: '已解释未解决',
  transferred: '转专业渠道',
}

/** Reasons for which a need may be rejected; the dispatcher adds at least ten characters of explanation. */
export const rejectReasons = ['notDistrict', 'judicial', 'duplicate', 'unclear', 'notPublic'] as const
export type RejectReason = (typeof rejectReasons)[number]
export const rejectReasonWords: Record<RejectReason, string> = {
  notDistrict: '不属于本区管辖',
  judicial: '已进入诉讼、仲裁或复议程序',
  duplicate: '同一事项正在办理',
  unclear: '内容无法辨认，联系不上',
  notPublic: '不属于公共服务事项',
}

/** Five faces, 5 is the best. */
export const ratingLevels = [1, 2, 3, 4, 5] as const
export type RatingLevel = (typeof ratingLevels)[number]
export const ratingLevelWords: Record<RatingLevel, string> = {
  1: '很不满意',
  2: '不满意',
  3: '基本满意',
  4: '满意',
  5: '非常满意',
}

/** Tags that a rating can carry, by whether the face was a good one. */
export const ratingTags = {
  content: ['速度快', '态度好', '说得清楚', '修得好'],
  discontent: ['没修好', '拖得久', '态度不好', '没人联系', '答非所问'],
} as const

/** Whether a rating sends the need back: dissatisfied, or said to be unsolved. WORKFLOW §1 "rate". */
export const asksForRework = (rating: { level: RatingLevel; solved: boolean | null }): boolean =>
  rating.level <= 2 || rating.solved === false

/** Reopening is open for 30 days after closing, once. WORKFLOW §1. */
export const reopenDays = 30
export const rejectExplanationMin = 10
export const needTextMax = 2000
export const attachmentsMax = 9
