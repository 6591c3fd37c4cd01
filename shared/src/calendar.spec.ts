import { describe, expect, it } from '@jest/globals'
import chineseDays from 'chinese-days'
import fc from 'fast-check'
import { calendarYears } from './calendar-years.js'
import { WorkCalendar, workingHours } from './calendar.js'
import { DAY, fromShanghai, HOUR, MINUTE, plusDays, shanghaiDate } from './time.js'

const calendar = new WorkCalendar(calendarYears)

/** A moment of a Shanghai day: at('2026-09-24', 10, 30). */
const at = (date: string, hour = 0, minute = 0) => fromShanghai(date, hour * 60 + minute)

function datesOf(year: number): string[] {
  const days = (Date.UTC(year + 1, 0) - Date.UTC(year, 0)) / DAY
  return Array.from({ length: days }, (_, day) => plusDays(`${year}-01-01`, day))
}

/** Working minutes between two instants, counted interval by interval. */
function workingMinutesBetween(start: Date, end: Date): number {
  let sum = 0
  for (let date = shanghaiDate(start); date <= shanghaiDate(end); date = plusDays(date, 1)) {
    if (!calendar.isWorkday(date)) continue
    for (const [open, close] of workingHours) {
      const from = Math.max(fromShanghai(date, open).getTime(), start.getTime())
      const to = Math.min(fromShanghai(date, close).getTime(), end.getTime())
      sum += Math.max(0, to - from) / MINUTE
    }
  }
  return sum
}

const instants = fc.date({ min: at('2025-01-01'), max: at('2026-10-31'), noInvalidDate: true })
const workdayCounts = fc.integer({ min: 1, max: 30 })

describe('the calendar', () => {
  it.each([2025, 2026])('agrees with an independent one on every day of %i', (year) => {
    const mine = datesOf(year).filter((date) => calendar.isWorkday(date))
    const theirs = datesOf(year).filter((date) => chineseDays.isWorkday(date))
    expect(mine).toEqual(theirs)
  })

  it('names no date twice, none of another form, and makes up on weekends only', () => {
    for (const { year, holidays, makeUpWorkdays } of calendarYears) {
      const named = [...holidays, ...makeUpWorkdays]
      expect(new Set(named).size).toBe(named.length)
      expect(datesOf(year)).toEqual(expect.arrayContaining(named.map((day) => `${year}-${day}`)))
      for (const day of makeUpWorkdays)
        expect([0, 6]).toContain(new Date(`${year}-${day}T00:00:00Z`).getUTCDay())
    }
  })

  it('knows of a year without a table its weekends and the holidays with fixed dates', () => {
    expect(calendar.knows('2026-12-31')).toBe(true)
    expect(calendar.knows('2027-01-01')).toBe(false)
    const daysOff = ['2027-01-01', '2027-05-01', '2027-05-02', '2027-10-01', '2027-10-02', '2027-10-03']
    expect(daysOff.filter((date) => calendar.isWorkday(date))).toEqual([])
    expect(calendar.isWorkday('2027-10-04')).toBe(true)
  })
})

