import {
  fromShanghai,
  noCounts,
  plusDays,
  pool,
  rankingMin,
  type RateCounts,
  threeRates,
} from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { Departments } from '../people/index.js'
import { Areas } from '../places/index.js'
import { Present } from '../platform/present.js'
import { badRequest } from '../platform/problem.js'
import { Routing } from '../routing/index.js'
import type { ScoreRow, ScoresQuery, ScoresView } from './scores.dto.js'
import { type OrderCounts, type ScoreGroup, ScoresStore } from './scores.store.js'

interface Sums {
  ratings: RateCounts
  orders: OrderCounts
  filed: number
  reworks: number
}
const noOrders: OrderCounts = { due: 0, answered: 0, onTime: 0, openOverdue: 0 }
const LONGEST_DAYS = 366

/** The three rates per department, field or street. WORKFLOW §4. */
@Injectable()
export class Scores {
  constructor(
    private readonly store: ScoresStore,
    private readonly departments: Departments,
    private readonly routing: Routing,
    private readonly areas: Areas,
    private readonly present: Present,
  ) {}

  /** @throws Problem 400 `period_invalid` */
  async of({ from, to, by }: ScoresQuery): Promise<ScoresView> {
    if (from > to || plusDays(from, LONGEST_DAYS) < to)
      throw badRequest('period_invalid', '开始日期要早于结束日期，最多查看一年')
    const period = { from: fromShanghai(from), until: fromShanghai(plusDays(to, 1)) }
    const [names, ratings, orders, filed, reworks] = await Promise.all([
      this.names(by),
      this.store.ratings(by, period),
      this.store.orders(by, period, this.present.now()),
      this.store.filed(by, period),
      this.store.reworks(by, period),
    ])
    const keys = new Set([...names.keys(), ...ratings.keys(), ...orders.keys(), ...filed.keys()])
    const sums = [...keys].map((key): [string, Sums] => [
      key,
      {
        ratings: ratings.get(key) ?? noCounts,
        orders: orders.get(key) ?? noOrders,
        filed: filed.get(key) ?? 0,
        reworks: reworks.get(key) ?? 0,
      },
    ])
    const rows = sums
      .map(([key, sum]) => scoreRow(key || null, names.get(key) ?? '待分派', sum))
      .filter(({ filed, answered, rated, openOverdue }) => filed + answered + rated + openOverdue > 0)
    return {
      from,
      to,
      by,
      total: scoreRow(null, '全区', total(sums.map(([, sum]) => sum))),
      items: ranked(rows),
    }
  }

  private async names(by: ScoreGroup): Promise<Map<string, string>> {
    const named = {
      department: () => this.departments.all(),
      field: async () => (await this.routing.tree()).filter(({ level }) => level === 1),
      area: () => this.areas.all('street'),
    }
    return new Map((await named[by]()).map(({ id, name }) => [id, name]))
  }
}

/** Totals are pooled, never the mean of the rows. WORKFLOW §4. */
function total(sums: readonly Sums[]): Sums {
  const sum = (of: (sums: Sums) => number) => sums.reduce((all, each) => all + of(each), 0)
  return {
    ratings: pool(sums.map(({ ratings }) => ratings)),
    orders: {
      due: sum(({ orders }) => orders.due),
      answered: sum(({ orders }) => orders.answered),
      onTime: sum(({ orders }) => orders.onTime),
      openOverdue: sum(({ orders }) => orders.openOverdue),
    },
    filed: sum(({ filed }) => filed),
    reworks: sum(({ reworks }) => reworks),
  }
}

function scoreRow(id: string | null, name: string, { ratings, orders, filed, reworks }: Sums): ScoreRow {
  return {
    id,
    name,
    filed,
    answered: orders.answered,
    rated: ratings.rated,
    solved: ratings.solved,
    ...threeRates(ratings),
    onTimeRate: orders.due === 0 ? null : orders.onTime / orders.due,
    reworks,
    openOverdue: orders.openOverdue,
    rank: null,
  }
}

/** Best first; a rank only for those with enough ratings, equal scores share it. */
function ranked(rows: readonly ScoreRow[]): ScoreRow[] {
  const isRanked = (row: ScoreRow) => row.rated >= rankingMin
  const composite = (row: ScoreRow) => row.composite ?? -1
  const sorted = [...rows].sort(
    (a, b) => Number(isRanked(b)) - Number(isRanked(a)) || composite(b) - composite(a) || b.filed - a.filed,
  )
  return sorted.map((row) => ({
    ...row,
    rank: isRanked(row)
      ? 1 + sorted.filter((other) => isRanked(other) && composite(other) > composite(row)).length
      : null,
  }))
}
