import type { Transition } from './lifecycle.js'
import { assistingMax } from './need-lifecycle.js'

/** States of one department's share of a need. WORKFLOW §2. */
export const workOrderStates = [
  'pending',
  'working',
  'returning',
  'reviewing',
  'done',
  'returned',
  'cancelled',
] as const
export type WorkOrderState = (typeof workOrderStates)[number]

export const workOrderStateWords: Record<WorkOrderState, string> = {
  pending: '待签收',
  working: '办理中',
  returning: '退单待裁',
  reviewing: '待审核',
  done: '已答复',
  returned: '已退回',
  cancelled: '已取消',
}

export type WorkOrderAct =
  | 'dispatch'
  | 'accept'
  | 'contact'
  | 'assist'
  | 'waive'
  | 'extend'
  | 'decideExtension'
  | 'requestReturn'
  | 'decideReturn'
  | 'submitAnswer'
  | 'approve'
  | 'sendBack'
  | 'cancel'
  | 'restore'

/** An answer needs at least so many characters. WORKFLOW §2 "submitAnswer". */
export const answerTextMin = 20
/** Words on when and where a photo was taken, where the phone does not say it, in at least so many characters. */
export const evidenceNoteMin = 4
/** An extension is of at most so many workdays. WORKFLOW §2 "extend". */
export const extensionMax = 10
/** Why an assisting department need not answer any more, in at least so many characters. */
export const waiverMin = 10
/** So many return requests on one need; the last one is final. WORKFLOW §2 "decideReturn". */
export const returnsMax = 2

/** What must hold for an act on a work order besides state and person. WORKFLOW §2. */
export const workOrderGuards = {
  needInHandling: '诉求在办，不在等待补充或挂账',
  leadOnly: '主办工单',
  assistOnly: '协办工单',
  assistingAtMostTen: `协办单位不重复、不含主办单位，最多 ${assistingMax} 个`,
  waived: `写明免去协办的理由，不少于 ${waiverMin} 个字`,
  extendOnce: '只能延期一次',
  extendInTime: '办结时限以前',
  extendAtMostTen: `1 到 ${extensionMax} 个工作日`,
  extensionAsked: '承办单位已申请延期',
  returnInTime: '派单后 4 个工作小时内，且不超过 2 个工作日',
  returnOnce: `每个单位一次，每件诉求最多 ${returnsMax} 次`,
  returnBeforeSecondRework: '第二次重办起不得退单',
  departmentFree: '改派的单位没有在办的工单',
  answerLong: `答复不少于 ${answerTextMin} 个字`,
  contacted: '已联系诉求人，重办须重新联系',
  answerNew: '重办须重新答复，不得照抄上一轮',
  evidence: '按分类要求附有时间、地点的现场照片，手机没有记下的，写明何时、在哪里拍的',
  assistsSettled: '协办单位都已答复，或写明理由免去',
  notHandledByReviewer: '审核人未经办此单',
  anotherReviewer: '第二次重办起换一位审核人',
} as const
export type WorkOrderGuard = keyof typeof workOrderGuards

/** What follows from an act on a work order besides its new state. WORKFLOW §2. */
export const workOrderEffects = {
  clocksStart: '签收、首次联系、办结从派单时计时',
  clocksStop: '未到的计时结束',
  clocksReturn: '计时恢复到并案前',
  acceptStops: '签收计时结束',
  contactStops: '首次联系计时结束',
  answerStops: '办结计时结束',
  answerExtends: '办结时限延后，最初的时限仍然可见',
  needHandled: '主办签收，诉求转为办理中',
  needAnswered: '主办答复，诉求转为已答复',
  assistsOpen: '派出协办工单，各自计时',
  passesOn: '改派的单位接续办结计时，至少有一半时限',
  told: '告知诉求人',
} as const
export type WorkOrderEffect = keyof typeof workOrderEffects

/** Acts on a work order. WORKFLOW §2. The server enforces this table and the screens show what it allows. */
export const workOrderActs: readonly Transition<
  WorkOrderState,
  WorkOrderAct,
  WorkOrderGuard,
  WorkOrderEffect
