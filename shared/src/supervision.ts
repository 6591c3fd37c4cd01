import type { ClockKind, Limit } from './clocks.js'
import { shanghaiDate } from './time.js'

export const supervisionLevels = [1, 2, 3] as const
export type SupervisionLevel = (typeof supervisionLevels)[number]
export const supervisionLevelWords: Record<SupervisionLevel, string> = {
  1: '一级督办',
  2: '二级督办',
  3: '挂牌督办',
}

/** How long a department has to answer for a supervision order. WORKFLOW §6 ★ */
export const supervisionLimits: Record<SupervisionLevel, Limit> = {
  1: { amount: 3, unit: 'workdays' },
  2: { amount: 2, unit: 'workdays' },
  3: { amount: 1, unit: 'workdays' },
}

/** Why something is supervised. Each but `byHand` is a rule of WORKFLOW §6. */
export const supervisionCauses = [
  'overdue',
  'overdueTwice',
  'overdueThrice',
  'secondRework',
  'thirdRework',
  'thirdReturn',
  'group',
  'complaintSilent',
  'byHand',
] as const
export type SupervisionCause = (typeof supervisionCauses)[number]
export const supervisionCauseWords: Record<SupervisionCause, string> = {
  overdue: '超过时限',
  overdueTwice: '超过时限一倍',
  overdueThrice: '超过时限两倍',
  secondRework: '两次办理仍不满意',
  thirdRework: '三次重办',
  thirdReturn: '三个单位退单',
  group: '群体诉求',
  complaintSilent: '投诉 24 小时未响应',
  byHand: '督办员交办',
}

/** Who is told when a rule fires: of the department, or of the whole district. */
export type Told = 'handler' | 'reviewer' | 'leader' | 'dispatcher' | 'supervisor' | 'districtLeader'

/** Something that may give cause for supervision. `count` is how often it has happened by now. */
export type Signal =
  | { on: 'yellow' | 'halfway' | 'urgent' | 'red' | 'twice' | 'thrice'; clock: ClockKind }
  | { on: 'rework' | 'return' | 'near'; count: number }

interface Rule {
  on: Signal['on']
  /** Fires from so many on. */
  from?: number
  /** Of these clocks alone. */
  clocks?: readonly ClockKind[]
  /** Fires once for one of these. */
  once: 'clock' | 'order' | 'need' | 'complaint'
  tells: readonly Told[]
}
/** A rule that only tells. */
export type WarningRule = Rule & { cause: 'dueSoon' | 'complaintHalfway' | 'complaintUrgent'; level: 0 }
/** A rule that makes a supervision order. */
export type OrderRule = Rule & { cause: SupervisionCause; level: SupervisionLevel }
export type SupervisionRule = WarningRule | OrderRule

/** Limits of the office's own work. What waits for the resident, or is supervision itself, is not among them. */
const limitsOfWork = ['dispatch', 'accept', 'contact', 'answer'] as const
const department = ['handler', 'leader'] as const

/** 5 needs of one category within 250 m in 7 days are one matter. WORKFLOW §6.3 */
export const groupRule = { needs: 5, metres: 250, days: 7 } as const
/** The same person, the same matter, 3 times in 90 days. WORKFLOW §6.4 */
export const repeatRule = { times: 3, days: 90 } as const

/** WORKFLOW §6, rules 1, 2, 3 and 5, and the warnings of §3: what gives cause, which level, who is told, once for what. */
export const supervisionRules: readonly SupervisionRule[] = [
  { cause: 'dueSoon', level: 0, on: 'yellow', clocks: limitsOfWork, once: 'clock', tells: department },
  { cause: 'overdue', level: 1, on: 'red', clocks: limitsOfWork, once: 'order', tells: department },
  { cause: 'overdueTwice', level: 2, on: 'twice', clocks: limitsOfWork, once: 'order', tells: department },
  {
    cause: 'overdueThrice',
    level: 3,
    on: 'thrice',
    clocks: limitsOfWork,
    once: 'order',
    tells: [...department, 'districtLeader'],
  },
  { cause: 'secondRework', level: 2, on: 'rework', from: 2, once: 'need', tells: department },
  {
    cause: 'thirdRework',
    level: 3,
    on: 'rework',
    from: 3,
    once: 'need',
    tells: [...department, 'districtLeader'],
  },
  {
    cause: 'thirdReturn',
    level: 3,
    on: 'return',
    from: 3,
    once: 'need',
    tells: [...department, 'districtLeader'],
  },
  {
    cause: 'group',
    level: 1,
    on: 'near',
    from: groupRule.needs,
    once: 'need',
    tells: [...department, 'dispatcher'],
  },
  {
    cause: 'complaintHalfway',
    level: 0,
    on: 'halfway',
    clocks: ['complaintResponse'],
    once: 'complaint',
    tells: ['supervisor'],
  },
  {
    cause: 'complaintUrgent',
    level: 0,
    on: 'urgent',
    clocks: ['complaintResponse'],
    once: 'complaint',
    tells: ['supervisor', 'districtLeader'],
  },
  {
    cause: 'complaintSilent',
    level: 1,
    on: 'red',
    clocks: ['complaintResponse'],
    once: 'complaint',
    tells: ['supervisor', 'districtLeader'],
  },
]

/** The rules that a signal sets off, the mildest first. */
export function rulesFor(signal: Signal): readonly SupervisionRule[] {
  return supervisionRules.filter(
    ({ on, from = 0, clocks }) =>
      on === signal.on && ('count' in signal ? signal.count >= from : clocks?.includes(signal.clock)),
  )
}

/** Whether everybody may see it: 挂牌督办. */
export const isListed = (level: SupervisionLevel): boolean => level === 3

/** Under which key a rule has fired, so that it does not again. A need may have several complaints, each with its clock. */
export function firedKey(
  { cause, once }: SupervisionRule,
  about: { needId: string; workOrderId?: string | null; clock?: ClockKind; clockId?: string | null },
): string {
  const order = about.workOrderId ?? about.needId
  const subject = { need: about.needId, order, clock: order, complaint: about.clockId ?? about.needId }[once]
  return [cause, ...(once === 'clock' ? [about.clock] : []), subject].join(':')
}

/**
 * A number that can be read out: that of the need, and the how many-th supervision order of it. No counter is shared,
 * so that supervising many needs at once waits for nobody. docs/adr/0030
 */
export const supervisionNo = (receiptNo: string, ordinal: number): string =>
  `${receiptNo.replace(/^MS/, 'DB')}-${ordinal}`

/**
 * The same of a complaint that is about no need, and so has no receipt number: the day in Shanghai on which it was
 * filed, and the end of its id, which is chance. docs/adr/0155
 */
export const complaintSupervisionNo = (
  { id, filedAt }: { id: string; filedAt: Date },
  ordinal: number,
): string => `DB${shanghaiDate(filedAt).replaceAll('-', '')}-T${id.slice(-8)}-${ordinal}`

/** What a supervision order is about: one of these, never both. docs/adr/0155 */
export const supervisionSubjects = ['need', 'complaint'] as const
export type SupervisionSubject = (typeof supervisionSubjects)[number]
export const supervisionSubjectWords: Record<SupervisionSubject, string> = { need: '诉求', complaint: '投诉' }
