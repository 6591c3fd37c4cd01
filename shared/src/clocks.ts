import type { Due, WorkCalendar } from './calendar.js'
import { followUpDays } from './rating.js'
import { HOUR, MINUTE } from './time.js'

/** Urgency classes. WORKFLOW §5: 特急, 紧急, 咨询, 一般, 复杂. */
export const urgencies = ['critical', 'urgent', 'inquiry', 'ordinary', 'complex'] as const
export type Urgency = (typeof urgencies)[number]
export const urgencyWords: Record<Urgency, string> = {
  critical: '特急',
  urgent: '紧急',
  inquiry: '咨询',
  ordinary: '一般',
  complex: '复杂',
}

export const clockKinds = [
  'dispatch',
  'accept',
  'contact',
  'answer',
  'rating',
  'supply',
  'plan',
  'supervision',
  'complaintResponse',
  'complaintEvidence',
  'complaintAnswer',
  'complaintConfirm',
  'followUp',
] as const
export type ClockKind = (typeof clockKinds)[number]
export const clockWords: Record<ClockKind, string> = {
  dispatch: '分派',
  accept: '签收',
  contact: '首次联系',
  answer: '办结',
  rating: '评价',
  supply: '补充',
  plan: '挂账',
  supervision: '督办反馈',
  complaintResponse: '投诉响应',
  complaintEvidence: '投诉举证',
  complaintAnswer: '投诉办结',
  complaintConfirm: '投诉确认',
  followUp: '回头看',
}

/** A limit. Minutes and hours run through nights and holidays; working hours and workdays do not. */
export interface Limit {
  amount: number
  unit: LimitUnit
}
export const limitUnits = ['minutes', 'hours', 'workingHours', 'workdays'] as const
export type LimitUnit = (typeof limitUnits)[number]
const minutes = (amount: number): Limit => ({ amount, unit: 'minutes' })
const hours = (amount: number): Limit => ({ amount, unit: 'hours' })
const workingHours = (amount: number): Limit => ({ amount, unit: 'workingHours' })
const workdays = (amount: number): Limit => ({ amount, unit: 'workdays' })

/** WORKFLOW §5, the table of clocks. */
export const clockLimits: Record<'dispatch' | 'accept' | 'contact' | 'answer', Record<Urgency, Limit>> = {
  dispatch: {
    critical: minutes(10),
    urgent: minutes(30),
    inquiry: hours(2),
    ordinary: hours(2),
    complex: hours(2),
  },
  accept: {
    critical: minutes(30),
    urgent: hours(1),
    inquiry: workingHours(4),
    ordinary: workdays(1),
    complex: workdays(1),
  },
  contact: {
    critical: hours(1),
    urgent: hours(2),
    inquiry: hours(24),
    ordinary: hours(24),
    complex: hours(24),
  },
  answer: {
    critical: hours(2),
    urgent: hours(24),
    inquiry: workdays(1),
    ordinary: workdays(5),
    complex: workdays(15),
  },
}
/** The resident has 14 days to rate. WORKFLOW §1 "answer". */
export const ratingLimit: Limit = hours(14 * 24)
/** The resident has 3 workdays to answer a question. WORKFLOW §1 "ask / supply". */
export const supplyLimit: Limit = workdays(3)
/** A planned need that is taken up again has 5 workdays. WORKFLOW §1 "plan / resume". */
export const resumeLimit: Limit = workdays(5)
/** A complaint is answered by a person within 24 clock hours. WORKFLOW §3. */
export const complaintResponseLimit: Limit = hours(24)
/** The accused department has 1 workday to send evidence. WORKFLOW §3. */
export const complaintEvidenceLimit: Limit = workdays(1)
/** A complaint is answered within 5 workdays, a complex one within 15. WORKFLOW §3. */
export const complaintAnswerLimit: Limit = workdays(5)
export const complexComplaintLimit: Limit = workdays(15)
/** Somebody else rechecks an answer within 5 workdays. WORKFLOW §3. */
export const complaintRecheckLimit: Limit = workdays(5)
/** The complainant has 7 days to confirm. WORKFLOW §3. */
export const complaintConfirmLimit: Limit = hours(7 * 24)
/** The second question about works: does it still hold? docs/adr/0075 */
export const followUpLimit: Limit = hours(followUpDays * 24)
/** A return can be asked for within 4 working hours of dispatch. WORKFLOW §2 "requestReturn". */
export const returnLimit: Limit = workingHours(4)
/** However a city sets the limit above, never later than this. WORKFLOW §2 "requestReturn". */
export const returnCap: Limit = workdays(2)

