import { describe, expect, it } from '@jest/globals'
import { calendarYears } from './calendar-years.js'
import {
  calendarMistakes,
  type CalendarTable,
  calendarTableOf,
  calendarYearOf,
  checkCalendar,
  missingYears,
} from './calendar-check.js'
import { fromShanghai } from './time.js'

const good = calendarTableOf(
  calendarYears.find(({ year }) => year === 2026) ?? { year: 0, holidays: [], makeUpWorkdays: [] },
)
const without = (...dates: string[]): CalendarTable => ({
  ...good,
  holidays: good.holidays.filter((date) => !dates.some((each) => date.startsWith(each))),
})

describe('a table of a year', () => {
  it.each(calendarYears.map((year) => [year.year, year] as const))(
    'of %i, as it was published, is in order, and the same after it was written out',
    (_, year) => {
      const table = calendarTableOf(year)
      expect(checkCalendar(table)).toEqual([])
      expect(calendarYearOf(table)).toEqual(year)
    },
  )

  const mistakes: [string, CalendarTable, string, string][] = [
    ['a year that is no year', { ...good, year: 20.26 }, 'yearInvalid', '20.26'],
    ['a year beyond all notices', { ...good, year: 226 }, 'yearInvalid', '226'],
    [
      'a day that does not exist',
      { ...good, holidays: [...good.holidays, '2026-02-30'] },
      'dateInvalid',
      '2026-02-30',
    ],
    ['a date in short', { ...good, holidays: [...good.holidays, '05-06'] }, 'dateInvalid', '05-06'],
    ['a date of the year after', { ...good, makeUpWorkdays: ['2027-01-03'] }, 'wrongYear', '2027-01-03'],
    [
      'the same day off twice',
      { ...good, holidays: [...good.holidays, '2026-10-01'] },
      'twice',
      '2026-10-01',
    ],
    [
      'a day off that is worked',
      { ...good, makeUpWorkdays: ['2026-10-03'] },
      'bothOffAndWorked',
      '2026-10-03',
    ],
    [
      'a make-up day on a Monday',
      { ...good, makeUpWorkdays: ['2026-10-12'] },
      'makeUpOnWeekday',
      '2026-10-12',
    ],
    ['a holiday with a hole in it', without('2026-02-18'), 'gap', '2026-02-18'],
    ['a month that is missing', without('2026-04'), 'holidayMissing', '清明节'],
    [
      'half a Spring Festival',
      without('2026-02-15', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'),
      'holidayMissing',
      '春节',
    ],
    ['a file that ends in summer', without('2026-09', '2026-10'), 'holidayMissing', '国庆节'],
  ]
  it.each(mistakes)('is refused for %s', (_, table, code, what) => {
    expect(checkCalendar(table)).toContainEqual({ code, what })
  })

  it('has a test for every mistake', () => {
    expect(new Set(mistakes.map(([, , code]) => code))).toEqual(new Set(calendarMistakes))
  })
})

describe('a year that is missing', () => {
  const known = new Set([2025, 2026])
  it.each([
    ['2026-11-30', []],
    ['2026-12-01', [2027]],
    ['2026-12-31', [2027]],
    ['2027-01-01', [2027]],
    ['2027-12-01', [2027, 2028]],
  ])('on %s is %j', (date, years) => {
    expect(missingYears(known, fromShanghai(date))).toEqual(years)
  })
})
