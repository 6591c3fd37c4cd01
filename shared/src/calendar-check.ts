import type { CalendarYear } from './calendar.js'
import { DAY, isDay, plusDays, shanghaiDate, weekday } from './time.js'

/** A year's table as it is handed in: dates are written out, "2027-01-01". */
export type CalendarTable = CalendarYear

export const calendarMistakes = [
  'yearInvalid',
  'dateInvalid',
  'wrongYear',
  'twice',
  'bothOffAndWorked',
  'makeUpOnWeekday',
  'gap',
  'holidayMissing',
] as const
export type CalendarMistakeCode = (typeof calendarMistakes)[number]
export interface CalendarMistake {
  code: CalendarMistakeCode
  /** The date, or the holiday, that is wrong. */
  what: string
}
export const calendarMistakeWords: Record<CalendarMistakeCode, string> = {
  yearInvalid: '年份不对',
  dateInvalid: '不是有效的日期，请写成 2027-01-01 的样子',
  wrongYear: '不是这一年的日期',
  twice: '写了两次',
  bothOffAndWorked: '既是放假又是上班',
  makeUpOnWeekday: '调休上班只能在周六、周日',
  gap: '前后都放假，中间缺了这一天',
  holidayMissing: '这个假期没有写，或者天数不够',
}

/** What every year has. The notice says when exactly; the law says how many days at least, and about when. */
const statutory = [
  { name: '元旦', from: '01-01', to: '01-01', days: 1 },
  { name: '春节', from: '01-20', to: '03-01', days: 4 },
  { name: '清明节', from: '04-03', to: '04-06', days: 1 },
  { name: '劳动节', from: '05-01', to: '05-02', days: 2 },
  { name: '端午节', from: '05-28', to: '06-26', days: 1 },
  { name: '中秋节', from: '09-06', to: '10-09', days: 1 },
  { name: '国庆节', from: '10-01', to: '10-03', days: 3 },
] as const

/** What is wrong with a table, so that it must not be loaded; nothing when it can be. WORKFLOW §5 */
export function checkCalendar({ year, holidays, makeUpWorkdays }: CalendarTable): CalendarMistake[] {
  if (!Number.isInteger(year) || year < 2000 || year > 2100)
    return [{ code: 'yearInvalid', what: String(year) }]
  const all = [...holidays, ...makeUpWorkdays]
  const dates = (code: CalendarMistakeCode, wrong: readonly string[]) => wrong.map((what) => ({ code, what }))
  const malformed = dates(
    'dateInvalid',
    all.filter((date) => !isDay(date)),
  )
  if (malformed.length > 0) return malformed
  const off = new Set(holidays)
  return [
    ...dates(
      'wrongYear',
      all.filter((date) => Number(date.slice(0, 4)) !== year),
    ),
    ...dates('twice', [...repeated(holidays), ...repeated(makeUpWorkdays)]),
    ...dates(
      'bothOffAndWorked',
      makeUpWorkdays.filter((date) => off.has(date)),
    ),
    ...dates(
      'makeUpOnWeekday',
      makeUpWorkdays.filter((date) => weekday(date) % 6 !== 0),
    ),
    ...dates('gap', gaps(off)),
    ...dates('holidayMissing', missing(year, off)),
  ]
}

/** A table that is in order, as the calendar takes it. */
export const calendarYearOf = ({ year, holidays, makeUpWorkdays }: CalendarTable): CalendarYear => ({
  year,
  holidays: holidays.map((date) => date.slice(5)).sort(),
  makeUpWorkdays: makeUpWorkdays.map((date) => date.slice(5)).sort(),
})

/** A table as it is handed in. */
export const calendarTableOf = ({ year, holidays, makeUpWorkdays }: CalendarYear): CalendarTable => ({
  year,
  holidays: holidays.map((day) => `${year}-${day}`),
  makeUpWorkdays: makeUpWorkdays.map((day) => `${year}-${day}`),
})

/**
 * Years that ought to be loaded and are not: this one, and from 1 December the next, whose notice is out by then.
 * WORKFLOW §5 "A missing year is loud".
 */
export function missingYears(known: ReadonlySet<number>, now: Date): number[] {
  const today = shanghaiDate(now)
  const year = Number(today.slice(0, 4))
  const needed = today.slice(5) >= '12-01' ? [year, year + 1] : [year]
  return needed.filter((each) => !known.has(each))
}

const repeated = (dates: readonly string[]): string[] =>
  [...new Set(dates)].filter((date) => dates.indexOf(date) !== dates.lastIndexOf(date))

/** Single days between two days off: no notice has ever left one. */
const gaps = (off: ReadonlySet<string>): string[] =>
  [...off].map((date) => plusDays(date, 1)).filter((date) => !off.has(date) && off.has(plusDays(date, 1)))

function missing(year: number, off: ReadonlySet<string>): string[] {
  const daysOff = (from: string, to: string): number => {
    const first = `${year}-${from}`
    const length = (Date.parse(`${year}-${to}`) - Date.parse(first)) / DAY + 1
    return Array.from({ length }, (_, day) => plusDays(first, day)).filter((date) => off.has(date)).length
  }
  return statutory.filter(({ from, to, days }) => daysOff(from, to) < days).map(({ name }) => name)
}
