import { plusDays, shanghaiDate } from '@minsheng/shared'

export const periods = ['month', 'lastMonth', 'quarter'] as const
export type Period = (typeof periods)[number]

/** Dates in Shanghai, both included. */
export function periodOf(period: Period, now: Date): { from: string; to: string } {
  const today = shanghaiDate(now)
  const firstOfMonth = `${today.slice(0, 8)}01`
  const lastOfBefore = plusDays(firstOfMonth, -1)
  const spans: Record<Period, { from: string; to: string }> = {
    month: { from: firstOfMonth, to: today },
    lastMonth: { from: `${lastOfBefore.slice(0, 8)}01`, to: lastOfBefore },
    quarter: { from: plusDays(today, -89), to: today },
  }
  return spans[period]
}

/** The last days of months that a plan may name: of the next one, and in a quarter, half a year and a year. */
export const monthEnds = (today: string): string[] => [1, 3, 6, 12].map((ahead) => endOfMonth(today, ahead))

function endOfMonth(today: string, ahead: number): string {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return new Date(Date.UTC(year, month + ahead, 0)).toISOString().slice(0, 10)
}
