import type { RateCounts } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { asNumber, UnitOfWork } from '../platform/database/index.js'
import { Rating } from '../feedback/index.js'
import { Need, WorkOrder } from '../handling/index.js'

export const scoreGroups = ['department', 'field', 'area'] as const
export type ScoreGroup = (typeof scoreGroups)[number]

/** A half-open range of instants: from ≤ at < until. */
export interface Period {
  from: Date
  until: Date
}
type ByGroup<Counts> = Map<string, Counts>

export interface OrderCounts {
  /** Due in the period. */
  due: number
  answered: number
  onTime: number
  openOverdue: number
}

const column = { department: 'departmentId', field: 'fieldId', area: 'streetId' } as const

const number = (value: unknown): number => {
  const read: unknown = asNumber.from(value)
  return typeof read === 'number' ? read : 0
}

/** The sums behind the scores. Each is one range of an index that covers it; no row of a table is read. */
@Injectable()
export class ScoresStore {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Ratings of the period: `ix_rating_scores`. */
  async ratings(by: ScoreGroup, period: Period): Promise<ByGroup<RateCounts>> {
    const rows = await this.unitOfWork.reader
      .createQueryBuilder(Rating, 'r')
      .select(`r.${column[by]}`, 'key')
      .addSelect('COUNT(*)', 'rated')
      .addSelect('SUM(CASE WHEN r.isContacted THEN 1 ELSE 0 END)', 'contacted')
      .addSelect('SUM(CASE WHEN r.isSolved THEN 1 ELSE 0 END)', 'solved')
      .addSelect('SUM(CASE WHEN r.level >= 4 THEN 1 ELSE 0 END)', 'satisfied')
      .addSelect('SUM(CASE WHEN r.level = 3 THEN 1 ELSE 0 END)', 'fairly')
      .where('r.ratedAt >= :from AND r.ratedAt < :until', period)
      .groupBy(`r.${column[by]}`)
      .getRawMany<Record<string, unknown>>()
    return grouped(rows, (row) => ({
      rated: number(row.rated),
      contacted: number(row.contacted),
      solved: number(row.solved),
      satisfied: number(row.satisfied),
      fairlySatisfied: number(row.fairly),
    }))
  }

  /**
   * Orders due in the period: `ix_work_order_due`. Those that were returned or withdrawn are nobody's; the open
   * overdue ones are counted as due. WORKFLOW §4 "按时办结率".
   */
  async orders(by: ScoreGroup, period: Period, now: Date): Promise<ByGroup<OrderCounts>> {
    const rows = await this.unitOfWork.reader
      .createQueryBuilder(WorkOrder, 'o')
      .select(`o.${column[by]}`, 'key')
      .addSelect('SUM(CASE WHEN o.answeredAt IS NOT NULL OR o.dueAt < :now THEN 1 ELSE 0 END)', 'due')
      .addSelect('SUM(CASE WHEN o.answeredAt IS NOT NULL THEN 1 ELSE 0 END)', 'answered')
      .addSelect('SUM(CASE WHEN o.answeredAt <= o.dueAt THEN 1 ELSE 0 END)', 'onTime')
      .addSelect('SUM(CASE WHEN o.answeredAt IS NULL AND o.dueAt < :now THEN 1 ELSE 0 END)', 'openOverdue')
      .where('o.dueAt >= :from AND o.dueAt < :until', period)
      .andWhere("o.state NOT IN ('returned', 'cancelled')")
      .setParameters({ now })
      .groupBy(`o.${column[by]}`)
      .getRawMany<Record<string, unknown>>()
    return grouped(rows, (row) => ({
      due: number(row.due),
      answered: number(row.answered),
      onTime: number(row.onTime),
      openOverdue: number(row.openOverdue),
    }))
  }

  /** Needs submitted in the period: `ix_need_submitted`. What has no department or field yet is under ''. */
  async filed(by: ScoreGroup, period: Period): Promise<ByGroup<number>> {
    const rows = await this.unitOfWork.reader
      .createQueryBuilder(Need, 'n')
      .select(`n.${column[by]}`, 'key')
      .addSelect('COUNT(*)', 'filed')
      .where('n.submittedAt >= :from AND n.submittedAt < :until', period)
      .groupBy(`n.${column[by]}`)
      .getRawMany<Record<string, unknown>>()
    return grouped(rows, (row) => number(row.filed))
  }

  /** Bad ratings that sent a need back in the period: `ix_rating_scores`. */
  async reworks(by: ScoreGroup, period: Period): Promise<ByGroup<number>> {
    const rows = await this.unitOfWork.reader
      .createQueryBuilder(Rating, 'r')
      .select(`r.${column[by]}`, 'key')
      .addSelect('COUNT(*)', 'reworks')
      .where('r.ratedAt >= :from AND r.ratedAt < :until', period)
      .andWhere('(r.level <= 2 OR NOT r.isSolved)')
      .groupBy(`r.${column[by]}`)
      .getRawMany<Record<string, unknown>>()
    return grouped(rows, (row) => number(row.reworks))
  }
}

function grouped<Counts>(
  rows: readonly Record<string, unknown>[],
  counts: (row: Record<string, unknown>) => Counts,
): ByGroup<Counts> {
  return new Map(rows.map((row) => [typeof row.key === 'string' ? row.key : '', counts(row)]))
}
