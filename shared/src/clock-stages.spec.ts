import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { calendarYears } from './calendar-years.js'
import { WorkCalendar } from './calendar.js'
import { clockStages, type ClockStage, stageAfter, stageAt } from './clock-stages.js'
import {
  clockKinds,
  clockLimits,
  type ClockKind,
  complaintResponseLimit,
  dueOf,
  isOverdue,
  lightOf,
  type Limit,
  type Pause,
  ratingLimit,
  supplyLimit,
} from './clocks.js'
import { fromShanghai } from './time.js'

const calendar = new WorkCalendar(calendarYears)
const at = (date: string, hour = 0, minute = 0) => fromShanghai(date, hour * 60 + minute)
const justAfter = (moment: Date) => new Date(moment.getTime() + 1)

/** When each stage of a clock comes. */
function stagesOf(kind: ClockKind, startAt: Date, limit: Limit, pauses: readonly Pause[] = []) {
  const { dueAt } = dueOf({ startAt, limit, pauses }, calendar)
  return Object.fromEntries(
    clockStages[kind].map(({ name }) => [
      name,
      stageAt(kind, name, { startAt, limit, pauses, dueAt }, calendar),
    ]),
  )
}

describe('the stages of a clock', () => {
  it.each(clockKinds)('of kind %s follow one another and come to an end', (kind) => {
    const names: ClockStage[] = []
    for (let name = stageAfter(kind, null); name; name = stageAfter(kind, name)) names.push(name)
    expect(names).toEqual(clockStages[kind].map((stage) => stage.name))
    expect(names.length).toBeGreaterThan(0)
  })

  it('warn of five workdays on the last but one, and count on in workdays', () => {
    expect(stagesOf('answer', at('2026-09-24', 10), clockLimits.answer.ordinary)).toEqual({
      yellow: at('2026-10-08'),
      red: justAfter(at('2026-10-09', 18)),
      twice: justAfter(at('2026-10-15', 18)),
      thrice: justAfter(at('2026-10-22', 18)),
    })
  })

  it('warn of an hour limit when a quarter of it is left, at night too', () => {
    expect(stagesOf('answer', at('2026-10-01', 22), clockLimits.answer.urgent)).toEqual({
      yellow: at('2026-10-02', 16),
      red: justAfter(at('2026-10-02', 22)),
      twice: justAfter(at('2026-10-03', 22)),
      thrice: justAfter(at('2026-10-04', 22)),
    })
  })

  it('do not warn of a single workday on the day on which it starts', () => {
    const { yellow } = stagesOf('accept', at('2026-09-30', 10), { amount: 1, unit: 'workdays' })
    expect(yellow).toEqual(at('2026-10-01'))
  })

  it('invite on the third day and let the rating lapse after fourteen', () => {
    expect(stagesOf('rating', at('2026-06-15', 16), ratingLimit)).toEqual({
      invite: at('2026-06-18', 16),
      lapse: justAfter(at('2026-06-29', 16)),
    })
  })

  it('take a question back after three workdays', () => {
    expect(stagesOf('supply', at('2026-06-15', 16), supplyLimit)).toEqual({
      expire: justAfter(at('2026-06-18', 18)),
    })
  })

  it('warn of a complaint after 12 and 20 clock hours, and escalate after 24', () => {
    expect(stagesOf('complaintResponse', at('2026-10-01', 9), complaintResponseLimit)).toEqual({
      halfway: at('2026-10-01', 21),
      urgent: at('2026-10-02', 5),
      red: justAfter(at('2026-10-02', 9)),
    })
  })

  it('refuses a stage that a kind has not', () => {
    const clock = { startAt: at('2026-06-15'), dueAt: at('2026-06-16'), limit: supplyLimit, pauses: [] }
    expect(() => stageAt('supply', 'yellow', clock, calendar)).toThrow('no stage yellow')
  })

  const starts = fc.date({ min: at('2025-01-01'), max: at('2026-06-30'), noInvalidDate: true })
  const limits = fc.constantFrom(...Object.values(clockLimits).flatMap((row) => Object.values(row)))

  it('come in their order, none before the start', () => {
    fc.assert(
      fc.property(starts, limits, (startAt, limit) => {
        const moments = Object.values(stagesOf('answer', startAt, limit)).map((each) => each.getTime())
        expect([startAt.getTime(), ...moments]).toEqual([startAt.getTime(), ...moments].sort((a, b) => a - b))
      }),
    )
  })

  it('turn yellow and red when the light does', () => {
    const classes = fc.constantFrom('critical', 'urgent', 'ordinary', 'complex')
    fc.assert(
      fc.property(starts, classes, fc.integer({ min: -1, max: 1 }), (startAt, urgency, shift) => {
        const limit = clockLimits.answer[urgency]
        const { dueAt } = dueOf({ startAt, limit, pauses: [] }, calendar)
        for (const stage of ['yellow', 'red'] as const) {
          const moment = stagesOf('answer', startAt, limit)[stage] ?? startAt
          const now = new Date(moment.getTime() + shift)
          const isReached = now >= moment
          const light = lightOf({ startAt, dueAt, urgency }, now, calendar)
          if (stage === 'red') expect(isOverdue(dueAt, now)).toBe(isReached)
          else expect(light !== 'green').toBe(isReached)
        }
      }),
    )
  })
})

