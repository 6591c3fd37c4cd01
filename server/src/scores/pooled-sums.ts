import {
  type Figures,
  monthOf,
  monthsOf,
  noFigures,
  type PeriodName,
  periodOf,
  pooled,
} from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import type { Dimension } from './dimensions.js'
import type { ScoreMonth } from './score-sum.entity.js'
import type { Scope } from './scope.js'
import { type ByGroup, ScoresStore } from './scores.store.js'
import { Snapshots } from './snapshots.js'

/** What is shown, and what it would be if no month were frozen. */
export interface ShownFigures {
  shown: Figures
  now: Figures
}
/** The same of a whole period, by group. */
export interface PooledSums {
  shown: ByGroup
  now: ByGroup
}

/**
 * A period of whole months has the frozen figures of those that are frozen, and the sums of the others: a quarter is
 * what its months were, with what has changed since beside it. WORKFLOW §4, docs/adr/0136
 */
@Injectable()
export class Pooling {
  constructor(
    private readonly store: ScoresStore,
    private readonly snapshots: Snapshots,
  ) {}

  /** Which months of a period are frozen, the oldest first; none when it is not made of whole months. */
  frozenMonths(name: PeriodName): Promise<ScoreMonth[]> {
    return this.snapshots.of(monthsOf(name))
  }

  /** At most three statements, each a few ranges of a primary key. */
  async sums(
    name: PeriodName,
    frozen: readonly ScoreMonth[],
    scope: Scope,
    dimension: Dimension,
  ): Promise<PooledSums> {
    const now = await this.store.sums(scope, dimension, [periodOf(name)])
    if (frozen.length === 0) return { shown: now, now }
    const isFrozen = new Set(frozen.map(({ month }) => month))
    const others = monthsOf(name).filter((month) => !isFrozen.has(month))
    const [kept, open] = await Promise.all([
      this.store.frozen([...isFrozen], scope, dimension),
      this.store.sums(
        scope,
        dimension,
        others.map((month) => periodOf({ kind: 'month', month })),
      ),
    ])
    return { shown: added(kept, open), now }
  }

  /** The same by months. The sums of half days have no source but the events: months that are frozen replace them. */
  async byMonth(
    halfDays: ByGroup,
    frozen: readonly ScoreMonth[],
    scope: Scope,
  ): Promise<ReadonlyMap<string, ShownFigures>> {
    const months = new Map<string, Figures[]>()
    for (const [halfDay, figures] of halfDays) {
      const month = monthOf(Number(halfDay))
      months.set(month, [...(months.get(month) ?? []), figures])
    }
    const kept = await this.store.frozenByMonth(
      frozen.map(({ month }) => month),
      scope,
    )
    for (const { month } of frozen) months.set(month, months.get(month) ?? [])
    return new Map(
      [...months].map(([month, all]) => {
        const now = pooled(all)
        const isFrozen = frozen.some((each) => each.month === month)
        return [month, { now, shown: isFrozen ? (kept.get(month) ?? noFigures) : now }]
      }),
    )
  }
}

const added = (one: ByGroup, other: ByGroup): ByGroup =>
  new Map(
    [...new Set([...one.keys(), ...other.keys()])].map((key) => [
      key,
      pooled([one.get(key) ?? noFigures, other.get(key) ?? noFigures]),
    ]),
  )
