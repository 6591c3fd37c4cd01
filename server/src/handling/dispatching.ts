import { greenUrgency } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { type Clock, Deadlines, type Running } from '../deadlines/index.js'
import { Departments } from '../people/index.js'
import { newId } from '../platform/database/index.js'
import { notFound, unprocessable } from '../platform/problem.js'
import { type CategoryEntry, type Lineage, Routing, type Ruling } from '../routing/index.js'
import { type Actor, type NeedChange, system } from './need-change.js'
import type { Need } from './need.entity.js'
import type { WorkOrder } from './work-order.entity.js'

export interface Destination {
  category: CategoryEntry
  departmentId: string
  /** Of the rule that sends it there, if one does. */
  ruleWorkdays?: number | null | undefined
  /** Since when the resident has been waiting for an answer, when it is not the first dispatch. */
  since?: Date | undefined
}

/** Where a need is, for the routing rules. */
export const placeOf = ({ gridId, communityId, streetId }: Need): Lineage => ({
  gridId,
  communityId,
  streetId,
})

/**
 * The workdays of the rule, as long as its word about the department counts: where a dispatcher names another one than
 * it does, they do not. docs/adr/0143
 */
export function workdaysFor(
  { rule, departmentId: ruled, fault }: Ruling,
  departmentId: string | undefined,
): number | null {
  const named = rule?.departmentId
  const isOverruled = departmentId && named && ![named, ruled].includes(departmentId)
  return isOverruled || fault ? null : (rule?.answerWorkdays ?? null)
}