describe('N workdays', () => {
  it.each([
    ['2026-09-24', 1, '2026-09-28'],
    ['2026-09-24', 5, '2026-10-09'],
    ['2026-09-30', 15, '2026-10-27'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 5, '2026-02-28'],
    ['2026-04-30', 5, '2026-05-11'],
    ['2026-06-18', 2, '2026-06-23'],
  ])('from %s, %i of them, end on %s at 18:00', (start, workdays, due) => {
    for (const moment of [at(start), at(start, 12), new Date(at(start, 24).getTime() - 1)])
      expect(calendar.afterWorkdays(moment, workdays)).toEqual({ dueAt: at(due, 18), isProvisional: false })
  })

  it('reach into a year without a table provisionally, until it is loaded', () => {
    const start = at('2026-12-31', 10)
    expect(calendar.afterWorkdays(start, 1)).toEqual({ dueAt: at('2027-01-04', 18), isProvisional: true })
    const loaded = new WorkCalendar([
      ...calendarYears,
      { year: 2027, holidays: ['01-01', '01-04'], makeUpWorkdays: ['01-02'] },
    ])
    expect(loaded.afterWorkdays(start, 1)).toEqual({ dueAt: at('2027-01-02', 18), isProvisional: false })
  })

  it('are not provisional when they end on the last known day', () => {
    expect(calendar.afterWorkdays(at('2026-12-30', 10), 1)).toEqual({
      dueAt: at('2026-12-31', 18),
      isProvisional: false,
    })
  })

  it('start on the day in Shanghai, not in UTC', () => {
    const lateInLondon = new Date('2026-06-15T16:30:00Z')
    expect(calendar.afterWorkdays(lateInLondon, 1).dueAt).toEqual(at('2026-06-17', 18))
  })

  it('end later, the more they are', () => {
    fc.assert(
      fc.property(instants, workdayCounts, (start, n) => {
        const [sooner, later] = [calendar.afterWorkdays(start, n), calendar.afterWorkdays(start, n + 1)]
        expect(later.dueAt.getTime()).toBeGreaterThan(sooner.dueAt.getTime())
      }),
    )
  })

  it('end no earlier when they start later', () => {
    fc.assert(
      fc.property(instants, instants, workdayCounts, (one, other, n) => {
        const [first, second] = one <= other ? [one, other] : [other, one]
        const [sooner, later] = [calendar.afterWorkdays(first, n), calendar.afterWorkdays(second, n)]
        expect(later.dueAt.getTime()).toBeGreaterThanOrEqual(sooner.dueAt.getTime())
      }),
    )
  })

  it('never end earlier for one more holiday', () => {
    fc.assert(
      fc.property(instants, workdayCounts, fc.constantFrom(...datesOf(2026)), (start, n, holiday) => {
        const stricter = new WorkCalendar(
          calendarYears.map((one) => ({
            ...one,
            holidays: one.year === 2026 ? [...one.holidays, holiday.slice(5)] : one.holidays,
            makeUpWorkdays: one.makeUpWorkdays.filter((day) => `${one.year}-${day}` !== holiday),
          })),
        )
        const [before, after] = [calendar.afterWorkdays(start, n), stricter.afterWorkdays(start, n)]
        expect(after.dueAt.getTime()).toBeGreaterThanOrEqual(before.dueAt.getTime())
      }),
    )
  })

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('cannot be %d', (n) => {
    expect(() => calendar.afterWorkdays(at('2026-06-15'), n)).toThrow(RangeError)
  })
})

describe('working hours', () => {
  it.each([
    ['within the morning', at('2026-06-15', 9, 30), 60, at('2026-06-15', 10, 30)],
    ['to the end of the morning', at('2026-06-15', 10), 120, at('2026-06-15', 12)],
    ['across lunch', at('2026-06-15', 11), 120, at('2026-06-15', 15)],
    ['from within lunch', at('2026-06-15', 13), 30, at('2026-06-15', 14, 30)],
    ['to the end of the day', at('2026-06-15', 14), 240, at('2026-06-15', 18)],
    ['across the night', at('2026-06-15', 17), 120, at('2026-06-16', 10)],
    ['from before opening', at('2026-06-15', 3), 60, at('2026-06-15', 10)],
    ['from after closing', at('2026-06-15', 18), 1, at('2026-06-16', 9, 1)],
    ['across a weekend', at('2026-06-12', 17), 120, at('2026-06-15', 10)],
    ['across a holiday', at('2026-09-30', 17, 30), 60, at('2026-10-08', 9, 30)],
    ['on a Saturday that is worked', at('2026-02-14', 9), 60, at('2026-02-14', 10)],
    ['more than a day of them', at('2026-06-15', 9), 7 * 60 + 30, at('2026-06-16', 9, 30)],
  ])('run %s', (_, start, minutes, dueAt) => {
    expect(calendar.afterWorkingMinutes(start, minutes)).toEqual({ dueAt, isProvisional: false })
  })

  it('keep seconds and milliseconds', () => {
    const start = new Date(at('2026-06-15', 9).getTime() + 12_345)
    expect(calendar.afterWorkingMinutes(start, 240).dueAt).toEqual(new Date(start.getTime() + 6 * HOUR))
  })

  it('are provisional when they reach into an unknown year', () => {
    expect(calendar.afterWorkingMinutes(at('2026-12-31', 17), 60).isProvisional).toBe(false)
    expect(calendar.afterWorkingMinutes(at('2026-12-31', 17), 61)).toEqual({
      dueAt: at('2027-01-04', 9, 1),
      isProvisional: true,
    })
  })

  it('pass between a start and its due time exactly as many as were given', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 5000 }), (start, minutes) => {
        const { dueAt } = calendar.afterWorkingMinutes(start, minutes)
        expect(workingMinutesBetween(start, dueAt)).toBeCloseTo(minutes, 6)
        expect(workingMinutesBetween(start, new Date(dueAt.getTime() - 1))).toBeLessThan(minutes)
      }),
    )
  })

  it('add up: a pause of so many working minutes moves the due time by as many', () => {
    const some = fc.integer({ min: 1, max: 3000 })
    fc.assert(
      fc.property(instants, some, some, (start, limit, pause) => {
        const { dueAt } = calendar.afterWorkingMinutes(start, limit)
        const { dueAt: moved } = calendar.afterWorkingMinutes(dueAt, pause)
        expect(moved).toEqual(calendar.afterWorkingMinutes(start, limit + pause).dueAt)
      }),
    )
  })
})
