import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { calendarYears } from './calendar-years.js'
import { WorkCalendar } from './calendar.js'
import {
  clockLimits,
  dueAfter,
  isOverdue,
  lightOf,
  type Limit,
  ratingLimit,
  returnLimit,
  reworkLimit,
  urgencies,
  type Urgency,
} from './clocks.js'
import { fromShanghai, HOUR, MINUTE } from './time.js'

const calendar = new WorkCalendar(calendarYears)
const at = (date: string, hour = 0, minute = 0) => fromShanghai(date, hour * 60 + minute)
const due = (start: Date, limit: Limit) => dueAfter(start, limit, calendar).dueAt
const justBefore = (moment: Date) => new Date(moment.getTime() - 1)
const justAfter = (moment: Date) => new Date(moment.getTime() + 1)

describe('the table of clocks', () => {
  const words = ({ amount, unit }: Limit) => `${amount} ${unit}`
  it.each([
    ['dispatch', '10 minutes', '30 minutes', '2 hours', '2 hours', '2 hours'],
    ['accept', '30 minutes', '1 hours', '4 workingHours', '1 workdays', '1 workdays'],
    ['contact', '1 hours', '2 hours', '24 hours', '24 hours', '24 hours'],
    ['answer', '2 hours', '24 hours', '1 workdays', '5 workdays', '15 workdays'],
  ] as const)('says what WORKFLOW §5 says of %s', (clock, ...limits) => {
    expect(urgencies.map((urgency) => words(clockLimits[clock][urgency]))).toEqual(limits)
  })
})

describe('a limit', () => {
  const fridayNight = at('2026-09-30', 23)

  it('of minutes or hours runs through nights and holidays, and is never provisional', () => {
    expect(due(fridayNight, { amount: 10, unit: 'minutes' })).toEqual(at('2026-09-30', 23, 10))
    expect(due(fridayNight, { amount: 24, unit: 'hours' })).toEqual(at('2026-10-01', 23))
    expect(dueAfter(at('2026-12-31', 23), { amount: 2, unit: 'hours' }, calendar).isProvisional).toBe(false)
  })

  it('of working hours or workdays waits for the holiday to end', () => {
    expect(due(fridayNight, { amount: 4, unit: 'workingHours' })).toEqual(at('2026-10-08', 15))
    expect(due(fridayNight, { amount: 1, unit: 'workdays' })).toEqual(at('2026-10-08', 18))
  })

  it('to ask for a return ends four working hours after dispatch', () => {
    expect(due(at('2026-06-15', 16), returnLimit)).toEqual(at('2026-06-16', 11))
  })

  it('to rate ends at the same time of day fourteen days later', () => {
    expect(due(at('2026-06-15', 16, 20), ratingLimit)).toEqual(at('2026-06-29', 16, 20))
  })

  it.each([0, -1, Number.NaN])('cannot be %d', (amount) => {
    for (const unit of ['minutes', 'hours', 'workingHours', 'workdays'] as const)
      expect(() => due(fridayNight, { amount, unit })).toThrow(RangeError)
  })

  it('of any kind ends after its start, and no earlier for a later start', () => {
    const instants = fc.date({ min: at('2025-01-01'), max: at('2026-10-31'), noInvalidDate: true })
    const limits = fc.constantFrom(...Object.values(clockLimits).flatMap((row) => Object.values(row)))
    fc.assert(
      fc.property(instants, instants, limits, (one, other, limit) => {
        const [first, second] = one <= other ? [one, other] : [other, one]
        expect(due(first, limit).getTime()).toBeGreaterThan(first.getTime())
        expect(due(second, limit).getTime()).toBeGreaterThanOrEqual(due(first, limit).getTime())
      }),
    )
  })
})

describe('the limit of a rework', () => {
  it.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [5, 3],
    [9, 5],
    [10, 5],
    [15, 5],
    [30, 5],
  ])('of %i workdays is %i', (before, after) => {
    expect(reworkLimit({ amount: before, unit: 'workdays' })).toEqual({ amount: after, unit: 'workdays' })
  })

  it('of hours is half of them', () => {
    expect(reworkLimit({ amount: 24, unit: 'hours' })).toEqual({ amount: 12, unit: 'hours' })
    expect(reworkLimit(clockLimits.answer.critical)).toEqual({ amount: 1, unit: 'hours' })
  })

  it('is a limit that can run, for every class, however often it is halved', () => {
    for (const urgency of urgencies) {
      let limit = clockLimits.answer[urgency]
      for (let round = 2; round < 12; round += 1) limit = reworkLimit(limit)
      expect(due(at('2026-06-15'), limit).getTime()).toBeGreaterThan(at('2026-06-15').getTime())
    }
  })
})

describe('the light', () => {
  const startAt = at('2026-09-24', 10)
  const item = (urgency: Urgency) => ({ startAt, dueAt: due(startAt, clockLimits.answer[urgency]), urgency })
  const light = (urgency: Urgency, now: Date) => lightOf(item(urgency), now, calendar)

  it.each(urgencies)('of a %s one is red after its due time, not at it', (urgency) => {
    const { dueAt } = item(urgency)
    expect([light(urgency, dueAt), light(urgency, justAfter(dueAt))]).toEqual(['yellow', 'red'])
    expect([isOverdue(dueAt, dueAt), isOverdue(dueAt, justAfter(dueAt))]).toEqual([false, true])
  })

  it.each([
    ['critical', 30 * MINUTE],
    ['urgent', 6 * HOUR],
  ] as const)('of a %s one turns yellow when a quarter of the hours is left', (urgency, quarter) => {
    const turns = new Date(item(urgency).dueAt.getTime() - quarter)
    expect([light(urgency, justBefore(turns)), light(urgency, turns)]).toEqual(['green', 'yellow'])
  })

  it.each([
    ['ordinary', '2026-10-08'],
    ['complex', '2026-10-21'],
  ] as const)('of an %s one turns yellow on the workday before, %s', (urgency, day) => {
    expect([light(urgency, justBefore(at(day))), light(urgency, at(day))]).toEqual(['green', 'yellow'])
  })

  it('counts no weekend as a day that is left', () => {
    const dueOnMonday = {
      startAt: at('2026-06-08', 10),
      dueAt: at('2026-06-15', 18),
      urgency: 'ordinary' as const,
    }
    const lights = ['2026-06-11', '2026-06-12', '2026-06-13', '2026-06-15'].map((day) =>
      lightOf(dueOnMonday, at(day, 12), calendar),
    )
    expect(lights).toEqual(['green', 'yellow', 'yellow', 'yellow'])
  })
})
