import type { CalendarYear } from './calendar.js'

/** The inclusive days from one "MM-DD" to another within one month or two neighbouring ones of a year. */
const span = (year: number, from: string, to: string): string[] => {
  const days: string[] = []
  for (let at = Date.parse(`${year}-${from}T00:00:00Z`); ; at += 86_400_000) {
    const day = new Date(at).toISOString().slice(5, 10)
    days.push(day)
    if (day === to) return days
  }
}

/** State Council's notices on the holidays of 2025 and 2026. */
export const calendarYears: readonly CalendarYear[] = [
  {
    year: 2025,
    holidays: [
      '01-01',
      ...span(2025, '01-28', '02-04'),
      ...span(2025, '04-04', '04-06'),
      ...span(2025, '05-01', '05-05'),
      ...span(2025, '05-31', '06-02'),
      ...span(2025, '10-01', '10-08'),
    ],
    makeUpWorkdays: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  {
    year: 2026,
    holidays: [
      ...span(2026, '01-01', '01-03'),
      ...span(2026, '02-15', '02-23'),
      ...span(2026, '04-04', '04-06'),
      ...span(2026, '05-01', '05-05'),
      ...span(2026, '06-19', '06-21'),
      ...span(2026, '09-25', '09-27'),
      ...span(2026, '10-01', '10-07'),
    ],
    makeUpWorkdays: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
]
