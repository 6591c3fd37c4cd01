import { type AnswerResult, type ContactWay, ratingLimit, type Actor as Capacity } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { Attachment, Attachments } from '../attachments/index.js'
import { Deadlines } from '../deadlines/index.js'
import type { Person } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'
import { Dispatching, roleOf } from './dispatching.js'
import { lastAnswer } from './facts.js'
import { type LoadedOrder, Loading } from './loading.js'
import { actorOf } from './need-acts.service.js'
import { system } from './need-change.js'
import type { EventData } from './need-event.entity.js'
import { decideNeed, decideOrder } from './refusal.js'
import type { ReturnRequest, WorkOrder } from './work-order.entity.js'
import type { Photos } from './work-order-guards.js'

export interface Answer {
  text: string
  result: AnswerResult
  attachmentIds: string[]
  evidenceNote?: string | undefined
}

/** Acts on a work order. WORKFLOW §2. */
@Injectable()
export class WorkOrderActs {
  constructor(
    private readonly loading: Loading,
    private readonly dispatching: Dispatching,
    private readonly deadlines: Deadlines,
    private readonly attachments: Attachments,
  ) {}

  async accept(tx: Tx, by: Person, id: string): Promise<WorkOrder> {
    const loaded = await this.loading.order(tx, by, id)
    const { order, change, need } = loaded
    const { to } = decideOrder(loaded, 'accept')
    change.changeOrder(order, { state: to, acceptedAt: change.at, handlerId: by.id })
    const isLead = order.role === 'lead'
    if (isLead && need.state === 'dispatched') need.state = decideNeed(as(loaded, 'handler'), 'accept').to
    change.stopClocks(order.id, 'accept')
    change.record('accept', actorOf(by), about(order), order)
    if (isLead) change.post('need.accepted')
    return saved(tx, loaded)
  }

  /** 首次联系, recorded by a person. An answer is impossible without it. */
  async contact(tx: Tx, by: Person, id: string, how: ContactWay, note: string): Promise<WorkOrder> {
    const loaded = await this.loading.order(tx, by, id)
    const { order, change } = loaded
    decideOrder(loaded, 'contact')
    change.changeOrder(order, { contactedAt: order.contactedAt ?? change.at })
    change.stopClocks(order.id, 'contact')
    change.record('contact', actorOf(by), { ...about(order), how, note }, order)
    change.post('need.contacted')
    return saved(tx, loaded)
  }

  /**
   * @throws Problem 422 `answer_too_short`, `answer_needs_contact`, `answer_needs_evidence`, `evidence_needs_note`,
   * `answer_same_as_before`, `assists_open`
   */
  async submitAnswer(tx: Tx, by: Person, id: string, answer: Answer): Promise<WorkOrder> {
    const loaded = await this.loading.order(tx, by, id)
    const { order, change } = loaded
    const category = await this.dispatching.categoryOf(order.categoryId)
    await this.attachments.take(tx, answer.attachmentIds, by.id, order.needId)
    const { to } = decideOrder(loaded, 'submitAnswer', {
      outcome: category.isReviewed ? 'reviewed' : 'unreviewed',
      given: {
        answer: {
          text: answer.text,
          needsEvidence: category.isEvidenceRequired,
          photos: await photosOf(tx, answer.attachmentIds),
          evidenceNote: answer.evidenceNote,
        },
      },
    })
    change.changeOrder(order, { state: to, handlerId: by.id })
    change.record('submitAnswer', actorOf(by), { ...about(order), ...answer }, order)
    if (to === 'done') {
      change.record('approve', system, about(order), order)
      this.finish(loaded, answer.result, 'system')
    }
    return saved(tx, loaded)
  }

  /** @throws Problem 422 `reviewer_handled_it`, `another_reviewer` */
  async approve(tx: Tx, by: Person, id: string, note?: string): Promise<WorkOrder> {
    const loaded = await this.loading.order(tx, by, id)
    const { order, change, events } = loaded
    change.changeOrder(order, { state: decideOrder(loaded, 'approve').to })
    change.record('approve', actorOf(by), { ...about(order), ...(note && { note }) }, order)
    const result = lastAnswer(events, order)?.data.result
    if (!result) throw new Error(`order ${order.id} is reviewed without an answer`)
    this.finish(loaded, result, 'reviewer')
    return saved(tx, loaded)
  }

