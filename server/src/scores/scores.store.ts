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
import { asNumber, pageAfter, UnitOfWork } from '../platform/database/index.js'
import { type Dimension, everything } from './dimensions.js'
import type { FigureColumns } from './figure-columns.js'
import { markOf } from './marks.js'
import { ScoreItem } from './score-item.entity.js'
import { ScoreSnapshot, ScoreSum } from './score-sum.entity.js'
import type { Scope } from './scope.js'

export type ByGroup = ReadonlyMap<string, Figures>

/** Which items are behind a number. */
export interface ItemFilter {
  figure: Figure
  period: Period
  scope: Scope
  /** One row of the dashboard; all of them when undefined. */
  row: { dimension: Dimension; groupId: string } | undefined
}

const columns = { department: 'departmentId', field: 'fieldId', area: 'streetId', source: 'source' } as const

/** The sums behind the dashboards, and the items behind the sums. */
@Injectable()
export class ScoresStore {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** One range of the primary key of `score_sum`. A department within itself is one row of the district's. */
  async sums(scope: Scope, dimension: Dimension, period: Period): Promise<ByGroup> {
    const isOwn = scope.kind === dimension
    const query = this.unitOfWork.reader
      .createQueryBuilder(ScoreSum, 's')
      .select('s.groupId', 'groupId')
      .where('s.scope = :scope AND s.dimension = :dimension', {
        scope: isOwn ? everything : scope.id,
        dimension,
      })
      .andWhere('s.halfDay >= :from AND s.halfDay < :until', halfDays(period))
      .groupBy('s.groupId')
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

  /** Of a frozen month: one range of the primary key of `score_snapshot`. */
  frozen(month: string, scope: Scope, dimension: Dimension): Promise<ByGroup> {
    const isOwn = scope.kind === dimension
    const query = this.unitOfWork.reader
      .createQueryBuilder(ScoreSnapshot, 's')
      .select('s.groupId', 'groupId')
      .where('s.month = :month AND s.scope = :scope AND s.dimension = :dimension', {
        month,
        scope: isOwn ? everything : scope.id,
        dimension,
      })
      .groupBy('s.groupId')
    if (isOwn) query.andWhere('s.groupId = :id', { id: scope.id })
    return byKey(summed(query), 'groupId')
  }

  /**
   * A page of what is behind a number, the newest first, 21 rows by key: a range of `ix_score_item_department` where
   * the number is a department's, of `ix_score_item_street` where it is a town's, else of `ix_score_item_kind`.
   */
  items({ figure, period, scope, row }: ItemFilter, cursor: string | undefined): Promise<ScoreItem[]> {
    const query = this.unitOfWork.reader
      .createQueryBuilder(ScoreItem, 'i')
      .where('i.kind = :kind', { kind: kindOf(figure) })
      .andWhere('i.at >= :from AND i.at < :until', period)
      .andWhere('(i.marks & :mark) <> 0', { mark: markOf(figure) })
    if (scope.kind === 'department') query.andWhere('i.departmentId = :scope', { scope: scope.id })
    if (scope.kind === 'area') query.andWhere('i.streetId = :scope', { scope: scope.id })
    if (row) query.andWhere(`i.${columns[row.dimension]} = :row`, { row: row.groupId })
    return pageAfter(query, { at: 'i.at', id: 'i.id', direction: 'DESC' }, cursor).getMany()
  }
}

const halfDays = ({ from, until }: Period) => ({ from: halfDayOf(from), until: halfDayOf(until) })

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
