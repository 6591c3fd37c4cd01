import { openWorkOrderStates, type WorkOrderState } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import type { SelectQueryBuilder } from 'typeorm'
import { pageSize, UnitOfWork } from '../platform/database/index.js'
import { ExtensionRequest } from './extension-request.entity.js'
import { rowsAfter } from './rows-after.js'
import { WorkOrder } from './work-order.entity.js'

/** What is not named, or undefined, does not narrow the queue down. */
export type QueueFilter = Partial<{
  departmentId: string | undefined
  state: WorkOrderState | undefined
  street: string | undefined
  community: string | undefined
  category: string | undefined
  dueFrom: Date | undefined
  dueUntil: Date | undefined
  /** Beginning of a receipt number, in its normal form. */
  receiptNo: string | undefined
}>

const COUNT_LIMIT = 1000

/** The work queue's SQL. Every shape of it is a range of the index that is named. */
@Injectable()
export class WorkOrderStore {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * One page of a queue by due time, 21 rows read by key:
   * department + state → `ix_work_order_queue`, with a category `…_queue_category`, with a street `…_queue_street`;
   * without department → `ix_work_order_state`. All open states together are a page of each, merged.
   * A receipt number → `ix_work_order_receipt`; its few orders are sorted after reading.
   */
  async page(filter: QueueFilter, cursor: string | undefined): Promise<WorkOrder[]> {
    if (filter.state || filter.receiptNo) return this.pageOfOne(filter, cursor)
    const pages = openWorkOrderStates.map((state) => this.pageOfOne({ ...filter, state }, cursor))
    return (await Promise.all(pages))
      .flat()
      .sort(byDueTime)
      .slice(0, pageSize + 1)
  }

  private pageOfOne(filter: QueueFilter, cursor: string | undefined): Promise<WorkOrder[]> {
    const { reader } = this.unitOfWork
    const inOrder = { at: 'dueAt', direction: 'ASC' } as const
    return rowsAfter(reader, WorkOrder, (list) => filtered(list, filter), inOrder, cursor)
  }

  /** Returns that wait for the dispatcher, the most pressing first, at most one page: `ix_work_order_state`. */
  waitingForDecision(): Promise<WorkOrder[]> {
    return this.page({ state: 'returning' }, undefined)
  }

  /** Requests for more time of orders that are being worked on: `ix_extension_request_asked`, then by key. */
  extensionRequests(cursor: string | undefined): Promise<ExtensionRequest[]> {
    const working = { state: 'working' satisfies WorkOrderState }
    return rowsAfter(
      this.unitOfWork.reader,
      ExtensionRequest,
      (list) => list.innerJoin(WorkOrder, 'w', 'w.id = o.id AND w.state = :state', working),
      { at: 'askedAt', direction: 'ASC' },
      cursor,
    )
  }

  /** How many, at most 1000: beyond that nobody counts. Covered by the same indexes. */
  async count(filter: QueueFilter): Promise<number> {
    const list = this.unitOfWork.reader.createQueryBuilder(WorkOrder, 'o').select('o.id', 'id')
    const rows = await filtered(list, filter).limit(COUNT_LIMIT).getRawMany()
    return rows.length
  }
}

function filtered(list: SelectQueryBuilder<WorkOrder>, filter: QueueFilter): SelectQueryBuilder<WorkOrder> {
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
    if (Object.values(parameters).every((value) => value !== undefined)) list.andWhere(sql, parameters)
  return list
}

const byDueTime = (a: WorkOrder, b: WorkOrder): number =>
  a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1)

const stateParameters = (states: readonly WorkOrderState[] | undefined): Record<string, unknown> =>
  states?.length === 1 ? { state: states[0] } : { states }
