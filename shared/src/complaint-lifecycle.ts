import type { Transition } from './lifecycle.js'

/** States of a complaint. WORKFLOW §3. */
export const complaintStates = [
  'filed',
  'responded',
  'investigating',
  'answered',
  'resolved',
  'rechecking',
  'escalated',
  'unresolved',
  'void',
] as const
export type ComplaintState = (typeof complaintStates)[number]

export const complaintStateWords: Record<ComplaintState, string> = {
  filed: '已提交',
  responded: '已响应',
  investigating: '核查中',
  answered: '已答复待确认',
  resolved: '已解决',
  rechecking: '复核中',
  escalated: '提级督办',
  unresolved: '办结未解决',
  void: '已撤回',
}

export type ComplaintAct = 'file' | 'addWords' | 'respond' | 'withdraw'

/**
 * Acts on a complaint, as far as they are built: from the tap to a person's response. WORKFLOW §3. The server
 * enforces this table and the screens show what it allows.
 */
export const complaintActs: readonly Transition<ComplaintState, ComplaintAct>[] = [
  {
    act: 'file',
    from: [null],
    to: 'filed',
    by: ['complainant'],
    guard: '诉求未撤回，没有正在处理的投诉',
  },
  { act: 'addWords', from: ['filed'], to: 'filed', by: ['complainant'] },
  { act: 'addWords', from: ['responded'], to: 'responded', by: ['complainant'] },
  {
    act: 'respond',
    from: ['filed'],
    to: 'responded',
    by: ['supervisor'],
    guard: '由督办员本人联系，写明方式和内容；被投诉单位的人不得办理',
  },
  { act: 'withdraw', from: ['filed', 'responded'], to: 'void', by: ['complainant'] },
]

/** The states in which a complaint waits for somebody; while it does, a second one is the same one. */
export const openComplaintStates = [
  'filed',
  'responded',
  'investigating',
  'answered',
  'rechecking',
  'escalated',
] as const satisfies readonly ComplaintState[]

/** A person of the supervision office responds within so many hours, nights and holidays included. */
export const complaintResponseHours = 24
/** The words of a complaint, and of what is added to it, are at most so long. */
export const complaintWordsMax = 500
/** All words of a complaint together. */
export const complaintTextMax = 2000
