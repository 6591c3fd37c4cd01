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

/** Working hours of a day: stretches in minutes since midnight in Shanghai, in order. */
export type WorkingHours = readonly (readonly [number, number])[]

/** 09:00–12:00 and 14:00–18:00; a district can have others. WORKFLOW §5. */
export const workingHours: WorkingHours = [
  [9 * 60, 12 * 60],
  [14 * 60, 18 * 60],
]
/** Holidays that fall on the same date every year; all that is known of a year without a table. */
const FIXED_HOLIDAYS = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'])

/** Statutory workdays of the years that are loaded. Dates are Shanghai dates, "YYYY-MM-DD". */
export class WorkCalendar {
  private readonly years = new Map<number, { holidays: Set<string>; makeUp: Set<string> }>()
  private readonly close: number

  constructor(
    years: readonly CalendarYear[],
    private readonly hours: WorkingHours = workingHours,
  ) {
    for (const { year, holidays, makeUpWorkdays } of years)
      this.years.set(year, { holidays: new Set(holidays), makeUp: new Set(makeUpWorkdays) })
    this.close = Math.max(...hours.map(([, close]) => close))
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

  workdayBefore(date: string): string {
    const before = plusDays(date, -1)
    return this.isWorkday(before) ? before : this.workdayBefore(before)
  }

  /** The close (18:00) of the n-th workday after the day of `start` (n ≥ 1). WORKFLOW §5. */
  afterWorkdays(start: Date, workdays: number): Due {
    assertPositive(workdays)
    let date = shanghaiDate(start)
    let isProvisional = false
    for (let left = workdays; left > 0;) {
      date = plusDays(date, 1)
      isProvisional ||= !this.knows(date)
      if (this.isWorkday(date)) left -= 1
    }
    return { dueAt: fromShanghai(date, this.close), isProvisional }
  }

  /** The moment when so many working minutes have passed since `start`, to the millisecond. */
  afterWorkingMinutes(start: Date, minutes: number): Due {
    return this.afterWorkingTime(start, Math.round(minutes * MINUTE))
  }

  /** The same in milliseconds. */
  afterWorkingTime(start: Date, milliseconds: number): Due {
    assertPositive(milliseconds)
    let date = shanghaiDate(start)
    let left = milliseconds
    let isProvisional = false
    for (;;) {
      isProvisional ||= !this.knows(date)
      for (const [open, close] of this.openOn(date)) {
        const from = Math.max(open, start.getTime())
        const available = Math.max(0, close - from)
        if (available >= left) return { dueAt: new Date(from + left), isProvisional }
        left -= available
      }
      date = plusDays(date, 1)
    }
  }

  /** Milliseconds of working time between two moments. */
  workingTime(start: Date, end: Date): number {
    let sum = 0
    for (let date = shanghaiDate(start); date <= shanghaiDate(end); date = plusDays(date, 1))
      for (const [open, close] of this.openOn(date))
        sum += Math.max(0, Math.min(close, end.getTime()) - Math.max(open, start.getTime()))
    return sum
  }

  /** The stretches that are worked on a date, in milliseconds since 1970. */
  private openOn(date: string): [number, number][] {
    if (!this.isWorkday(date)) return []
    const moment = (minute: number) => fromShanghai(date, minute).getTime()
    return this.hours.map(([open, close]) => [moment(open), moment(close)])
  }
}

function assertPositive(amount: number): void {
  if (!(amount > 0) || !Number.isFinite(amount))
    throw new RangeError(`a limit must be above 0, not ${amount}`)
}
