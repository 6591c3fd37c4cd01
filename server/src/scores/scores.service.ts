import {
  type Figures,
  monthsOf,
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
import { Complaint, complaintTitle } from '../feedback/index.js'
import { Need, WorkOrder } from '../handling/index.js'
import { Departments } from '../people/index.js'
import { Areas } from '../places/index.js'
import { pageOf, UnitOfWork } from '../platform/database/index.js'
import { Routing } from '../routing/index.js'
import { type Dimension, needSources } from './dimensions.js'
import type { ScoreGroup } from './groups.js'
import { Pooling, type ShownFigures } from './pooled-sums.js'
import { correctionsOf, ranked, scoreRow, targetViews, withProgress } from './score-rows.js'
import { Schemes } from './schemes.js'
import type { ScoreMonth } from './score-sum.entity.js'
import type { Scope } from './scope.js'
import type { ItemListing, ScoreItemPage, ScoreItemView, ScoreRow, ScoresView } from './scores.dto.js'
import { type ByGroup, type ItemFilter, type ListedItem, ScoresStore } from './scores.store.js'
import { monthName, sourceWords, unsorted, weekName } from './words.js'

/** What a dashboard asks for. */
export interface ScoresAsked {
  period: PeriodName
  by: ScoreGroup
  scope: Scope
}

/** Of which number the items are asked for. */
export interface ItemsAsked extends Pick<ItemFilter, 'figure' | 'row'>, ScoresAsked {
  listing: ItemListing
}

const isTime = (by: ScoreGroup): by is 'week' | 'month' => by === 'week' || by === 'month'

/** The three rates and the other figures, by department, field, town, source or time. WORKFLOW §4. */
@Injectable()
export class Scores {
  constructor(
    private readonly store: ScoresStore,
    private readonly schemes: Schemes,
    private readonly pooling: Pooling,
    private readonly departments: Departments,
    private readonly routing: Routing,
    private readonly areas: Areas,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async of(asked: ScoresAsked): Promise<ScoresView> {
    const period = periodOf(asked.period)
    const scheme = await this.schemes.on(lastDay(period))
    const frozen = await this.frozenMonths(asked.period, asked.by)
    const rows = isTime(asked.by)
      ? await this.byTime(asked, asked.by, scheme, frozen)
      : await this.byDimension(asked, asked.by, scheme, frozen)
    const { scope } = asked
    const isWhole = frozen.length > 0 && frozen.length === monthsOf(asked.period).length
    return {
      from: shanghaiDate(period.from),
      to: lastDay(period),
      by: asked.by,
      scope: { id: scope.id || null, name: scope.name, reason: scope.reason },
      scheme: shown(scheme),
      frozenAt: (isWhole && frozen.at(-1)?.frozenAt.toISOString()) || null,
      frozenMonths: frozen.map(({ month }) => month),
      targets: targetViews(rows.total),
      ...rows,
    }
  }

  /** What is behind a number: the very things that were counted, of frozen months those of then. docs/adr/0156 */
  async items(asked: ItemsAsked, cursor: string | undefined): Promise<ScoreItemPage> {
    const { period: name, by, listing: wanted, ...rest } = asked
    const frozen = await this.frozenMonths(name, by)
    const countedAs = countedAsOf(frozen)
    const isOfNow = countedAs === 'now' || countedAs === 'unlisted'
    if (wanted === 'added' && isOfNow) return { countedAs, items: [], nextCursor: null }
    const listing = wanted === 'added' ? wanted : isOfNow ? 'now' : 'frozen'
    const rows = await this.store.items({ ...rest, listing, period: periodOf(name) }, cursor)
    const { items, nextCursor } = pageOf(
      rows,
      ({ at, id }) => ({ at, id }),
      (row) => row,
    )
    return { countedAs, items: await this.itemViews(items), nextCursor }
  }

  /** By community one looks at where it burns, not at a score: that is as counted now. docs/adr/0137 */
  private async frozenMonths(period: PeriodName, by: ScoreGroup): Promise<readonly ScoreMonth[]> {
    return by === 'community' ? [] : this.pooling.frozenMonths(period)
  }

  private async byDimension(
    { period: name, scope }: ScoresAsked,
    dimension: Dimension,
    scheme: RateScheme,
    frozen: readonly ScoreMonth[],
  ): Promise<{ total: ScoreRow; items: ScoreRow[] }> {
    const before = periodBefore(name)
    const [names, sums, earlier] = await Promise.all([
      this.names(dimension),
      this.pooling.sums(name, frozen, scope, dimension),
      this.frozenMonths(before, dimension).then((months) =>
        this.pooling.sums(before, months, scope, dimension),
      ),
    ])
    const schemeBefore = await this.schemes.on(lastDay(periodOf(before)))
    const row = (id: string | null, named: string, of: (groups: ByGroup) => Figures): ScoreRow => {
      const scored = scoreRow(id, named, { figures: of(sums.shown), scheme })
      const corrections = correctionsOf(of(sums.shown), of(sums.now))
      return { ...withProgress(scored, { figures: of(earlier.shown), scheme: schemeBefore }), corrections }
    }
    const items = [...new Set([...sums.shown.keys(), ...sums.now.keys()])].map((key) =>
      row(key || null, names.get(key) ?? unsorted, (groups) => groups.get(key) ?? noFigures),
    )
    return {
      total: row(null, scope.name, (groups) => pooled([...groups.values()])),
      items: ranked(items.filter(hasAnything)),
    }
  }

  /** In the order of time, without ranks. The total is the same as by anything else; a week is never frozen. */
  private async byTime(
    { period: name, scope }: ScoresAsked,
    by: 'week' | 'month',
    scheme: RateScheme,
    frozen: readonly ScoreMonth[],
  ): Promise<{ total: ScoreRow; items: ScoreRow[] }> {
    const halfDays = await this.store.sumsByTime(scope, periodOf(name))
    const months = await this.pooling.byMonth(halfDays, frozen, scope)
    const row = (id: string | null, named: string, { shown: figures, now }: ShownFigures): ScoreRow => ({
      ...scoreRow(id, named, { figures, scheme }),
      corrections: correctionsOf(figures, now),
    })
    const groups = by === 'month' ? months : byWeek(halfDays)
    const nameOf = by === 'month' ? monthName : weekName
    const all = [...months.values()]
    return {
      total: row(null, scope.name, {
        shown: pooled(all.map((month) => month.shown)),
        now: pooled(all.map((month) => month.now)),
      }),
      items: [...groups]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, figures]) => row(key, nameOf(key), figures))
        .filter(hasAnything),
    }
  }

  private async names(dimension: Dimension): Promise<Map<string, string>> {
    const named = {
      department: async () => [...(await this.departments.known()).values()],
      field: async () => (await this.routing.tree()).filter(({ level }) => level === 1),
      area: () => this.areas.all('street'),
      community: () => this.areas.all('community'),
      source: () => Promise.resolve(needSources.map((id) => ({ id, name: sourceWords[id] }))),
    }
    return new Map((await named[dimension]()).map(({ id, name }) => [id, name]))
  }

  /** Complaints without a need, by key, with the project that they are about. */
  private async projectsAmong(complaintIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    if (complaintIds.length === 0) return new Map()
    const found = await this.unitOfWork.reader.findBy(Complaint, { id: In([...complaintIds]) })
    return new Map(found.map(({ id, projectTitle }) => [id, projectTitle]))
  }

  private async itemViews(items: readonly ListedItem[]): Promise<ScoreItemView[]> {
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
    const projects = await this.projectsAmong(needIds.filter((id) => !needOf.has(id)))
    // The newest one stays.
    const leadOf = new Map(leads.map((order) => [order.needId, order.id]))
    return items.map(({ id, needId, workOrderId, departmentId, streetId, at, correction }) => ({
      ...{ id, needId, correction, workOrderId: workOrderId ?? leadOf.get(needId) ?? null },
      receiptNo: needOf.get(needId)?.receiptNo ?? '',
      title: needOf.get(needId)?.title ?? complaintTitle(projects.get(needId)),
      departmentName: departments.get(departmentId)?.name ?? null,
      areaName: areas.get(streetId)?.name ?? '',
      at: at.toISOString(),
    }))
  }
}

function byWeek(halfDays: ByGroup): ReadonlyMap<string, ShownFigures> {
  const weeks = new Map<string, ShownFigures>()
  for (const [halfDay, figures] of halfDays) {
    const week = weekOf(Number(halfDay))
    const sum = pooled([weeks.get(week)?.now ?? noFigures, figures])
    weeks.set(week, { shown: sum, now: sum })
  }
  return weeks
}

/** Of which months it can be told what was counted when they were frozen. */
function countedAsOf(frozen: readonly ScoreMonth[]): ScoreItemPage['countedAs'] {
  if (frozen.length === 0) return 'now'
  if (frozen.every(({ isListed }) => isListed)) return 'frozen'
  return frozen.some(({ isListed }) => isListed) ? 'partly' : 'unlisted'
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
