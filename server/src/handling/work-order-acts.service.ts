import {
  answerTextMin,
  type AnswerResult,
  type ContactWay,
  ratingLimit,
  type Actor as Capacity,
} from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { Attachment, Attachments } from '../attachments/index.js'
import { Deadlines } from '../deadlines/index.js'
import { type Person, Staff } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { forbidden, notFound, type Problem, unprocessable } from '../platform/problem.js'
import { Dispatching } from './dispatching.js'
import { actorOf, needNotFound } from './need-acts.service.js'
import { NeedChange, system } from './need-change.js'
import type { EventAct, NeedEvent } from './need-event.entity.js'
import { NeedStore } from './need.store.js'
import { decideNeed, decideOrder } from './refusal.js'
import type { ReturnRequest, WorkOrder } from './work-order.entity.js'

export interface Answer {
  text: string
  result: AnswerResult
  attachmentIds: string[]
}
interface Loaded {
  order: WorkOrder
  change: NeedChange
  /** What has happened to the need so far. */
  events: readonly NeedEvent[]
  capacities: Capacity[]
  /** Who handles the order now, for the words of a refusal. */
  who: string | null
}

export const workOrderNotFound = (): Problem => notFound('work_order_not_found', '没有找到这张工单')

/** Whether somebody handles orders of this department. */
const isHandlerOf = (person: Person, order: WorkOrder): boolean =>
  person.departmentId === order.departmentId && person.roles.includes('handler')

const handling: readonly EventAct[] = ['accept', 'contact', 'submitAnswer', 'requestReturn']

/** Whether somebody has had a hand in an order; nobody reviews what they handled. WORKFLOW §2 "approve". */
const hasHandled = ({ id }: Person, order: WorkOrder, events: readonly NeedEvent[]): boolean =>
  events.some(
    ({ actorId, workOrderId, act }) => actorId === id && workOrderId === order.id && handling.includes(act),
  )

/** In which capacities a staff member acts on an order: handlers and reviewers only for their own department. */
export function capacitiesFor(person: Person, order: WorkOrder, events: readonly NeedEvent[]): Capacity[] {
  const isReviewer = person.departmentId === order.departmentId && person.roles.includes('reviewer')
  const held: [Capacity, boolean][] = [
    ['handler', isHandlerOf(person, order)],
    ['reviewer', isReviewer && !hasHandled(person, order, events)],
    ['dispatcher', person.roles.includes('dispatcher')],
    ['supervisor', person.roles.includes('supervisor')],
  ]
  return held.filter(([, holds]) => holds).map(([capacity]) => capacity)
}

/** Whether a staff member sees the orders of all departments. */
export const seesAll = (person: Person): boolean =>
  person.roles.some((role) => role === 'dispatcher' || role === 'supervisor')

/** Whether a staff member may see an order at all. */
export const maySee = (person: Person, order: WorkOrder): boolean =>
  person.departmentId === order.departmentId || seesAll(person)

/** Acts on a work order. WORKFLOW §2. */
@Injectable()
export class WorkOrderActs {
  constructor(
    private readonly store: NeedStore,
    private readonly dispatching: Dispatching,
    private readonly deadlines: Deadlines,
    private readonly attachments: Attachments,
    private readonly present: Present,
  ) {}

  async accept(tx: Tx, by: Person, id: string): Promise<WorkOrder> {
    const { order, change, capacities, who } = await this.load(tx, by, id)
    const { to } = decideOrder(order, 'accept', capacities, { who })
    change.changeOrder(order, { state: to, acceptedAt: change.at, handlerId: by.id })
    if (change.need.state === 'dispatched')
      change.need.state = decideNeed(change.need, 'accept', ['handler']).to
    change.stopClocks(order.id, 'accept')
    change.record('accept', actorOf(by), { departmentId: order.departmentId }, order)
    change.post('need.accepted')
    return saved(tx, change, order)
  }

  /** 首次联系, recorded by a person. An answer is impossible without it. */
  async contact(tx: Tx, by: Person, id: string, how: ContactWay, note: string): Promise<WorkOrder> {
    const { order, change, capacities, who } = await this.load(tx, by, id)
    decideOrder(order, 'contact', capacities, { who })
    change.changeOrder(order, { contactedAt: order.contactedAt ?? change.at })
    change.stopClocks(order.id, 'contact')
    change.record('contact', actorOf(by), { departmentId: order.departmentId, how, note }, order)
    change.post('need.contacted')
    return saved(tx, change, order)
  }

