import {
  type Figure,
  type Figures,
  figures,
  halfDayOf,
  kindOf,
  noFigures,
  type Period,
} from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import type { SelectQueryBuilder } from 'typeorm'
import { asNumber, pageAfter, pageSize, UnitOfWork } from '../platform/database/index.js'
import { type Dimension, everything } from './dimensions.js'
import type { FigureColumns } from './figure-columns.js'
import { markOf } from './marks.js'
import type { CountedColumns } from './counted-columns.js'
import { type CorrectionKind, ScoreCorrection } from './score-correction.entity.js'
import { ScoreItem } from './score-item.entity.js'
import { ScoreSnapshot, ScoreSum } from './score-sum.entity.js'
import type { Scope } from './scope.js'

export type ByGroup = ReadonlyMap<string, Figures>

/**
 * What of the items is asked for: what counts now; what counted when the months were frozen, and now in those that
 * are not; or what counts in frozen months now and did not then.
 */
export type Listing = 'now' | 'frozen' | 'added'
/** An item, and whether it counts in the figure no more, or only since its month was frozen. */
export type ListedItem = Omit<CountedColumns, 'marks'> & { correction: CorrectionKind | null }

/** Which items are behind a number. */
export interface ItemFilter {
  listing: Listing
  figure: Figure
  period: Period
  scope: Scope
  /** One row of the dashboard; all of them when undefined. */
  row: { dimension: Dimension; groupId: string } | undefined
}

const columns = {
  department: 'departmentId',
  field: 'fieldId',
  area: 'streetId',
  community: 'communityId',
  source: 'source',
} as const

/** The sums behind the dashboards, and the items behind the sums. */
@Injectable()
export class ScoresStore {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * A range of the primary key of `score_sum` for each of the periods, which do not overlap. A department within
   * itself is one row of the district's.
   */
  async sums(scope: Scope, dimension: Dimension, periods: readonly Period[]): Promise<ByGroup> {
    if (periods.length === 0) return new Map()
    const isOwn = scope.kind === dimension
    const query = this.unitOfWork.reader
      .createQueryBuilder(ScoreSum, 's')
      .select('s.groupId', 'groupId')
      .where('s.scope = :scope AND s.dimension = :dimension', {
        scope: isOwn ? everything : scope.id,
        dimension,
      })
      .andWhere(`(${periods.map((_, index) => within(index)).join(' OR ')})`)
      .groupBy('s.groupId')
    periods.forEach((period, index) => query.setParameters(withinOf(period, index)))
    if (isOwn) query.andWhere('s.groupId = :id', { id: scope.id })
    return byKey(summed(query), 'groupId')
  }

  /** The same by half days, from the dimension with the fewest rows: one range of the primary key. */
  sumsByTime(scope: Scope, period: Period): Promise<ByGroup> {
    const query = this.unitOfWork.reader
      .createQueryBuilder(ScoreSum, 's')
      .select('s.halfDay', 'halfDay')
      .where("s.scope = :scope AND s.dimension = 'source'", { scope: scope.id })
      .andWhere('s.halfDay >= :from AND s.halfDay < :until', halfDays(period))
      .groupBy('s.halfDay')
    return byKey(summed(query), 'halfDay')
  }

  /** Of frozen months, added up: a range of the primary key of `score_snapshot` for each. */
  frozen(months: readonly string[], scope: Scope, dimension: Dimension): Promise<ByGroup> {
    const isOwn = scope.kind === dimension
    const query = this.snapshots(months, isOwn ? everything : scope.id, dimension)
      .select('s.groupId', 'groupId')
      .groupBy('s.groupId')
    if (isOwn) query.andWhere('s.groupId = :id', { id: scope.id })
    return byKey(summed(query), 'groupId')
  }

  /** Of frozen months, each by itself, from the dimension with the fewest rows. */
  async frozenByMonth(months: readonly string[], scope: Scope): Promise<ByGroup> {
    if (months.length === 0) return new Map()
    const query = this.snapshots(months, scope.id, 'source').select('s.month', 'month').groupBy('s.month')
    return byKey(summed(query), 'month')
  }

