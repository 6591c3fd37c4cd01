import { lastWhole, plusDays, plusMonths, shanghaiDate, shanghaiMonth } from '@minsheng/shared'
import type { NewExportBody } from '@/services/api'

export const exportPeriods = ['month', 'lastMonth', 'lastQuarter', 'lastHalf', 'quarter', 'year'] as const
export type ExportPeriod = (typeof exportPeriods)[number]

type Asked = Pick<NewExportBody, 'period' | 'month' | 'from' | 'to'>

const whole = ({ from, to }: { from: string; to: string }): Asked => ({ period: 'free', from, to })

/** The period of now, as the server is asked for it. Reports are monthly, quarterly, half-yearly. */
export function exportPeriodOf(period: ExportPeriod, now: Date): Asked {
  const today = shanghaiDate(now)
  const month = shanghaiMonth(now)
  const asked: Record<ExportPeriod, () => Asked> = {
    month: () => ({ period: 'month', month }),
    lastMonth: () => ({ period: 'month', month: plusMonths(month, -1) }),
    lastQuarter: () => whole(lastWhole(month, 3)),
    lastHalf: () => whole(lastWhole(month, 6)),
    quarter: () => ({ period: 'free', from: plusDays(today, -89), to: today }),
    year: () => ({ period: 'free', from: plusDays(today, -364), to: today }),
  }
  return asked[period]()
}
