import { extensionMax, maskName, maskPhone } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Attachments } from '../attachments/index.js'
import { type Clock, Deadlines } from '../deadlines/index.js'
import { type Person, PersonalData, PersonalDataReads, Resident, Residents } from '../people/index.js'
import { UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { forbidden } from '../platform/problem.js'
import { Routing } from '../routing/index.js'
import { staffNames, toldEvents } from './desk-events.js'
import { withoutComplaints } from './facts.js'
import { filesOf, pick } from './files.js'
import { isHandlerOf, mayKnowOfComplaints, maySee, needCapacities, orderCapacities } from './capacities.js'
import { needNotFound, workOrderNotFound } from './loading.js'
import type { NeedEvent } from './need-event.entity.js'
import type { RatingView } from './need.dto.js'
import type { Need } from './need.entity.js'
import { NeedStore } from './need.store.js'
import { ratingView } from './need-timeline.js'
import { allowedOnNeed, allowedOnOrder, closedOnNeed, closedOnOrder } from './refusal.js'
import {
  deskAnswerView,
  dueAfter,
  extensionView,
  masterIdOf,
  planView,
  questionView,
  returnRequestView,
  signatureView,
} from './standing.js'
import type { UnmaskedContact, WorkOrderView } from './work-order.dto.js'
import type { WorkOrder } from './work-order.entity.js'
import { WorkOrderLists } from './work-order.lists.js'

/** One order with its need, as the desk sees it. */
@Injectable()
export class WorkOrderViews {
  constructor(
    private readonly store: NeedStore,
    private readonly lists: WorkOrderLists,
    private readonly attachments: Attachments,
    private readonly residents: Residents,
    private readonly personalData: PersonalData,
    private readonly reads: PersonalDataReads,
    private readonly deadlines: Deadlines,
    private readonly routing: Routing,
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
  ) {}

  /** @throws Problem 404 for an order of another department */
  async one(by: Person, id: string): Promise<WorkOrderView> {
    const { order } = await this.visible(by, id)
    return this.view(by, order)
  }

  /** @param manager the open transaction, when the order was just changed in it */
  async view(
    by: Person,
    order: WorkOrder,
    manager: EntityManager = this.unitOfWork.reader,
  ): Promise<WorkOrderView> {
    const need = await this.store.byId(order.needId, manager)
    if (!need) throw needNotFound()
    const events = await this.store.events(order.needId, manager)
    const orders = await this.store.orders(order.needId, manager)
    const context = await this.lists.context()
    const { named } = context
    const clock = (await this.deadlines.answersOf([need.id], manager)).get(order.id)
    const facts = { need, order, orders, events, by, at: this.present.now(), deadlines: this.deadlines }
    const files = await filesOf(events, manager, this.attachments)
    const category = await this.routing.category(order.categoryId)
    const capacities = { order: orderCapacities(by, order, need), need: needCapacities(by, need) }
    const allowed = allowedOnOrder(facts, capacities.order)
    const names = await staffNames(events, manager)
    return {
      ...this.lists.summary(order, context),
      text: need.text,
      address: need.addressCipher ? this.personalData.decrypt(need.addressCipher) : null,
      place:
        need.latitude !== null && need.longitude !== null
          ? { latitude: need.latitude, longitude: need.longitude }
          : null,
      attachments: pick(files, events[0]?.data.attachmentIds),
      anonymous: need.isAnonymous,
      contact: await this.maskedContact(need, manager),
      acceptDueAt: order.acceptDueAt.toISOString(),
      contactDueAt: order.contactDueAt.toISOString(),
      dueProvisional: order.isDueProvisional,
      acceptedAt: order.acceptedAt?.toISOString() ?? null,
      contactedAt: order.contactedAt?.toISOString() ?? null,
      evidenceRequired: category?.isEvidenceRequired ?? false,
      events: toldEvents(
        mayKnowOfComplaints(by, need) ? events : withoutComplaints(events),
        named,
        files,
        names,
      ),
      answer: deskAnswerView(order, events, named, files),
      previousRating: previousRating(order, events),
      allowedActs: allowed,
      closedActs: closedOnOrder(facts, capacities.order),
      needState: need.state,
      needActs: allowedOnNeed(facts, capacities.need),
      closedNeedActs: closedOnNeed(facts, capacities.need),
      firstDueAt: firstDueOf(order, events),
      extension: extensionView(events, order, clock, this.deadlines),
      extensionDues: clock && allowed.includes('extend') ? this.extensionDues(clock) : [],
      others: orders
        .filter(({ id, round }) => id !== order.id && round === order.round)
        .map((other) => ({
          ...this.lists.summary(other, context),
          answer: deskAnswerView(other, events, named, files),
        })),
      question: questionView(need, events, named),
      plan: planView(need, events),
      master: await this.master(masterIdOf(need, events), manager),
      signature: signatureView(need, events, names),
      version: order.version,
      returnRequest: returnRequestView(order, events, named),
    }
  }

  /**
   * The contact's phone, unmasked, for the handler who has to call. The reading is written down first.
   * @throws Problem 404, 403 `not_your_order`, `complainant_anonymous`
   */
  async contactPhone(by: Person, id: string, reason: string): Promise<UnmaskedContact> {
    const { order, need } = await this.visible(by, id)
    assertHandler(by, order)
    if (need.isAnonymous)
      throw forbidden('complainant_anonymous', '诉求人要求隐匿身份，看不到电话，请通过平台答复')
    await this.reads.note(by, { needId: need.id, what: 'contactPhone', reason })
    return {
      phone: need.contactPhoneCipher ? this.personalData.decrypt(need.contactPhoneCipher) : null,
      name: await this.residents.nameOf(need.residentId),
    }
  }

  /** @throws Problem 404, also for an order that is no business of theirs */
  private async visible(by: Person, id: string): Promise<{ order: WorkOrder; need: Need }> {
    const order = await this.store.order(id)
    const need = order && (await this.store.byId(order.needId))
    if (!order || !need || !maySee(by, order, need)) throw workOrderNotFound()
    return { order, need }
  }

  private extensionDues(clock: Clock): string[] {
    return Array.from({ length: extensionMax }, (_, more) => dueAfter(clock, more + 1, this.deadlines))
  }

  private async master(id: string | null, manager: EntityManager): Promise<WorkOrderView['master']> {
    const master = id && (await this.store.byId(id, manager))
    return master ? { needId: master.id, receiptNo: master.receiptNo, title: master.title } : null
  }

  private async maskedContact(need: Need, manager: EntityManager): Promise<WorkOrderView['contact']> {
    if (need.isAnonymous) return null
    const resident = await manager.findOneBy(Resident, { id: need.residentId })
    const name = this.residents.readable(resident?.nameCipher)
    const phone = need.contactPhoneCipher ? this.personalData.decrypt(need.contactPhoneCipher) : null
    return { nameMasked: name && maskName(name), phoneMasked: phone && maskPhone(phone) }
  }
}

/** What the resident said about the round before this one. */
function previousRating(order: WorkOrder, events: readonly NeedEvent[]): RatingView | null {
  const event = events.findLast(({ act, round }) => act === 'rate' && round < order.round)
  return event ? ratingView(event) : null
}

/** What was promised first, when the order has been given more time since. */
function firstDueOf(order: WorkOrder, events: readonly NeedEvent[]): string | null {
  const dispatch = events.find(({ act, workOrderId }) => act === 'dispatch' && workOrderId === order.id)
  const first = dispatch?.data.dueAt
  return first && first !== order.dueAt.toISOString() ? first : null
}

/**
 * For reads that only a handler of the department may make, as long as the order is or was its work.
 * @throws Problem 403 `not_your_order`
 */
function assertHandler(person: Person, order: WorkOrder): void {
  if (!isHandlerOf(person, order.departmentId) || order.state === 'returned' || order.state === 'cancelled')
    throw forbidden('not_your_order', '只有本单位的承办人可以查看联系电话')
}
