import { openWorkOrderStates, type WorkOrderState } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import type { SelectQueryBuilder } from 'typeorm'
import { pageAfter, pageSize, UnitOfWork } from '../platform/database/index.js'
import { WorkOrder } from './work-order.entity.js'

export interface QueueFilter {
  /** Undefined for those who see all departments. */
  departmentId: string | undefined
  state: WorkOrderState | undefined
  street: string | undefined
  community: string | undefined
  category: string | undefined
  dueFrom: Date | undefined
  dueUntil: Date | undefined
  /** Beginning of a receipt number, in its normal form. */
  receiptNo: string | undefined
}

const COUNT_LIMIT = 1000

/** The work queue's SQL. Every shape of it is one range of the index that is named. */
@Injectable()
export class WorkOrderStore {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * One page of a queue by due time, 21 rows read by key:
   * department + state → `ix_work_order_queue`, with a category `…_queue_category`, with a street `…_queue_street`;
   * without department → `ix_work_order_state`; a receipt number → `ix_work_order_receipt`.
   */
  async page(filter: QueueFilter, cursor: string | undefined): Promise<WorkOrder[]> {
    const query = this.filtered(filter)
    return pageAfter(query, { at: 'o.dueAt', id: 'o.id', direction: 'ASC' }, cursor).getMany()
  }

  /** Returns that wait for the dispatcher, the most pressing first, at most one page: `ix_work_order_state`. */
  waitingForDecision(): Promise<WorkOrder[]> {
    return this.unitOfWork.reader.find(WorkOrder, {
      where: { state: 'returning' },
      order: { dueAt: 'ASC', id: 'ASC' },
      take: pageSize,
    })
  }

  /** How many, at most 1000: beyond that nobody counts. Covered by the same indexes. */
  async count(filter: QueueFilter): Promise<number> {
    const rows = await this.filtered(filter).select('o.id', 'id').limit(COUNT_LIMIT).getRawMany()
    return rows.length
  }

  private filtered(filter: QueueFilter): SelectQueryBuilder<WorkOrder> {
    const query = this.unitOfWork.reader.createQueryBuilder(WorkOrder, 'o').where('1 = 1')
    const states = filter.state ? [filter.state] : filter.receiptNo ? undefined : openWorkOrderStates
    const conditions: [string, Record<string, unknown>][] = [
      ['o.departmentId = :departmentId', { departmentId: filter.departmentId }],
      [states?.length === 1 ? 'o.state = :state' : 'o.state IN (:...states)', stateParameters(states)],
      ['o.streetId = :street', { street: filter.street }],
      ['o.communityId = :community', { community: filter.community }],
      ['o.categoryId = :category', { category: filter.category }],
      ['o.dueAt >= :dueFrom', { dueFrom: filter.dueFrom }],
      ['o.dueAt < :dueUntil', { dueUntil: filter.dueUntil }],
      ['o.receiptNo LIKE :receiptNo', { receiptNo: filter.receiptNo && `${filter.receiptNo}%` }],
    ]
    for (const [sql, parameters] of conditions)
      if (Object.values(parameters).every((value) => value !== undefined)) query.andWhere(sql, parameters)
    return query
  }
}

const stateParameters = (states: readonly WorkOrderState[] | undefined): Record<string, unknown> =>
  states?.length === 1 ? { state: states[0] } : { states }
