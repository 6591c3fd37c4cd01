import { fromShanghai, MINUTE, plusDays, shanghaiDate, weekday } from './time.js'

/** One year of the State Council's notice: which days are off, which weekend days are worked (调休). "MM-DD". */
export interface CalendarYear {
  year: number
  holidays: readonly string[]
  makeUpWorkdays: readonly string[]
}

/** A due time. Provisional when it depends on a year whose table is not loaded. WORKFLOW §5. */
export interface Due {
  dueAt: Date
  isProvisional: boolean
}

/** Working hours of a day, in minutes since midnight in Shanghai: 09:00–12:00 and 14:00–18:00. WORKFLOW §5. */
export const workingHours: readonly (readonly [number, number])[] = [
  [9 * 60, 12 * 60],
  [14 * 60, 18 * 60],
]
const CLOSE = 18 * 60
/** Holidays that fall on the same date every year; all that is known of a year without a table. */
const FIXED_HOLIDAYS = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'])

/** Statutory workdays of the years that are loaded. Dates are Shanghai dates, "YYYY-MM-DD". */
export class WorkCalendar {
  private readonly years = new Map<number, { holidays: Set<string>; makeUp: Set<string> }>()

  constructor(years: readonly CalendarYear[]) {
    for (const { year, holidays, makeUpWorkdays } of years)
      this.years.set(year, { holidays: new Set(holidays), makeUp: new Set(makeUpWorkdays) })
  }

  knows(date: string): boolean {
    return this.years.has(Number(date.slice(0, 4)))
  }

  isWorkday(date: string): boolean {
    const day = date.slice(5)
    const isWeekday = weekday(date) % 6 !== 0
    const year = this.years.get(Number(date.slice(0, 4)))
    if (!year) return isWeekday && !FIXED_HOLIDAYS.has(day)
    return year.makeUp.has(day) || (isWeekday && !year.holidays.has(day))
  }

  /** 18:00 of the n-th workday after the day of `start` (n ≥ 1). WORKFLOW §5. */
  afterWorkdays(start: Date, workdays: number): Due {
    assertPositive(workdays)
    let date = shanghaiDate(start)
    let isProvisional = false
    for (let left = workdays; left > 0;) {
      date = plusDays(date, 1)
      isProvisional ||= !this.knows(date)
      if (this.isWorkday(date)) left -= 1
    }
    return { dueAt: fromShanghai(date, CLOSE), isProvisional }
  }

  /** The moment when so many working minutes have passed since `start`, to the millisecond. */
  afterWorkingMinutes(start: Date, minutes: number): Due {
    assertPositive(minutes)
    let date = shanghaiDate(start)
    let left = minutes * MINUTE
    let isProvisional = false
    for (;;) {
      isProvisional ||= !this.knows(date)
      for (const [open, close] of this.isWorkday(date) ? workingHours : []) {
        const from = Math.max(fromShanghai(date, open).getTime(), start.getTime())
        const available = Math.max(0, fromShanghai(date, close).getTime() - from)
        if (available >= left) return { dueAt: new Date(from + left), isProvisional }
        left -= available
      }
      date = plusDays(date, 1)
    }
  }
}

function assertPositive(amount: number): void {
  if (!(amount > 0) || !Number.isFinite(amount))
    throw new RangeError(`a limit must be above 0, not ${amount}`)
}
