import { checkReceiptNo, isOverdue } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { Deadlines } from '../deadlines/index.js'
import type { Person } from '../people/index.js'
import { Areas } from '../places/index.js'
import { type Page, pageOf, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { badRequest } from '../platform/problem.js'
import { seesAll } from './capacities.js'
import { NeedStore } from './need.store.js'
import { NeedViews } from './need.views.js'
import { extensionView } from './standing.js'
import type { ExtensionItem, WorkOrderCounts, WorkOrderQuery, WorkOrderSummary } from './work-order.dto.js'
import { isOpen, WorkOrder } from './work-order.entity.js'
import { type QueueFilter, WorkOrderStore } from './work-order.store.js'
import type { Named } from './words.js'

/** What the names of things in an order are looked up in. */
interface Context {
  named: Named
  area: (id: string) => string
}

/** What the desk sees of many orders: queues, their counts, requests for more time. */
@Injectable()
export class WorkOrderLists {
  constructor(
    private readonly store: NeedStore,
    private readonly orders: WorkOrderStore,
    private readonly needs: NeedViews,
    private readonly areas: Areas,
    private readonly deadlines: Deadlines,
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
  ) {}

  async page(by: Person, query: WorkOrderQuery): Promise<Page<WorkOrderSummary>> {
    const rows = await this.orders.page(await this.filter(by, query), query.cursor)
    const context = await this.context()
    return pageOf(
      rows,
      ({ dueAt, id }) => ({ at: dueAt, id }),
      (order) => this.summary(order, context),
    )
  }

  async counts(by: Person): Promise<WorkOrderCounts> {
    const base = await this.filter(by, {})
    const count = (filter: Partial<QueueFilter>) => this.orders.count({ ...base, ...filter })
    const [pending, working, reviewing, returning, overdue] = await Promise.all([
      count({ state: 'pending' }),
      count({ state: 'working' }),
      count({ state: 'reviewing' }),
      count({ state: 'returning' }),
      count({ dueUntil: this.present.now() }),
    ])
    return { pending, working, reviewing, returning, overdue }
  }

  /** Requests for more time that wait for a supervisor, the oldest first. */
  async extensions(cursor: string | undefined): Promise<Page<ExtensionItem>> {
    const { reader } = this.unitOfWork
    const rows = await this.orders.extensionRequests(cursor)
    const orders = await reader.findBy(WorkOrder, { id: In(rows.map(({ id }) => id)) })
    const { events } = await this.store.wholes(
      orders.map(({ needId }) => needId),
      reader,
    )
    const clocks = await this.deadlines.answersOf([...events.keys()], reader)
    const context = await this.context()
    return pageOf(
      rows.flatMap((row) => orders.filter(({ id }) => id === row.id).map((order) => ({ ...row, order }))),
      ({ askedAt, id }) => ({ at: askedAt, id }),
      ({ order }) => ({
        ...this.summary(order, context),
        extension: extensionView(events.get(order.needId) ?? [], order, clocks.get(order.id), this.deadlines),
      }),
    )
  }

  summary(order: WorkOrder, { named, area }: Context): WorkOrderSummary {
    const now = this.present.now()
    return {
      id: order.id,
      needId: order.needId,
      receiptNo: order.receiptNo,
      title: order.title,
      state: order.state,
      role: order.role,
      round: order.round,
      department: { id: order.departmentId, name: named.department(order.departmentId) },
      categoryName: named.category(order.categoryId),
      areaName: area(order.communityId),
      urgency: order.urgency,
      greenChannel: order.isGreenChannel,
      dueAt: order.dueAt.toISOString(),
      isOverdue: isOpen(order) && isOverdue(order.dueAt, now),
      light: isOpen(order) ? this.deadlines.light({ ...order, startAt: order.dispatchedAt }, now) : 'green',
      dispatchedAt: order.dispatchedAt.toISOString(),
      attachmentsCount: order.attachmentsCount,
      remindersCount: order.remindersCount,
    }
  }

  async context(): Promise<Context> {
    const [named, areas] = await Promise.all([this.needs.names(), this.areas.known()])
    return { named, area: (id) => areas.get(id)?.name ?? '' }
  }

  private async filter(by: Person, query: WorkOrderQuery): Promise<QueueFilter> {
    const now = this.present.now()
    const later = this.deadlines.laterFrom(now)
    const range = {
      overdue: { dueUntil: now },
      soon: { dueFrom: now, dueUntil: later },
      later: { dueFrom: later },
      any: {},
    }[query.due ?? 'any']
    return {
      // Whoever belongs to no department and sees not all of them sees none.
      departmentId: seesAll(by) ? query.departmentId : (by.departmentId ?? 'none'),
      state: query.state,
      category: query.categoryId,
      receiptNo: query.q ? receiptPrefix(query.q) : undefined,
      ...(await this.within(query.areaId)),
      ...range,
    }
  }

  /** A community stands with its street, by which the queue has an index. The district is everything. */
  private async within(areaId: string | undefined): Promise<QueueFilter> {
    const area = areaId ? await this.areas.byId(areaId) : undefined
    if (area?.level === 'street') return { street: area.id }
    if (area?.level === 'community') return { street: area.parentId ?? undefined, community: area.id }
    if (areaId && area?.level !== 'district') throw badRequest('area_unknown', '没有这个区域，请重新选择')
    return {}
  }
}

/** What was typed into the search box, as the beginning of a receipt number; without a digit it is none. */
function receiptPrefix(typed: string): string {
  const check = checkReceiptNo(typed)
  if (check.ok) return check.receiptNo
  const digits = typed.normalize('NFKC').replace(/\D/g, '')
  const [day, sequence] = [digits.slice(0, 8), digits.slice(8)]
  return digits ? `MS${day}${sequence && `-${sequence}`}` : 'none'
}