/** When a limit that starts at `start` ends. WORKFLOW §5. @throws RangeError for a limit of 0 or less. */
export function dueAfter(start: Date, limit: Limit, calendar: WorkCalendar): Due {
  if (!(limit.amount > 0)) throw new RangeError(`a limit must be above 0, not ${limit.amount}`)
  switch (limit.unit) {
    case 'minutes':
      return { dueAt: new Date(start.getTime() + limit.amount * MINUTE), isProvisional: false }
    case 'hours':
      return { dueAt: new Date(start.getTime() + limit.amount * HOUR), isProvisional: false }
    case 'workingHours':
      return calendar.afterWorkingMinutes(start, limit.amount * 60)
    case 'workdays':
      return calendar.afterWorkdays(start, limit.amount)
  }
}

/** A stretch of time that does not count, as instants in ISO form. It goes on while it has no end. */
export interface Pause {
  from: string
  to: string | null
}

/** What a due time follows from: the same start, limit and pauses always give the same one. */
export interface Timing {
  startAt: Date
  limit: Limit
  pauses: readonly Pause[]
}

const runsAlways = ({ unit }: Limit): boolean => unit === 'minutes' || unit === 'hours'

/**
 * When a clock is due. A pause moves it by the time that counted for its limit meanwhile: by the minutes of an
 * hour limit, by the working minutes of any other. WORKFLOW §5. @throws RangeError for a limit of 0 or less.
 */
export function dueOf({ startAt, limit, pauses }: Timing, calendar: WorkCalendar): Due {
  const due = dueAfter(startAt, limit, calendar)
  const ended = pauses.flatMap(({ from, to }) =>
    to === null ? [] : [[new Date(from), new Date(to)] as const],
  )
  const lengthOf = ([from, to]: readonly [Date, Date]) =>
    runsAlways(limit) ? to.getTime() - from.getTime() : calendar.workingTime(from, to)
  const paused = ended.map(lengthOf).reduce((sum, length) => sum + length, 0)
  if (paused === 0) return due
  if (runsAlways(limit)) return { ...due, dueAt: new Date(due.dueAt.getTime() + paused) }
  const moved = calendar.afterWorkingTime(due.dueAt, paused)
  return { dueAt: moved.dueAt, isProvisional: due.isProvisional || moved.isProvisional }
}

/** A limit so many times as long, in its own unit. */
export const timesLimit = ({ amount, unit }: Limit, times: number): Limit => ({
  amount: amount * times,
  unit,
})

/** The limit of a rework: half, and of workdays at least 1 and at most 5. WORKFLOW §1 "rate". */
export function reworkLimit(limit: Limit): Limit {
  if (limit.unit !== 'workdays') return { ...limit, amount: limit.amount / 2 }
  return workdays(Math.min(5, Math.max(1, Math.ceil(limit.amount / 2))))
}

export type Light = 'green' | 'yellow' | 'red'

/** Overdue means now > due. WORKFLOW §5. */
export const isOverdue = (dueAt: Date, now: Date): boolean => now.getTime() > dueAt.getTime()

/**
 * The light of an open item. WORKFLOW §6.1: red when overdue; yellow when at most one workday is left, or at
 * most a quarter of an hour limit (`critical` and `urgent` have hour limits).
 */
export function lightOf(
  item: { startAt: Date; dueAt: Date; urgency: Urgency },
  now: Date,
  calendar: WorkCalendar,
): Light {
  if (isOverdue(item.dueAt, now)) return 'red'
  const left = item.dueAt.getTime() - now.getTime()
  const hasHourLimit = item.urgency === 'critical' || item.urgency === 'urgent'
  const isSoon = hasHourLimit
    ? left <= (item.dueAt.getTime() - item.startAt.getTime()) / 4
    : item.dueAt <= calendar.afterWorkdays(now, 1).dueAt
  return isSoon ? 'yellow' : 'green'
}

/**
 * Whether the last tenth of a limit has begun, or it is over: counted in working time, or by the clock for what
 * has an hour limit. WORKFLOW §1 "ask".
 */
export function isInLastTenth(
  item: { startAt: Date; dueAt: Date; urgency: Urgency },
  now: Date,
  calendar: WorkCalendar,
): boolean {
  if (isOverdue(item.dueAt, now)) return true
  const hasHourLimit = item.urgency === 'critical' || item.urgency === 'urgent'
  const between = (from: Date, to: Date) =>
    hasHourLimit ? to.getTime() - from.getTime() : calendar.workingTime(from, to)
  return between(now, item.dueAt) * 10 <= between(item.startAt, item.dueAt)
}

/** So many workdays in the unit of a limit: a workday is a day and a night of what runs through them. */
export function workdaysIn(unit: LimitUnit, workdaysCount: number): number {
  const perWorkday: Record<LimitUnit, number> = { minutes: 24 * 60, hours: 24, workingHours: 7, workdays: 1 }
  return perWorkday[unit] * workdaysCount
}
