import { Injectable } from '@nestjs/common'
import { type SelectQueryBuilder } from 'typeorm'
import { Rating } from '../feedback/index.js'
import { Need } from '../handling/index.js'
import { Departments } from '../people/index.js'
import { Areas } from '../places/index.js'
import { UnitOfWork } from '../platform/database/index.js'
import { Routing } from '../routing/index.js'
import type { ExportedNeed, ExportNames } from './export-columns.js'
import type { ExportJob } from './export-job.entity.js'

/** Rows that are in memory at a time: so few that they are gone before anybody has to look for old garbage. */
const PAGE = 500

const columns = [
  ...['id', 'receiptNo', 'filedById', 'urgency', 'categoryId', 'title', 'text', 'state', 'streetId'],
  ...['communityId', 'departmentId', 'submittedAt', 'dueAt', 'answeredAt', 'closedAt', 'result', 'round'],
] as const

type Raw = Record<keyof ExportedNeed, unknown>
type Filter = Pick<ExportJob, 'periodFrom' | 'periodUntil' | 'scopeKind' | 'scopeId'>

/** What stands in an export, read by key. */
@Injectable()
export class ExportRows {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly departments: Departments,
    private readonly areas: Areas,
    private readonly routing: Routing,
  ) {}

  /** One range of `ix_need_submitted`, which has all that is asked. */
  count(filter: Filter): Promise<number> {
    return this.filtered(filter).getCount()
  }

  /** The next rows, the oldest first: from a place in `ix_need_submitted`, with the rating of the latest round by key. */
  async after(
    filter: Filter,
    last: Pick<ExportedNeed, 'submittedAt' | 'id'> | undefined,
  ): Promise<ExportedNeed[]> {
    const query = this.filtered(filter)
      .leftJoin(Rating, 'r', 'r.needId = n.id AND r.round = n.round')
      .select([])
      .addSelect('r.level', 'level')
      .addSelect('r.isSolved', 'isSolved')
      .addSelect('r.isContacted', 'isContacted')
      .orderBy('n.submittedAt', 'ASC')
      .addOrderBy('n.id', 'ASC')
      .limit(PAGE)
    for (const column of columns) query.addSelect(`n.${column}`, column)
    if (last)
      query.andWhere('n.submittedAt >= :at AND (n.submittedAt > :at OR n.id > :id)', {
        at: last.submittedAt,
        id: last.id,
      })
    return (await query.getRawMany<Raw>()).map(exported)
  }

  async names(): Promise<ExportNames> {
    const [category, areas, departments] = await Promise.all([
      this.routing.names(),
      this.areas.known(),
      this.departments.known(),
    ])
    const named = (rows: ReadonlyMap<string, { name: string }>) =>
      new Map([...rows].map(([id, { name }]) => [id, name]))
    return { category, area: named(areas), department: named(departments) }
  }

  private filtered({ periodFrom, periodUntil, scopeKind, scopeId }: Filter): SelectQueryBuilder<Need> {
    const query = this.unitOfWork.reader
      .createQueryBuilder(Need, 'n')
      .where('n.submittedAt >= :from AND n.submittedAt < :until', { from: periodFrom, until: periodUntil })
    if (scopeKind === 'department') query.andWhere('n.departmentId = :scope', { scope: scopeId })
    if (scopeKind === 'area') query.andWhere('n.streetId = :scope', { scope: scopeId })
    return query
  }
}

export { PAGE as exportPage }

/** Of a driver's row: SQLite has neither instants nor booleans. */
const exported = (row: Raw): ExportedNeed => ({
  ...(row as ExportedNeed),
  submittedAt: instantOf(row.submittedAt) ?? new Date(0),
  dueAt: instantOf(row.dueAt),
  answeredAt: instantOf(row.answeredAt),
  closedAt: instantOf(row.closedAt),
  isSolved: booleanOf(row.isSolved),
  isContacted: booleanOf(row.isContacted),
})

const instantOf = (value: unknown): Date | null => {
  if (value instanceof Date) return value
  return typeof value === 'string' ? new Date(`${value.replace(' ', 'T')}Z`) : null
}

const booleanOf = (value: unknown): boolean | null =>
  value === null || value === undefined ? null : Boolean(value)