>[] = [
  {
    act: 'dispatch',
    from: [null],
    to: 'pending',
    by: ['system', 'dispatcher', 'complainant', 'handler'],
    effects: ['clocksStart'],
  },
  {
    act: 'accept',
    from: ['pending'],
    to: 'working',
    by: ['handler'],
    effects: ['acceptStops', 'needHandled'],
  },
  { act: 'contact', from: ['working'], to: 'working', by: ['handler'], effects: ['contactStops'] },
  {
    act: 'assist',
    from: ['pending'],
    to: 'pending',
    by: ['handler', 'dispatcher'],
    guards: ['leadOnly', 'assistingAtMostTen'],
    effects: ['assistsOpen'],
  },
  {
    act: 'assist',
    from: ['working'],
    to: 'working',
    by: ['handler', 'dispatcher'],
    guards: ['leadOnly', 'assistingAtMostTen'],
    effects: ['assistsOpen'],
  },
  {
    act: 'waive',
    from: ['pending', 'working', 'returning', 'reviewing'],
    to: 'cancelled',
    by: ['lead'],
    guards: ['assistOnly', 'waived'],
    effects: ['clocksStop'],
  },
  {
    act: 'submitAnswer',
    from: ['working'],
    to: 'reviewing',
    by: ['handler'],
    outcome: 'reviewed',
    guards: ['needInHandling', 'answerLong', 'contacted', 'answerNew', 'evidence', 'assistsSettled'],
  },
  {
    act: 'submitAnswer',
    from: ['working'],
    to: 'done',
    by: ['handler'],
    outcome: 'unreviewed',
    guards: ['needInHandling', 'answerLong', 'contacted', 'answerNew', 'evidence', 'assistsSettled'],
    effects: ['answerStops', 'needAnswered'],
  },
  {
    act: 'extend',
    from: ['working'],
    to: 'working',
    by: ['handler'],
    guards: ['needInHandling', 'extendOnce', 'extendInTime', 'extendAtMostTen'],
  },
  {
    act: 'decideExtension',
    from: ['working'],
    to: 'working',
    by: ['supervisor'],
    outcome: 'granted',
    guards: ['extensionAsked', 'needInHandling'],
    effects: ['answerExtends', 'told'],
  },
  {
    act: 'decideExtension',
    from: ['working'],
    to: 'working',
    by: ['supervisor'],
    outcome: 'refused',
    guards: ['extensionAsked'],
  },
  {
    act: 'requestReturn',
    from: ['pending', 'working'],
    to: 'returning',
    by: ['handler'],
    guards: ['needInHandling', 'returnInTime', 'returnBeforeSecondRework', 'returnOnce'],
  },
  {
    act: 'decideReturn',
    from: ['returning'],
    to: 'returned',
    by: ['dispatcher'],
    outcome: 'elsewhere',
    guards: ['departmentFree'],
    effects: ['clocksStop', 'passesOn', 'told'],
  },
  { act: 'decideReturn', from: ['returning'], to: 'working', by: ['dispatcher'], outcome: 'back' },
  { act: 'decideReturn', from: ['returning'], to: 'pending', by: ['dispatcher'], outcome: 'backUnaccepted' },
  {
    act: 'approve',
    from: ['reviewing'],
    to: 'done',
    by: ['reviewer'],
    guards: ['notHandledByReviewer', 'anotherReviewer', 'assistsSettled'],
    effects: ['answerStops', 'needAnswered'],
  },
  {
    act: 'sendBack',
    from: ['reviewing'],
    to: 'working',
    by: ['reviewer'],
    guards: ['notHandledByReviewer'],
  },
  {
    act: 'cancel',
    from: ['pending', 'working', 'returning', 'reviewing'],
    to: 'cancelled',
    by: ['system', 'complainant'],
    effects: ['clocksStop'],
  },
  {
    act: 'restore',
    from: ['cancelled'],
    to: 'pending',
    by: ['system'],
    outcome: 'pending',
    effects: ['clocksReturn'],
  },
  {
    act: 'restore',
    from: ['cancelled'],
    to: 'working',
    by: ['system'],
    outcome: 'working',
    effects: ['clocksReturn'],
  },
  {
    act: 'restore',
    from: ['cancelled'],
    to: 'returning',
    by: ['system'],
    outcome: 'returning',
    effects: ['clocksReturn'],
  },
  {
    act: 'restore',
    from: ['cancelled'],
    to: 'reviewing',
    by: ['system'],
    outcome: 'reviewing',
    effects: ['clocksReturn'],
  },
]

/** The states in which an order counts as open work of its department. */
export const openWorkOrderStates = ['pending', 'working', 'returning', 'reviewing'] as const

export const contactWays = ['phone', 'visit', 'wechat'] as const
export type ContactWay = (typeof contactWays)[number]
export const contactWayWords: Record<ContactWay, string> = {
  phone: '打电话',
  visit: '上门',
  wechat: '发微信',
}