  /** @throws Problem 422 `reviewer_handled_it` */
  async sendBack(tx: Tx, by: Person, id: string, reason: string): Promise<WorkOrder> {
    const loaded = await this.loading.order(tx, by, id)
    const { order, change } = loaded
    change.changeOrder(order, { state: decideOrder(loaded, 'sendBack').to })
    change.record('sendBack', actorOf(by), { ...about(order), reason }, order)
    return saved(tx, loaded)
  }

  /** @throws Problem 422 `return_too_late`, `return_once`, `department_unknown` */
  async requestReturn(tx: Tx, by: Person, id: string, request: ReturnRequest): Promise<WorkOrder> {
    const loaded = await this.loading.order(tx, by, id)
    const { order, change } = loaded
    const { to } = decideOrder(loaded, 'requestReturn')
    await this.dispatching.assertDepartment(request.suggestedDepartmentId)
    change.changeOrder(order, { state: to, returnRequest: request })
    change.record('requestReturn', actorOf(by), { ...about(order), ...request }, order)
    change.post('order.returnRequested', { workOrderId: order.id })
    return saved(tx, loaded)
  }

  /**
   * The dispatcher's word on a return: another department, or back to the same one, final. Only "back" names the
   * department in its event; elsewhere the dispatch that follows does.
   */
  async decideReturn(tx: Tx, by: Person, id: string, departmentId: string, note: string): Promise<WorkOrder> {
    const loaded = await this.loading.order(tx, by, id)
    const { order, change } = loaded
    const isBack = departmentId === order.departmentId
    const back = order.acceptedAt ? 'back' : 'backUnaccepted'
    const { to } = decideOrder(loaded, 'decideReturn', {
      outcome: isBack ? back : 'elsewhere',
      given: { departmentId },
    })
    await this.dispatching.assertDepartment(departmentId)
    change.record(
      'decideReturn',
      actorOf(by),
      { note, ...(isBack && { departmentId }), ...roleOf(order) },
      order,
    )
    if (isBack) change.changeOrder(order, { state: to })
    else {
      const first = await this.deadlines.open(tx, 'answer', { needId: order.needId, workOrderId: order.id })
      this.dispatching.close(change, order, to)
      await this.dispatching.afterReturn(change, { departmentId, role: order.role, first }, actorOf(by))
    }
    return saved(tx, loaded)
  }

  /** The order is done. With that of the lead the need is answered: its clocks stop, the resident is asked. */
  private finish(
    loaded: LoadedOrder,
    result: AnswerResult,
    by: Extract<Capacity, 'reviewer' | 'system'>,
  ): void {
    const { need, order, change } = loaded
    change.changeOrder(order, { answeredAt: change.at })
    change.stopClocks(order.id, 'answer')
    if (order.role === 'assist') return
    need.state = decideNeed(as(loaded, by), 'answer').to
    need.answeredAt = change.at
    need.result = result
    change.startClock(this.deadlines.rating(need, change.at), null)
    change.post('need.answered', { result, limitHours: ratingLimit.amount })
  }
}

/** What an act on an order does to its need is done in this capacity. */
const as = (loaded: LoadedOrder, capacity: Capacity): LoadedOrder => ({ ...loaded, capacities: [capacity] })

/** What every event of an order says. */
export const about = (order: WorkOrder): EventData => ({ departmentId: order.departmentId, ...roleOf(order) })

/** Whether one of the photos says both when and where it was taken. */
async function photosOf(tx: Tx, attachmentIds: readonly string[]): Promise<Photos> {
  if (attachmentIds.length === 0) return 'none'
  const photos = await tx.findBy(Attachment, { id: In([...attachmentIds]), kind: 'photo' })
  if (photos.length === 0) return 'none'
  return photos.some(({ takenAt, latitude, longitude }) => takenAt && latitude !== null && longitude !== null)
    ? 'placed'
    : 'some'
}

export async function saved(tx: Tx, { change, order }: LoadedOrder): Promise<WorkOrder> {
  await change.save(tx)
  return order
}