  /**
   * @throws Problem 422 `answer_too_short`, `answer_needs_contact`, `answer_needs_evidence`, `answer_same_as_before`
   */
  async submitAnswer(tx: Tx, by: Person, id: string, answer: Answer): Promise<WorkOrder> {
    const { order, change, events, capacities, who } = await this.load(tx, by, id)
    const category = await this.dispatching.categoryOf(order.categoryId)
    const outcome = category.isReviewed ? 'reviewed' : 'unreviewed'
    const { to } = decideOrder(order, 'submitAnswer', capacities, { outcome, who })
    checkAnswer(order, answer, events)
    await this.attachments.take(tx, answer.attachmentIds, by.id, order.needId)
    if (category.isEvidenceRequired) await assertPhoto(tx, answer.attachmentIds)
    change.changeOrder(order, { state: to, handlerId: by.id })
    change.record('submitAnswer', actorOf(by), { departmentId: order.departmentId, ...answer }, order)
    if (to === 'done') {
      change.record('approve', system, { departmentId: order.departmentId }, order)
      this.answerNeed(change, order, answer.result, 'system')
    }
    return saved(tx, change, order)
  }

  /** @throws Problem 422 `reviewer_handled_it` */
  async approve(tx: Tx, by: Person, id: string, note?: string): Promise<WorkOrder> {
    const { order, change, events } = await this.review(tx, by, id, 'approve')
    change.record('approve', actorOf(by), { departmentId: order.departmentId, ...(note && { note }) }, order)
    const result = lastAnswer(events, order)?.data.result
    if (!result) throw new Error(`order ${order.id} is reviewed without an answer`)
    this.answerNeed(change, order, result, 'reviewer')
    return saved(tx, change, order)
  }

  /** @throws Problem 422 `reviewer_handled_it` */
  async sendBack(tx: Tx, by: Person, id: string, reason: string): Promise<WorkOrder> {
    const { order, change } = await this.review(tx, by, id, 'sendBack')
    change.record('sendBack', actorOf(by), { departmentId: order.departmentId, reason }, order)
    return saved(tx, change, order)
  }

  /** @throws Problem 422 `return_too_late`, `return_once`, `department_unknown` */
  async requestReturn(tx: Tx, by: Person, id: string, request: ReturnRequest): Promise<WorkOrder> {
    const { order, change, events, capacities, who } = await this.load(tx, by, id)
    const { to } = decideOrder(order, 'requestReturn', capacities, { who })
    if (change.at > this.deadlines.returnUntil(order.dispatchedAt, order.streetId))
      throw unprocessable('return_too_late', '派单已超过 4 个工作小时，不能退单，请先办理')
    checkReturn(order, events)
    await this.dispatching.assertDepartment(request.suggestedDepartmentId)
    change.changeOrder(order, { state: to, returnRequest: request })
    change.record('requestReturn', actorOf(by), { departmentId: order.departmentId, ...request }, order)
    change.post('order.returnRequested', { workOrderId: order.id })
    return saved(tx, change, order)
  }

  /**
   * The dispatcher's word on a return: another department, or back to the same one, final. Only "back" names the
   * department in its event; elsewhere the dispatch that follows does.
   */
  async decideReturn(tx: Tx, by: Person, id: string, departmentId: string, note: string): Promise<WorkOrder> {
    const { order, change, capacities, who } = await this.load(tx, by, id)
    const isBack = departmentId === order.departmentId
    const back = order.acceptedAt ? 'back' : 'backUnaccepted'
    const { to } = decideOrder(order, 'decideReturn', capacities, {
      outcome: isBack ? back : 'elsewhere',
      who,
    })
    await this.dispatching.assertDepartment(departmentId)
    change.record('decideReturn', actorOf(by), { note, ...(isBack && { departmentId }) }, order)
    if (isBack) change.changeOrder(order, { state: to })
    else {
      const first = await this.deadlines.open(tx, 'answer', { needId: order.needId, workOrderId: order.id })
      this.dispatching.close(change, order, to)
      await this.dispatching.afterReturn(change, departmentId, first, actorOf(by))
    }
    return saved(tx, change, order)
  }

