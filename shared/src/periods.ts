import { DAY, fromShanghai, HOUR, plusDays, shanghaiDate, weekday } from './time.js'

/** The periods of WORKFLOW §4, and from–to as one likes. */
export const periodKinds = ['month', 'nineteenth', 'noonDay', 'free'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** A half-open range of instants: from ≤ at < until. */
export interface Period {
  from: Date
  until: Date
}

/** How a period is named: a month ("2026-11"), a day ("2026-11-24"), or two days, both included. */
export type PeriodName =
  | { kind: 'month' | 'nineteenth'; month: string }
  | { kind: 'noonDay'; day: string }
  | { kind: 'free'; from: string; to: string }

const noon = 12 * 60

/** The month so many months later (or earlier), "YYYY-MM". */
export function plusMonths(month: string, months: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months)).toISOString().slice(0, 7)
}

/** A calendar month; the 19th of the month before to the 18th; from noon of the day before to noon; or free. */
export function periodOf(name: PeriodName): Period {
  switch (name.kind) {
    case 'month':
      return between(`${name.month}-01`, `${plusMonths(name.month, 1)}-01`)
    case 'nineteenth':
      return between(`${plusMonths(name.month, -1)}-19`, `${name.month}-19`)
    case 'noonDay':
      return { from: fromShanghai(plusDays(name.day, -1), noon), until: fromShanghai(name.day, noon) }
    case 'free':
      return between(name.from, plusDays(name.to, 1))
  }
}

/** The calendar months that make up a period; none when it is not made of whole months. */
export function monthsOf(name: PeriodName): string[] {
  if (name.kind === 'month') return [name.month]
  if (name.kind !== 'free' || !name.from.endsWith('-01') || !plusDays(name.to, 1).endsWith('-01')) return []
  const [first, after] = [name.from.slice(0, 7), plusDays(name.to, 1).slice(0, 7)]
  const months: string[] = []
  for (let month = first; month < after; month = plusMonths(month, 1)) months.push(month)
  return months
}

/** So many whole months as one period. */
export const wholeMonths = (first: string, length: number): { kind: 'free'; from: string; to: string } => ({
  kind: 'free',
  from: `${first}-01`,
  to: plusDays(`${plusMonths(first, length)}-01`, -1),
})

/** The last quarter, or half year, that is over before this month is. */
export function lastWhole(month: string, length: 3 | 6): { kind: 'free'; from: string; to: string } {
  const passed = (Number(month.slice(5)) - 1) % length
  return wholeMonths(plusMonths(month, -passed - length), length)
}

/** The period before one, for the progress ranking: of the same kind, as many whole months, or just as long. */
export function periodBefore(name: PeriodName): PeriodName {
  switch (name.kind) {
    case 'month':
    case 'nineteenth':
      return { ...name, month: plusMonths(name.month, -1) }
    case 'noonDay':
      return { ...name, day: plusDays(name.day, -1) }
    case 'free': {
      const months = monthsOf(name)
      const [first] = months
      if (first) return wholeMonths(plusMonths(first, -months.length), months.length)
      const days = Math.round((Date.parse(name.to) - Date.parse(name.from)) / DAY) + 1
      return { kind: 'free', from: plusDays(name.from, -days), to: plusDays(name.from, -1) }
    }
  }
}

const between = (from: string, until: string): Period => ({
  from: fromShanghai(from),
  until: fromShanghai(until),
})

/**
 * The half day in Shanghai, counted from 1970: all periods begin and end at midnight or noon, so that sums of half
 * days make up every one of them.
 */
export const halfDayOf = (at: Date): number =>
  Math.floor((at.getTime() - fromShanghai('1970-01-01').getTime()) / (12 * HOUR))

/** The day in Shanghai of a half day. */
const dayOf = (halfDay: number): string => plusDays('1970-01-01', Math.floor(halfDay / 2))

/** The Monday of the week of a half day. */
export function weekOf(halfDay: number): string {
  const day = dayOf(halfDay)
  return plusDays(day, -((weekday(day) + 6) % 7))
}

/** The month of a half day, "YYYY-MM". */
export const monthOf = (halfDay: number): string => dayOf(halfDay).slice(0, 7)

/** The month of a moment in Shanghai, "YYYY-MM". */
export const shanghaiMonth = (at: Date): string => shanghaiDate(at).slice(0, 7)
