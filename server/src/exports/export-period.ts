import { type PeriodName, periodOf, shanghaiDate, shanghaiMonth } from '@minsheng/shared'
import type { Scope } from '../scores/index.js'
import type { ExportJob } from './export-job.entity.js'

/** The days that an export names, both included. */
export const daysOf = ({ periodFrom, periodUntil }: ExportJob): { from: string; to: string } => ({
  from: shanghaiDate(periodFrom),
  to: shanghaiDate(new Date(periodUntil.getTime() - 1)),
})

/** The period of a report by its name: only a whole month can be a frozen one. */
export function reportPeriodOf(job: ExportJob): PeriodName {
  const month = { kind: 'month', month: shanghaiMonth(job.periodFrom) } as const
  const { from, until } = periodOf(month)
  const isWhole = from.getTime() === job.periodFrom.getTime() && until.getTime() === job.periodUntil.getTime()
  return isWhole ? month : { kind: 'free', ...daysOf(job) }
}

/** What the person could see when the export was asked for. */
export const scopeOf = ({
  scopeId: id,
  scopeKind: kind,
  scopeName: name,
  cutReason: reason,
}: ExportJob): Scope => ({
  ...{ id, kind, name, reason },
})
