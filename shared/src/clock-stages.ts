import type { WorkCalendar } from './calendar.js'
import { type ClockKind, dueOf, type Timing, timesLimit } from './clocks.js'
import { DAY, fromShanghai, plusDays, shanghaiDate } from './time.js'

export const clockStageNames = [
  'yellow',
  'red',
  'twice',
  'thrice',
  'invite',
  'lapse',
  'expire',
  'arrive',
  'halfway',
  'urgent',
  'question',
] as const
export type ClockStage = (typeof clockStageNames)[number]

/** Something that happens once on the way of a clock, and when. */
interface Stage {
  name: ClockStage
  /** When so many times the limit are over; `soon` when little of it is left; or so many days after the start. */
  when: { times: number } | 'soon' | { days: number }
}

/** WORKFLOW §6.1. */
const warnings: readonly Stage[] = [
  { name: 'yellow', when: 'soon' },
  { name: 'red', when: { times: 1 } },
  { name: 'twice', when: { times: 2 } },
  { name: 'thrice', when: { times: 3 } },
]

/** What happens on the way of each clock, in order. WORKFLOW §1 "answer", "ask / supply", "plan"; §3; §6.1. */
export const clockStages: Readonly<Record<ClockKind, readonly Stage[]>> = {
  dispatch: warnings,
  accept: warnings,
  contact: warnings,
  answer: warnings,
  supervision: warnings,
  rating: [
    { name: 'invite', when: { days: 3 } },
    { name: 'lapse', when: { times: 1 } },
  ],
  supply: [{ name: 'expire', when: { times: 1 } }],
  plan: [{ name: 'arrive', when: { times: 1 } }],
  complaintResponse: [
    { name: 'halfway', when: { times: 12 / 24 } },
    { name: 'urgent', when: { times: 20 / 24 } },
    { name: 'red', when: { times: 1 } },
  ],
  complaintEvidence: [{ name: 'red', when: { times: 1 } }],
  complaintAnswer: [
    { name: 'yellow', when: 'soon' },
    { name: 'red', when: { times: 1 } },
  ],
  complaintConfirm: [{ name: 'lapse', when: { times: 1 } }],
  followUp: [{ name: 'question', when: { times: 1 } }],
}

/** The part of an hour limit after which little is left. WORKFLOW §6.1: 25 %. */
const SOON = 0.75

/** The stage after one, or the first. Undefined when nothing is left to happen. */
export function stageAfter(kind: ClockKind, name: ClockStage | null): ClockStage | undefined {
  const stages = clockStages[kind]
  return stages[stages.findIndex((stage) => stage.name === name) + 1]?.name
}

/**
 * When a stage of a clock is reached. What happens when a time is over happens just after it: at the due time
 * itself nothing is overdue yet. @throws Error for a stage that this kind of clock has not
 */
export function stageAt(
  kind: ClockKind,
  name: ClockStage,
  clock: Timing & { dueAt: Date },
  calendar: WorkCalendar,
): Date {
  const stage = clockStages[kind].find((each) => each.name === name)
  if (!stage) throw new Error(`a clock of kind ${kind} has no stage ${name}`)
  const { when } = stage
  if (when === 'soon') return soonAt(clock, calendar)
  if ('days' in when) return new Date(clock.startAt.getTime() + when.days * DAY)
  if (when.times === 1) return justAfter(clock.dueAt)
  const limit = timesLimit(clock.limit, when.times)
  const at = dueOf({ ...clock, limit }, calendar).dueAt
  return when.times > 1 ? justAfter(at) : at
}

const justAfter = (moment: Date): Date => new Date(moment.getTime() + 1)

/**
 * From when little is left: of workdays one, as the light shows it, but never on the day of the start: one that
 * has a single workday would be warned of as it is dispatched. Of all others a quarter. docs/adr/0025
 */
function soonAt(clock: Timing & { dueAt: Date }, calendar: WorkCalendar): Date {
  if (clock.limit.unit !== 'workdays')
    return dueOf({ ...clock, limit: timesLimit(clock.limit, SOON) }, calendar).dueAt
  const oneLeft = calendar.workdayBefore(shanghaiDate(clock.dueAt))
  const dayAfterStart = plusDays(shanghaiDate(clock.startAt), 1)
  return fromShanghai(oneLeft > dayAfterStart ? oneLeft : dayAfterStart)
}