  private async load(tx: Tx, by: Person, id: string): Promise<Loaded> {
    const order = await this.store.order(id, tx)
    if (!order || !maySee(by, order)) throw workOrderNotFound()
    const need = await this.store.byId(order.needId, tx)
    if (!need) throw needNotFound()
    const events = await this.store.events(need.id, tx)
    return {
      order,
      events,
      change: new NeedChange(need, this.present.now()),
      capacities: capacitiesFor(by, order, events),
      who: order.handlerId === by.id ? null : await nameOf(tx, order.handlerId),
    }
  }

  private async review(tx: Tx, by: Person, id: string, act: 'approve' | 'sendBack'): Promise<Loaded> {
    const loaded = await this.load(tx, by, id)
    const { order, change, events, capacities, who } = loaded
    if (order.state === 'reviewing' && by.roles.includes('reviewer') && hasHandled(by, order, events))
      throw unprocessable('reviewer_handled_it', '自己办理的工单不能自己审核，请由其他审核人审核')
    change.changeOrder(order, { state: decideOrder(order, act, capacities, { who }).to })
    return loaded
  }

  /** The need is answered: its clocks stop, the resident is asked. */
  private answerNeed(
    change: NeedChange,
    order: WorkOrder,
    result: AnswerResult,
    by: Extract<Capacity, 'reviewer' | 'system'>,
  ): void {
    const { need, at } = change
    need.state = decideNeed(need, 'answer', [by]).to
    need.answeredAt = at
    change.changeOrder(order, { answeredAt: at })
    need.result = result
    change.stopClocks(order.id, 'answer')
    change.startClock(this.deadlines.rating(need, at), null)
    change.post('need.answered', { result, limitHours: ratingLimit.amount })
  }
}

function checkAnswer(order: WorkOrder, { text }: Answer, events: readonly NeedEvent[]): void {
  const words = text.trim()
  if ([...words].length < answerTextMin)
    throw unprocessable('answer_too_short', `答复不少于 ${answerTextMin} 个字，请写清做了什么、结果怎样`)
  if (!order.contactedAt)
    throw unprocessable('answer_needs_contact', '请先联系诉求人并登记联系情况，再提交答复')
  const earlier = events.filter(({ act, round }) => act === 'submitAnswer' && round < order.round)
  if (earlier.some(({ data }) => data.text?.trim() === words))
    throw unprocessable('answer_same_as_before', '这是上一轮的原话，请写这一次做了什么')
}

async function assertPhoto(tx: Tx, attachmentIds: readonly string[]): Promise<void> {
  if (!(await tx.existsBy(Attachment, { id: In([...attachmentIds]), kind: 'photo' })))
    throw unprocessable('answer_needs_evidence', '这类诉求的答复要附现场照片，请至少拍一张')
}

/** A department asks once per need, and the second request on a need is the last. WORKFLOW §2 "decideReturn". */
function checkReturn(order: WorkOrder, events: readonly NeedEvent[]): void {
  if (order.round > 2) throw unprocessable('return_once', '第二次重办起不得退单，请办理')
  const requests = events.filter(({ act }) => act === 'requestReturn')
  const isOwnSecond = requests.some(({ data }) => data.departmentId === order.departmentId)
  if (isOwnSecond || requests.length >= 2)
    throw unprocessable('return_once', '这件诉求的退单已有定论，不能再退，请先办理')
}

/** Read in the transaction: a second connection, for which all the others wait, may never come. */
async function nameOf(tx: Tx, staffId: string | null): Promise<string | null> {
  const staff = staffId ? await tx.findOneBy(Staff, { id: staffId }) : null
  return staff?.name ?? null
}

/** The last answer that was submitted for an order. */
export const lastAnswer = (events: readonly NeedEvent[], order: { id: string }): NeedEvent | undefined =>
  events.findLast(({ act, workOrderId }) => act === 'submitAnswer' && workOrderId === order.id)

async function saved(tx: Tx, change: NeedChange, order: WorkOrder): Promise<WorkOrder> {
  await change.save(tx)
  return order
}

/**
 * For reads that only a handler of the department may make, as long as the order is or was its work.
 * @throws Problem 403 `not_your_order`
 */
export function assertHandler(person: Person, order: WorkOrder): void {
  if (!isHandlerOf(person, order) || order.state === 'returned' || order.state === 'cancelled')
    throw forbidden('not_your_order', '只有本单位的承办人可以查看联系电话')
}
