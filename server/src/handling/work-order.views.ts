import { checkReceiptNo, extensionMax, isOverdue, maskName, maskPhone } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { Attachments } from '../attachments/index.js'
import { type Clock, Deadlines } from '../deadlines/index.js'
import { type Person, PersonalData, PersonalDataRead, Resident, Residents, Staff } from '../people/index.js'
import { Areas } from '../places/index.js'
import { insertRows, newId, type Page, pageOf, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { badRequest, forbidden } from '../platform/problem.js'
import { Routing } from '../routing/index.js'
import { withoutComplaints } from './facts.js'
import { type Files, filesOf, pick } from './files.js'
import { isHandlerOf, maySee, needCapacities, orderCapacities, seesAll } from './capacities.js'
import { needNotFound, workOrderNotFound } from './loading.js'
import type { NeedEvent } from './need-event.entity.js'
import type { RatingView } from './need.dto.js'
import type { Need } from './need.entity.js'
import { NeedStore } from './need.store.js'
import { NeedViews, ratingView } from './need.views.js'
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
import type {
  DeskEvent,
  ExtensionItem,
  UnmaskedContact,
  WorkOrderCounts,
  WorkOrderQuery,
  WorkOrderSummary,
  WorkOrderView,
} from './work-order.dto.js'
import { isOpen, WorkOrder } from './work-order.entity.js'
import { type QueueFilter, WorkOrderStore } from './work-order.store.js'
import { type Named, toldToStaff } from './words.js'

/** What the desk sees: queues, and one order with its need. */
@Injectable()
export class WorkOrderViews {
  constructor(
    private readonly store: NeedStore,
    private readonly orders: WorkOrderStore,
    private readonly needs: NeedViews,
    private readonly areas: Areas,
    private readonly attachments: Attachments,
    private readonly residents: Residents,
    private readonly personalData: PersonalData,
    private readonly deadlines: Deadlines,
    private readonly routing: Routing,
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

  /** @throws Problem 404 for an order of another department */
  async one(by: Person, id: string): Promise<WorkOrderView> {
    const { order } = await this.visible(by, id)
    return this.view(by, order)
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
    const context = await this.context()
    const { named } = context
    const clock = (await this.deadlines.answersOf([need.id], manager)).get(order.id)
    const facts = { need, order, orders, events, by, at: this.present.now(), deadlines: this.deadlines }
    const files = await filesOf(events, manager, this.attachments)
    const category = await this.routing.category(order.categoryId)
    const capacities = { order: orderCapacities(by, order, need), need: needCapacities(by, need) }
    const allowed = allowedOnOrder(facts, capacities.order)
    const names = await staffNames(events, manager)
    return {
      ...this.summary(order, context),
      text: need.text,
      address: need.addressCipher ? this.personalData.decrypt(need.addressCipher) : null,
      place:
        need.latitude !== null && need.longitude !== null
          ? { latitude: need.latitude, longitude: need.longitude }
          : null,
      attachments: pick(files, events[0]?.data.attachmentIds),
      anonymous: need.isAnonymous,
      greenChannel: need.isGreenChannel,
      contact: await this.maskedContact(need, manager),
      acceptDueAt: order.acceptDueAt.toISOString(),
      contactDueAt: order.contactDueAt.toISOString(),
      dueProvisional: order.isDueProvisional,
      acceptedAt: order.acceptedAt?.toISOString() ?? null,
      contactedAt: order.contactedAt?.toISOString() ?? null,
      evidenceRequired: category?.isEvidenceRequired ?? false,
      events: toldEvents(seesAll(by) ? events : withoutComplaints(events), named, files, names),
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
          ...this.summary(other, context),
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
    const at = this.present.now()
    const about = { needId: need.id, subjectId: null, what: 'contactPhone' as const }
    const read = { id: newId(at), staffId: by.id, ...about, reason, at }
    await this.unitOfWork.run((tx) => insertRows(tx, PersonalDataRead, [read]))
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

  private summary(order: WorkOrder, { named, area }: Context): WorkOrderSummary {
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
      dueAt: order.dueAt.toISOString(),
      isOverdue: isOpen(order) && isOverdue(order.dueAt, now),
      light: isOpen(order) ? this.deadlines.light({ ...order, startAt: order.dispatchedAt }, now) : 'green',
      dispatchedAt: order.dispatchedAt.toISOString(),
      attachmentsCount: order.attachmentsCount,
      remindersCount: order.remindersCount,
    }
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

  private async context(): Promise<Context> {
    const [named, areas] = await Promise.all([this.needs.names(), this.areas.known()])
    return { named, area: (id) => areas.get(id)?.name ?? '' }
  }

  private async maskedContact(need: Need, manager: EntityManager): Promise<WorkOrderView['contact']> {
    if (need.isAnonymous) return null
    const resident = await manager.findOneBy(Resident, { id: need.residentId })
    const name = this.residents.readable(resident?.nameCipher)
    const phone = need.contactPhoneCipher ? this.personalData.decrypt(need.contactPhoneCipher) : null
    return { nameMasked: name && maskName(name), phoneMasked: phone && maskPhone(phone) }
  }
}

/** What happened, as the desk reads it, the newest first. */
export async function deskEvents(
  events: readonly NeedEvent[],
  named: Named,
  files: Files,
  manager: EntityManager,
): Promise<DeskEvent[]> {
  return toldEvents(events, named, files, await staffNames(events, manager))
}

/** The names of the staff who acted, by their ids. */
async function staffNames(
  events: readonly NeedEvent[],
  manager: EntityManager,
): Promise<ReadonlyMap<string, string>> {
  const actorIds = events.flatMap(({ actorKind, actorId }) => (actorKind === 'staff' && actorId) || [])
  const staff = await manager.findBy(Staff, { id: In([...new Set(actorIds)]) })
  return new Map(staff.map(({ id, name }) => [id, name]))
}

function toldEvents(
  events: readonly NeedEvent[],
  named: Named,
  files: Files,
  names: ReadonlyMap<string, string>,
): DeskEvent[] {
  const told = events.map((event): DeskEvent => {
    const { title: words, detail, attachmentIds } = toldToStaff(event, named)
    const byName = names.get(event.actorId ?? '') ?? null
    return { at: event.at.toISOString(), words, byName, detail, attachments: pick(files, attachmentIds) }
  })
  return told.reverse()
}

interface Context {
  named: Named
  area: (id: string) => string
}

/** What was typed into the search box, as the beginning of a receipt number; without a digit it is none. */
function receiptPrefix(typed: string): string {
  const check = checkReceiptNo(typed)
  if (check.ok) return check.receiptNo
  const digits = typed.normalize('NFKC').replace(/\D/g, '')
  const [day, sequence] = [digits.slice(0, 8), digits.slice(8)]
  return digits ? `MS${day}${sequence && `-${sequence}`}` : 'none'
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
