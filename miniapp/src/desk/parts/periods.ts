import {
  lastWhole,
  plusDays,
  plusMonths,
  shanghaiDate,
  shanghaiMinute,
  shanghaiMonth,
} from '@minsheng/shared'

export const periods = [
  'month',
  'lastMonth',
  'nineteenth',
  'noonDay',
  'quarter',
  'lastQuarter',
  'lastHalf',
] as const
export type Period = (typeof periods)[number]

/** How the server is asked for a period. */
export type PeriodAsked = Readonly<Record<string, string>>

const NOON = 12 * 60

const days = ({ from, to }: { from: string; to: string }): PeriodAsked => ({ from, to })

/** The period of now in which a leader looks at the figures, in Shanghai. WORKFLOW §4. */
export function periodOf(period: Period, now: Date): PeriodAsked {
  const today = shanghaiDate(now)
  const month = shanghaiMonth(now)
  const asked: Record<Period, PeriodAsked> = {
    month: { period: 'month', month },
    lastMonth: { period: 'month', month: plusMonths(month, -1) },
    nineteenth: { period: 'nineteenth', month: today.slice(8) >= '19' ? plusMonths(month, 1) : month },
    noonDay: { period: 'noonDay', day: shanghaiMinute(now) < NOON ? today : plusDays(today, 1) },
    quarter: { from: plusDays(today, -89), to: today },
    lastQuarter: days(lastWhole(month, 3)),
    lastHalf: days(lastWhole(month, 6)),
  }
  return asked[period]
}

/** The last days of months that a plan may name: of the next one, and in a quarter, half a year and a year. */
export const monthEnds = (today: string): string[] => [1, 3, 6, 12].map((ahead) => endOfMonth(today, ahead))

function endOfMonth(today: string, ahead: number): string {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return new Date(Date.UTC(year, month + ahead, 0)).toISOString().slice(0, 10)
}