describe('a pause', () => {
  const limit = clockLimits.answer.ordinary
  const startAt = at('2026-09-21', 10)
  const pause = (from: Date, to: Date | null): Pause => ({
    from: from.toISOString(),
    to: to?.toISOString() ?? null,
  })
  const due = (pauses: Pause[], of: Limit = limit) => dueOf({ startAt, limit: of, pauses }, calendar).dueAt

  it('moves the due time by the working time that it took', () => {
    expect(due([])).toEqual(at('2026-09-29', 18))
    expect(due([pause(at('2026-09-22', 17), at('2026-09-23', 10))])).toEqual(at('2026-09-30', 11))
  })

  it('of a night moves nothing; of an hour limit it moves all of it', () => {
    const night = [pause(at('2026-09-22', 18), at('2026-09-23', 9))]
    expect(due(night)).toEqual(due([]))
    expect(due(night, clockLimits.answer.urgent)).toEqual(at('2026-09-23', 1))
  })

  it('that goes on moves nothing yet', () => {
    expect(due([pause(at('2026-09-22', 9), null)])).toEqual(due([]))
  })

  it('moves the second and third warning too, not the first promise', () => {
    const pauses = [pause(at('2026-09-22', 9), at('2026-09-22', 18))]
    expect(stagesOf('answer', startAt, limit, pauses)).toMatchObject({
      red: justAfter(at('2026-09-30', 18)),
      twice: justAfter(at('2026-10-13', 18)),
    })
  })

  it('of so many working minutes moves the due time by as many, whatever the pauses are', () => {
    const moments = fc.date({ min: startAt, max: at('2026-11-30'), noInvalidDate: true })
    const pauses = fc
      .array(moments, { minLength: 2, maxLength: 6 })
      .map((all) => [...all].sort((a, b) => a.getTime() - b.getTime()))
      .map((all) => all.flatMap((to, i) => (i % 2 === 1 ? [[all[i - 1] ?? to, to] as const] : [])))
    fc.assert(
      fc.property(pauses, fc.constantFrom('ordinary', 'complex', 'inquiry'), (stretches, urgency) => {
        const of = clockLimits.answer[urgency]
        const paused = stretches.reduce((sum, [from, to]) => sum + calendar.workingTime(from, to), 0)
        const moved = due(
          stretches.map(([from, to]) => pause(from, to)),
          of,
        )
        expect(calendar.workingTime(due([], of), moved)).toBe(paused)
      }),
    )
  })
})
