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
