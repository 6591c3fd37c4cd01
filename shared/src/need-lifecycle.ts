import type { Transition } from './lifecycle.js'

/** States of a need. WORKFLOW §1. */
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

/** The same where a resident reads it. */
export const residentStateWords: Record<NeedState, string> = {
  ...needStateWords,
  dispatched: '已转给单位',
  closed: '已办完',
  rejected: '没有受理',
  merged: '一起办理',
}

/** The states in which a need is being worked on, as Open311 counts it. */
export const openNeedStates = ['submitted', 'dispatched', 'handling', 'waiting', 'planned'] as const
export const isOpenNeed = (state: NeedState): boolean =>
  (openNeedStates as readonly NeedState[]).includes(state)

export type NeedAct =
  | 'submit'
  | 'dispatch'
  | 'reject'
  | 'appeal'
  | 'withdraw'
  | 'correctCategory'
  | 'merge'
  | 'split'
  | 'accept'
  | 'ask'
  | 'supply'
  | 'plan'
  | 'resume'
  | 'answer'
  | 'rate'
  | 'lapse'
  | 'conclude'
  | 'reopen'

/** How many departments may assist the lead. WORKFLOW §1 "dispatch". */
export const assistingMax = 10
export const rejectExplanationMin = 10
export const appealDays = 15
export const questionsMax = 2
/** Reopening is open for 30 days after closing, once. WORKFLOW §1. */
export const reopenDays = 30
/** From this round on, a second rework, a need has another reviewer and no return. WORKFLOW §1 "rate". */
export const strictRound = 3
/** How many needs can be merged in one go. */
export const mergeMax = 500

/** What must hold for an act on a need besides state and person. WORKFLOW §1. */
export const needGuards = {
  assistingAtMostTen: `协办单位不重复、不含主办单位，最多 ${assistingMax} 个`,
  anotherDispatcher: '申诉后由另一位分拨员处理',
  explained: `理由选自清单，说明不少于 ${rejectExplanationMin} 个字`,
  appealOnce: '只能申诉一次',
  appealInTime: `不予受理后 ${appealDays} 天内`,
  notItself: '不能并入自己',
  masterOpen: '主件在办，且自身未并案',
  masterDispatched: '主件已派单，或两件都还没有派单',
  notAMaster: '没有别的诉求并入此件',
  leadIsWorking: '主办单位正在办理，没有提交答复或申请退单',
  askedAtMostTwice: `最多请诉求人补充 ${questionsMax} 次`,
  notInLastTenth: '办结时限的最后 10% 以前',
  supplied: '附文字、照片或录音',
  notUrgent: '特急、紧急事项除外',
  planned: '写明计划、责任人和公开的预计日期，日期晚于今天',
  assistsSettled: '协办单位都已答复，或写明理由免去',
  ratedThisRound: '已办结的，只限补充本轮评价',
  notByFiler: '代为提交的网格员不能评价',
  reworkedTwice: '已重办两次以上，上一轮评价仍不满意或没解决',
  firstSignature: '本轮还没有人签署',
  secondSignature: '由另一位督办员签署',
  reopenOnce: '只能重新办理一次',
  reopenInTime: `办结后 ${reopenDays} 天内`,
  reopenReason: '附文字或照片',
} as const
export type NeedGuard = keyof typeof needGuards

/** What follows from an act on a need besides its new state. WORKFLOW §1. */
export const needEffects = {
  receiptNumber: '给出受理编号',
  dispatchStarts: '分派计时开始',
  dispatchStops: '分派计时结束',
  ordersOpen: '派出工单，签收、首次联系、办结从此刻计时',
  ordersEnd: '未办完的工单取消，计时结束',
  ordersReturn: '工单和计时恢复到并案前',
  acceptStops: '签收计时结束',
  answerPauses: '办结计时暂停，补充计时 3 个工作日',
  answerResumes: '办结计时继续，补充计时结束',
  answerStops: '办结计时结束',
  planStarts: '到预计日期提醒',
  planStops: '挂账计时结束，新的办结计时 5 个工作日',
  ratingStarts: '评价计时 14 天开始，当时和第 3 天各请一次',
  ratingStops: '评价计时结束',
  mergedFollow: '并入的诉求一并答复，各自评价',
  mergedReturn: '并入的诉求恢复单独办理',
  masterDue: '主件办结时限取最早的一个',
  rework: '轮次加一，同一主办单位，时限减半',
  told: '告知诉求人',
} as const
export type NeedEffect = keyof typeof needEffects

/**
 * Acts on a need. WORKFLOW §1. The server enforces this table and the screens show what it allows.
 * A rating is one judgement in two taps: the face first, "solved or not" after it. A second tap that says
 * "not solved" therefore leads from closed to rework as the first would have (docs/adr/0006).
 */