  private snapshots(
    months: readonly string[],
    scope: string,
    dimension: Dimension,
  ): SelectQueryBuilder<ScoreSnapshot> {
    return this.unitOfWork.reader
      .createQueryBuilder(ScoreSnapshot, 's')
      .where('s.month IN (:...months) AND s.scope = :scope AND s.dimension = :dimension', {
        ...{ months, scope, dimension },
      })
  }

  /**
   * A page of what is behind a number, the newest first, 21 rows by key: a range of `ix_score_item_department` where
   * the number is a department's, of `ix_score_item_street` where it is a town's, else of `ix_score_item_kind`; and
   * the same of `score_correction`.
   */
  async items(filter: ItemFilter, cursor: string | undefined): Promise<ListedItem[]> {
    const { listing } = filter
    if (listing === 'added') return this.corrected(filter, 'added', cursor)
    const counted = behind(this.unitOfWork.reader.createQueryBuilder(ScoreItem, 'i'), filter)
    if (listing === 'frozen') counted.leftJoin(ScoreCorrection, 'c', 'c.id = i.id').andWhere('c.id IS NULL')
    const [items, gone] = await Promise.all([
      pageAfter(counted, newestFirst, cursor).getMany(),
      listing === 'frozen' ? this.corrected(filter, 'gone', cursor) : [],
    ])
    const listed = [...items.map((item): ListedItem => ({ ...item, correction: null })), ...gone]
    return listed.sort(byTime).slice(0, pageSize + 1)
  }

  /** What is gone is listed whole, as it was; what was added only where it did not count in the figure before. */
  private async corrected(
    filter: ItemFilter,
    correction: CorrectionKind,
    cursor: string | undefined,
  ): Promise<ListedItem[]> {
    const mark = markOf(filter.figure)
    const query = behind(this.unitOfWork.reader.createQueryBuilder(ScoreCorrection, 'i'), filter)
    query.andWhere('i.correction = :correction', { correction })
    if (correction === 'added') query.andWhere('(i.changedMarks & :mark) <> 0')
    const rows = await pageAfter(query, newestFirst, cursor).getMany()
    return rows.map((row) => ({ ...row, correction: (row.changedMarks & mark) === 0 ? null : correction }))
  }
}

const newestFirst = { at: 'i.at', id: 'i.id', direction: 'DESC' } as const

const byTime = (one: ListedItem, other: ListedItem): number =>
  other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : -1)

/** Those that the figure counts, of what one looks at. */
function behind<Row extends CountedColumns>(
  query: SelectQueryBuilder<Row>,
  { figure, period, scope, row }: ItemFilter,
): SelectQueryBuilder<Row> {
  query
    .where('i.kind = :kind', { kind: kindOf(figure) })
    .andWhere('i.at >= :from AND i.at < :until', period)
    .andWhere('(i.marks & :mark) <> 0', { mark: markOf(figure) })
  if (scope.kind === 'department') query.andWhere('i.departmentId = :scope', { scope: scope.id })
  if (scope.kind === 'area') query.andWhere('i.streetId = :scope', { scope: scope.id })
  if (row) query.andWhere(`i.${columns[row.dimension]} = :row`, { row: row.groupId })
  return query
}

const halfDays = ({ from, until }: Period) => ({ from: halfDayOf(from), until: halfDayOf(until) })

/** A condition with parameters of its own, so that several stand in one statement. */
const within = (index: number): string => `s.halfDay >= :from${index} AND s.halfDay < :until${index}`
function withinOf(period: Period, index: number): Record<string, number> {
  const { from, until } = halfDays(period)
  return { [`from${index}`]: from, [`until${index}`]: until }
}

type Raw = Record<string, unknown>

function summed<Row extends FigureColumns>(query: SelectQueryBuilder<Row>): Promise<Raw[]> {
  for (const figure of figures) query.addSelect(`SUM(s.${figure})`, figure)
  return query.getRawMany<Raw>()
}

async function byKey(rows: Promise<Raw[]>, key: string): Promise<ByGroup> {
  return new Map(
    (await rows).map((row) => {
      const sums = { ...noFigures }
      for (const figure of figures) sums[figure] = number(row[figure])
      return [String(row[key]), sums]
    }),
  )
}

function number(value: unknown): number {
  const read: unknown = asNumber.from(value)
  return typeof read === 'number' ? read : 0
}
