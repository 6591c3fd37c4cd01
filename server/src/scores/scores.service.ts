import {
  type Figures,
  monthOf,
  noFigures,
  type Period,
  periodBefore,
  type PeriodName,
  periodOf,
  pooled,
  type RateScheme,
  shanghaiDate,
  weekOf,
} from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { Need, WorkOrder } from '../handling/index.js'
import { Departments } from '../people/index.js'
import { Areas } from '../places/index.js'
import { pageOf, UnitOfWork } from '../platform/database/index.js'
import { Routing } from '../routing/index.js'
import { type Dimension, needSources } from './dimensions.js'
import type { ScoreGroup } from './groups.js'
import type { ScoreItem } from './score-item.entity.js'
import { correctionsOf, ranked, scoreRow, targetViews, withProgress } from './score-rows.js'
import { Schemes } from './schemes.js'
import type { Scope } from './scope.js'
import type { ScoreItemPage, ScoreItemView, ScoreRow, ScoresView } from './scores.dto.js'
import { type ByGroup, type ItemFilter, ScoresStore } from './scores.store.js'
import { Snapshots } from './snapshots.js'
import { aboutService, monthName, sourceWords, unsorted, weekName } from './words.js'

/** What a dashboard asks for. */
export interface ScoresAsked {
  period: PeriodName
  by: ScoreGroup
  scope: Scope
}

const isTime = (by: ScoreGroup): by is 'week' | 'month' => by === 'week' || by === 'month'

/** The three rates and the other figures, by department, field, town, source or time. WORKFLOW §4. */
@Injectable()
export class Scores {
  constructor(
    private readonly store: ScoresStore,
    private readonly schemes: Schemes,
    private readonly snapshots: Snapshots,
    private readonly departments: Departments,
    private readonly routing: Routing,
    private readonly areas: Areas,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async of(asked: ScoresAsked): Promise<ScoresView> {
    const period = periodOf(asked.period)
    const scheme = await this.schemes.on(lastDay(period))
    const frozen = asked.period.kind === 'month' ? await this.snapshots.frozenAt(asked.period.month) : null
    const rows = isTime(asked.by)
      ? await this.byTime(asked, period, scheme)
      : await this.byDimension(asked, asked.by, scheme, frozen?.month)
    const { scope } = asked
    return {
      from: shanghaiDate(period.from),
      to: lastDay(period),
      by: asked.by,
      scope: { id: scope.id || null, name: scope.name, reason: scope.reason },
      scheme: shown(scheme),
      frozenAt: frozen?.frozenAt.toISOString() ?? null,
      targets: targetViews(rows.total),
      ...rows,
    }
  }

  /** What is behind a number: the very things that were counted. */
  async items(filter: ItemFilter, cursor: string | undefined): Promise<ScoreItemPage> {
    const rows = await this.store.items(filter, cursor)
    const { items, nextCursor } = pageOf(
      rows,
      ({ at, id }) => ({ at, id }),
      (row) => row,
    )
    return { items: await this.itemViews(items), nextCursor }
  }

  private async byDimension(
    { period: name, scope }: ScoresAsked,
    dimension: Dimension,
    scheme: RateScheme,
    month: string | undefined,
  ): Promise<{ total: ScoreRow; items: ScoreRow[] }> {
    const before = periodOf(periodBefore(name))
    const [names, live, earlier, frozen] = await Promise.all([
      this.names(dimension),
      this.store.sums(scope, dimension, periodOf(name)),
      this.store.sums(scope, dimension, before),
      month === undefined ? undefined : this.store.frozen(month, scope, dimension),
    ])
    const sums = frozen ?? live
    const schemeBefore = await this.schemes.on(lastDay(before))
    const row = (id: string | null, named: string, of: (groups: ByGroup) => Figures): ScoreRow => {
      const scored = scoreRow(id, named, { figures: of(sums), scheme })
      const corrections = frozen ? correctionsOf(of(frozen), of(live)) : []
      return { ...withProgress(scored, { figures: of(earlier), scheme: schemeBefore }), corrections }
    }
    const items = [...new Set([...sums.keys(), ...live.keys()])].map((key) =>
      row(key || null, names.get(key) ?? unsorted, (groups) => groups.get(key) ?? noFigures),
    )
    return {
      total: row(null, scope.name, (groups) => pooled([...groups.values()])),
      items: ranked(items.filter(hasAnything)),
    }
  }

  /** In the order of time, without ranks. */
  private async byTime(
    { by, scope }: ScoresAsked,
    period: Period,
    scheme: RateScheme,
  ): Promise<{ total: ScoreRow; items: ScoreRow[] }> {
    const isWeek = by === 'week'
    const groups = new Map<string, Figures[]>()
    for (const [halfDay, figures] of await this.store.sumsByTime(scope, period)) {
      const key = isWeek ? weekOf(Number(halfDay)) : monthOf(Number(halfDay))
      groups.set(key, [...(groups.get(key) ?? []), figures])
    }
    const items = [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
    const row = (id: string | null, name: string, all: readonly Figures[]) =>
      scoreRow(id, name, { figures: pooled(all), scheme })
    return {
      total: row(null, scope.name, [...groups.values()].flat()),
      items: items.map(([key, all]) => row(key, isWeek ? weekName(key) : monthName(key), all)),
    }
  }

  private async names(dimension: Dimension): Promise<Map<string, string>> {
    const named = {
      department: async () => [...(await this.departments.known()).values()],
      field: async () => (await this.routing.tree()).filter(({ level }) => level === 1),
      area: () => this.areas.all('street'),
      source: () => Promise.resolve(needSources.map((id) => ({ id, name: sourceWords[id] }))),
    }
    return new Map((await named[dimension]()).map(({ id, name }) => [id, name]))
  }

  private async itemViews(items: readonly ScoreItem[]): Promise<ScoreItemView[]> {
    const needIds = items.map(({ needId }) => needId)
    const { reader } = this.unitOfWork
    const [needs, leads, departments, areas] = await Promise.all([
      reader.findBy(Need, { id: In(needIds) }),
      reader.find(WorkOrder, {
        where: { needId: In(needIds), role: 'lead' },
        order: { round: 'ASC', id: 'ASC' },
      }),
      this.departments.known(),
      this.areas.known(),
    ])
    const needOf = new Map(needs.map((need) => [need.id, need]))
    // The newest one stays.
    const leadOf = new Map(leads.map((order) => [order.needId, order.id]))
    return items.map(({ id, needId, workOrderId, departmentId, streetId, at }) => ({
      ...{ id, needId, workOrderId: workOrderId ?? leadOf.get(needId) ?? null },
      receiptNo: needOf.get(needId)?.receiptNo ?? '',
      title: needOf.get(needId)?.title ?? aboutService,
      departmentName: departments.get(departmentId)?.name ?? null,
      areaName: areas.get(streetId)?.name ?? '',
      at: at.toISOString(),
    }))
  }
}

const lastDay = ({ until }: Period): string => shanghaiDate(new Date(until.getTime() - 1))

const shown = ({ contact, solved, satisfaction, fairlySatisfied }: RateScheme) => ({
  contact,
  solved,
  satisfaction,
  fairlySatisfied,
})

const hasAnything = ({ figures, corrections }: ScoreRow): boolean =>
  corrections.length > 0 || Object.values(figures).some((count) => count !== 0)
