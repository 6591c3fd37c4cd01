import { plusDays, plusMonths, shanghaiDate, shanghaiMonth } from '@minsheng/shared'
import type { NewExportBody } from '@/services/api'

export const exportPeriods = ['month', 'lastMonth', 'lastQuarter', 'lastHalf', 'quarter', 'year'] as const
export type ExportPeriod = (typeof exportPeriods)[number]

type Asked = Pick<NewExportBody, 'period' | 'month' | 'from' | 'to'>

/** The months before this one that make up a whole quarter or half year. */
function wholeMonths(month: string, length: 3 | 6): Asked {
  const passed = (Number(month.slice(5)) - 1) % length
  const first = plusMonths(month, -passed - length)
  return { period: 'free', from: `${first}-01`, to: plusDays(`${plusMonths(first, length)}-01`, -1) }
}

/** The period of now, as the server is asked for it. Reports are monthly, quarterly, half-yearly. */
export function exportPeriodOf(period: ExportPeriod, now: Date): Asked {
  const today = shanghaiDate(now)
  const month = shanghaiMonth(now)
  const asked: Record<ExportPeriod, () => Asked> = {
    month: () => ({ period: 'month', month }),
    lastMonth: () => ({ period: 'month', month: plusMonths(month, -1) }),
    lastQuarter: () => wholeMonths(month, 3),
    lastHalf: () => wholeMonths(month, 6),
    quarter: () => ({ period: 'free', from: plusDays(today, -89), to: today }),
    year: () => ({ period: 'free', from: plusDays(today, -364), to: today }),
  }
  return asked[period]()
}
