import { complaintResponseHours, type ComplaintState } from './complaint-lifecycle.js'
import { HOUR } from './time.js'

/** WORKFLOW §3: at least so much of what was complained about is resolved. */
export const complaintResolutionGoal = 0.98

/** What the rate of responses asks of a complaint. */
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

/** What the rate of resolution asks of a complaint. */
export interface ResolutionTimes {
  state: ComplaintState
  /** The 办结 due time that is in force: moved by an extension, new for a recheck. */
  answerDueAt: Date
  /** When the answer came that waits for the complainant; none while somebody still works on it. */
  answeredAt: Date | null
}

/**
 * 投诉解决率: resolved ÷ (resolved + unresolved + valid ones past their 办结 due time); null when there are none.
 * WORKFLOW §3. One that was answered in time and waits for the complainant's word counts neither way; one that was
 * answered late counts as not resolved until it is.
 */
export function complaintResolutionRate(complaints: readonly ResolutionTimes[], now: Date): number | null {
  const resolved = complaints.filter(({ state }) => state === 'resolved').length
  const unresolved = complaints.filter(({ state }) => state === 'unresolved').length
  const late = complaints.filter((each) => isPastDue(each, now)).length
  const counted = resolved + unresolved + late
  return counted === 0 ? null : resolved / counted
}

const over: readonly ComplaintState[] = ['resolved', 'unresolved', 'void']

const isPastDue = ({ state, answerDueAt, answeredAt }: ResolutionTimes, now: Date): boolean =>
  !over.includes(state) && (answeredAt ?? now).getTime() > answerDueAt.getTime()
