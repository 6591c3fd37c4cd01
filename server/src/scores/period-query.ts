import { isDay, type PeriodName, plusDays } from '@minsheng/shared'
import { badRequest } from '../platform/problem.js'
import type { PeriodQuery } from './scores.dto.js'

const LONGEST_DAYS = 366

/** The period that a query names. @throws Problem 400 `period_invalid` */
export function periodNameOf({ period = 'free', month, day, from, to }: PeriodQuery): PeriodName {
  if (period === 'noonDay') {
    if (!day || !isDay(day)) throw badRequest('period_invalid', '请选择哪一天')
    return { kind: period, day }
  }
  if (period !== 'free') {
    if (!month) throw badRequest('period_invalid', '请选择哪个月')
    return { kind: period, month }
  }
  if (!from || !to || !isDay(from) || !isDay(to)) throw badRequest('period_invalid', '请选择开始和结束日期')
  if (from > to || plusDays(from, LONGEST_DAYS) < to)
    throw badRequest('period_invalid', '开始日期要早于结束日期，最多查看一年')
  return { kind: period, from, to }
}