export const needActs: readonly Transition<NeedState, NeedAct, NeedGuard, NeedEffect>[] = [
  {
    act: 'submit',
    from: [null],
    to: 'submitted',
    by: ['complainant', 'gridWorker'],
    effects: ['receiptNumber', 'dispatchStarts', 'told'],
  },
  {
    act: 'dispatch',
    from: ['submitted'],
    to: 'dispatched',
    by: ['system', 'dispatcher'],
    guards: ['anotherDispatcher', 'assistingAtMostTen'],
    effects: ['dispatchStops', 'ordersOpen', 'told'],
  },
  {
    act: 'reject',
    from: ['submitted'],
    to: 'rejected',
    by: ['dispatcher'],
    guards: ['anotherDispatcher', 'explained'],
    effects: ['dispatchStops', 'mergedReturn', 'told'],
  },
  {
    act: 'appeal',
    from: ['rejected'],
    to: 'submitted',
    by: ['complainant'],
    guards: ['appealOnce', 'appealInTime'],
    effects: ['dispatchStarts'],
  },
  {
    act: 'withdraw',
    from: ['submitted', 'dispatched', 'handling', 'waiting'],
    to: 'withdrawn',
    by: ['complainant'],
    effects: ['dispatchStops', 'ordersEnd', 'mergedReturn'],
  },
  {
    act: 'correctCategory',
    from: ['submitted', 'dispatched'],
    to: 'submitted',
    by: ['complainant'],
    outcome: 'triage',
    effects: ['ordersEnd', 'dispatchStarts'],
  },
  {
    act: 'correctCategory',
    from: ['submitted', 'dispatched'],
    to: 'dispatched',
    by: ['complainant'],
    outcome: 'dispatched',
    effects: ['ordersEnd', 'dispatchStops', 'ordersOpen', 'told'],
  },
  {
    act: 'merge',
    from: ['submitted', 'dispatched', 'handling'],
    to: 'merged',
    by: ['dispatcher'],
    guards: ['notItself', 'masterOpen', 'masterDispatched', 'notAMaster'],
    effects: ['dispatchStops', 'ordersEnd', 'masterDue', 'told'],
  },
  {
    act: 'split',
    from: ['merged'],
    to: 'submitted',
    by: ['dispatcher', 'system'],
    outcome: 'submitted',
    effects: ['ordersReturn', 'told'],
  },
  {
    act: 'split',
    from: ['merged'],
    to: 'dispatched',
    by: ['dispatcher', 'system'],
    outcome: 'dispatched',
    effects: ['ordersReturn', 'told'],
  },
  {
    act: 'split',
    from: ['merged'],
    to: 'handling',
    by: ['dispatcher', 'system'],
    outcome: 'handling',
    effects: ['ordersReturn', 'told'],
  },
  {
    act: 'accept',
    from: ['dispatched'],
    to: 'handling',
    by: ['handler'],
    effects: ['acceptStops', 'told'],
  },
  {
    act: 'ask',
    from: ['handling'],
    to: 'waiting',
    by: ['handler'],
    guards: ['leadIsWorking', 'askedAtMostTwice', 'notInLastTenth'],
    effects: ['answerPauses', 'told'],
  },
  {
    act: 'supply',
    from: ['waiting'],
    to: 'handling',
    by: ['complainant'],
    outcome: 'supplied',
    guards: ['supplied'],
    effects: ['answerResumes'],
  },
  {
    act: 'supply',
    from: ['waiting'],
    to: 'handling',
    by: ['system'],
    outcome: 'expired',
    effects: ['answerResumes', 'told'],
  },
  {
    act: 'plan',
    from: ['handling'],
    to: 'planned',
    by: ['supervisor'],
    guards: ['notUrgent', 'leadIsWorking', 'planned'],
    effects: ['answerStops', 'planStarts', 'told'],
  },
  {
    act: 'resume',
    from: ['planned'],
    to: 'handling',
    by: ['supervisor', 'system'],
    effects: ['planStops', 'told'],
  },
  {
    act: 'answer',
    from: ['handling'],
    to: 'answered',
    by: ['reviewer', 'system'],
    outcome: 'lead',
    guards: ['assistsSettled'],
    effects: ['answerStops', 'ratingStarts', 'mergedFollow', 'told'],
  },
  {
    act: 'answer',
    from: ['merged'],
    to: 'answered',
    by: ['system'],
    outcome: 'withMaster',
    effects: ['ratingStarts', 'told'],
  },
  {
    act: 'rate',
    from: ['answered'],
    to: 'closed',
    by: ['complainant'],
    outcome: 'content',
    guards: ['notByFiler'],
    effects: ['ratingStops'],
  },
  {
    act: 'rate',
    from: ['answered', 'closed'],
    to: 'handling',
    by: ['complainant'],
    outcome: 'rework',
    guards: ['ratedThisRound', 'notByFiler'],
    effects: ['ratingStops', 'rework', 'ordersOpen', 'told'],
  },
  {
    act: 'lapse',
    from: ['answered'],
    to: 'closed',
    by: ['system'],
    effects: ['ratingStops', 'told'],
  },
  {
    act: 'conclude',
    from: ['answered'],
    to: 'answered',
    by: ['supervisor'],
    outcome: 'first',
    guards: ['reworkedTwice', 'firstSignature'],
  },
  {
    act: 'conclude',
    from: ['answered'],
    to: 'closed',
    by: ['supervisor'],
    outcome: 'second',
    guards: ['reworkedTwice', 'secondSignature'],
    effects: ['ratingStops', 'told'],
  },
  {
    act: 'reopen',
    from: ['closed'],
    to: 'handling',
    by: ['complainant'],
    guards: ['reopenOnce', 'reopenInTime', 'reopenReason'],
    effects: ['rework', 'ordersOpen', 'told'],
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

export const needTextMax = 2000
export const attachmentsMax = 9