/** Puts a need into a department's queue and starts its clocks. WORKFLOW §1 "dispatch", "rate"; §2 "decideReturn". */
@Injectable()
export class Dispatching {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly departments: Departments,
    private readonly routing: Routing,
  ) {}

  /** First dispatch of a need: its state, its lead order, the clocks. */
  dispatch(change: NeedChange, to: Destination, by: Actor, confidence?: number): WorkOrder {
    const { need } = change
    const { id: categoryId, fieldId } = to.category
    const urgency = need.isGreenChannel ? greenUrgency(to.category.urgency) : to.category.urgency
    Object.assign(need, { categoryId, fieldId, urgency, ruleWorkdays: to.ruleWorkdays ?? null })
    need.state = 'dispatched'
    change.stopClocks(null, 'dispatch')
    const running = this.deadlines.order(need, change.at, false)
    if (to.since) running.answer = this.deadlines.answerSince(need, to.since, change.at)
    const order = this.open(change, to, running)
    change.record(
      'dispatch',
      by,
      {
        departmentId: to.departmentId,
        categoryId,
        dueAt: order.dueAt.toISOString(),
        limit: this.deadlines.answerLimit(need, to.since ?? change.at),
        ...(confidence !== undefined && { confidence }),
      },
      order,
    )
    change.post('need.dispatched', { departmentId: to.departmentId, workOrderId: order.id })
    return order
  }

  /** An order of its own, with clocks of its own, for a department that helps the lead. docs/adr/0020 */
  assist(change: NeedChange, to: Destination, by: Actor): WorkOrder {
    const { need, at } = change
    const running = this.deadlines.order(need, at, need.round > 1)
    const order = this.open(change, to, running, 'assist')
    const dueAt = order.dueAt.toISOString()
    change.record('dispatch', by, { departmentId: to.departmentId, dueAt, role: 'assist' }, order)
    return order
  }

  /** A new round with the same department: new order, half the limit. The caller records why. */
  async rework(change: NeedChange, departmentId: string): Promise<WorkOrder> {
    const { need } = change
    need.state = 'handling'
    need.round += 1
    need.answeredAt = null
    need.closedAt = null
    need.result = null
    need.isSolved = null
    const category = await this.categoryOf(need.categoryId)
    const running = this.deadlines.order(need, change.at, true)
    const order = this.open(change, { category, departmentId }, running)
    change.record('dispatch', system, { departmentId, dueAt: order.dueAt.toISOString() }, order)
    change.post('need.rework', { departmentId, workOrderId: order.id, round: need.round })
    return order
  }

  /**
   * The order of the department that gets a returned one, in its role; `first` is the answer clock that goes on
   * with it.
   */
  async afterReturn(
    change: NeedChange,
    { departmentId, role, first }: { departmentId: string; role: WorkOrder['role']; first: Clock },
    by: Actor,
  ): Promise<WorkOrder> {
    const { need, at } = change
    const category = await this.categoryOf(need.categoryId)
    if (role === 'lead') {
      const ruling = await this.routing.decide(category, { text: need.text, place: placeOf(need) })
      need.ruleWorkdays = workdaysFor(ruling, departmentId)
    }
    const running = this.deadlines.order(need, at, need.round > 1)
    const answer = this.deadlines.afterReturn(running.answer, first, need)
    const order = this.open(change, { category, departmentId }, { ...running, answer }, role)
    const goesOn = answer.dueAt.getTime() === first.dueAt.getTime() && first.workOrderId
    const data = {
      departmentId,
      dueAt: order.dueAt.toISOString(),
      ...(goesOn && { goesOnFrom: goesOn }),
    }
    if (role === 'assist') change.record('dispatch', by, { ...data, role }, order)
    else {
      const limit = goesOn ? {} : { limit: this.deadlines.answerLimit(need, at) }
      change.record('dispatch', by, { ...data, categoryId: category.id, ...limit }, order)
      change.post('need.dispatched', { departmentId, workOrderId: order.id })
    }
    return order
  }

  /** Takes a dispatched need back to the dispatcher's list; the dispatch clock starts anew. */
  backToTriage(change: NeedChange): void {
    const { need, at } = change
    Object.assign(need, { state: 'submitted', departmentId: null, dueAt: null, isDueProvisional: false })
    change.startClock(this.deadlines.dispatch(need, at), null)
  }

  /** Ends an order together with its need, or because the need goes elsewhere. Never in silence: its log says so. */
  cancel(change: NeedChange, order: WorkOrder, by: Actor): void {
    this.close(change, order, 'cancelled')
    change.record('cancel', by, { departmentId: order.departmentId, ...roleOf(order) }, order)
  }

  /** Ends an order that is not to be worked on any more. */
  close(change: NeedChange, order: WorkOrder, state: WorkOrder['state']): void {
    change.changeOrder(order, { state })
    change.stopClocks(order.id, 'accept', 'contact', 'answer')
  }

  /** @throws Problem 404 `category_not_found` */
  async categoryOf(id: string | null): Promise<CategoryEntry> {
    const category = id ? await this.routing.category(id) : undefined
    if (!category) throw notFound('category_not_found', '没有这个事项分类，请重新选择')
    return category
  }

  /** @throws Problem 422 `department_unknown`: an order in a queue that nobody reads would be lost */
  async assertDepartment(id: string): Promise<void> {
    if (!(await this.departments.atWork()).has(id))
      throw unprocessable('department_unknown', '没有这个单位，请重新选择')
  }

  private open(
    change: NeedChange,
    { category, departmentId }: Destination,
    running: Record<'accept' | 'contact' | 'answer', Running>,
    role: WorkOrder['role'] = 'lead',
  ): WorkOrder {
    const { need, at } = change
    const order: WorkOrder = {
      id: newId(at),
      needId: need.id,
      receiptNo: need.receiptNo,
      round: need.round,
      departmentId,
      role,
      state: 'pending',
      title: need.title,
      urgency: need.urgency,
      isGreenChannel: need.isGreenChannel,
      categoryId: category.id,
      fieldId: category.fieldId,
      communityId: need.communityId,
      streetId: need.streetId,
      attachmentsCount: need.attachmentsCount,
      remindersCount: 0,
      handlerId: null,
      dispatchedAt: at,
      acceptDueAt: running.accept.dueAt,
      contactDueAt: running.contact.dueAt,
      dueAt: running.answer.dueAt,
      isDueProvisional: running.answer.isProvisional,
      acceptedAt: null,
      contactedAt: null,
      answeredAt: null,
      returnRequest: null,
      version: 1,
    }
    if (role === 'lead') {
      const { dueAt, isDueProvisional } = order
      Object.assign(need, { departmentId, dueAt, isDueProvisional })
    }
    change.addOrder(order)
    for (const clock of Object.values(running)) change.startClock(clock, order)
    return order
  }
}

/** Said in an event of an order that only assists; what is not said is about the lead. */
export const roleOf = ({ role }: Pick<WorkOrder, 'role'>): { role?: 'assist' } =>
  role === 'assist' ? { role } : {}
