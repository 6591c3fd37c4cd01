import type { Transition } from './lifecycle.js'
import { HOUR } from './time.js'

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

/** What the rate below asks of a complaint. */
export interface ResponseTimes {
  filedAt: Date
  respondedAt: Date | null
  /** Withdrawn, or a duplicate: its own column in reports. */
  isVoid: boolean
}

/**
 * 24 小时响应率: responded within 24 h ÷ valid complaints that were responded to or are past 24 h; null when there
 * are none. WORKFLOW §3. One that is still within its 24 h counts neither way.
 */
export function complaintResponseRate(complaints: readonly ResponseTimes[], now: Date): number | null {
  const dueOf = ({ filedAt }: ResponseTimes) => filedAt.getTime() + complaintResponseHours * HOUR
  const counted = complaints.filter(
    (each) => !each.isVoid && (each.respondedAt !== null || now.getTime() > dueOf(each)),
  )
  if (counted.length === 0) return null
  const inTime = counted.filter((each) => each.respondedAt && each.respondedAt.getTime() <= dueOf(each))
  return inTime.length / counted.length
}
