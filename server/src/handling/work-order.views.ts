import { allowedActs, checkReceiptNo, isOverdue, maskName, maskPhone, workOrderActs } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Attachments, type AttachmentView } from '../attachments/index.js'
import { Deadlines } from '../deadlines/index.js'
import {
  type Person,
  PersonalData,
  PersonalDataRead,
  Residents,
  StaffDirectory,
} from '../people/index.js'
import { Areas } from '../places/index.js'
import { insertRows, newId, type Page, pageOf, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { Routing } from '../routing/index.js'
import { needNotFound } from './need-acts.service.js'
import type { NeedEvent } from './need-event.entity.js'
import type { Need } from './need.entity.js'
import { NeedStore } from './need.store.js'
import { NeedViews, ratingView } from './need.views.js'
import { assertHandler, capacitiesFor, lastAnswer, maySee, workOrderNotFound } from './work-order-acts.service.js'
import type {
  AnswerView,
  RatingView,
} from './need.dto.js'
import type {
  DeskEvent,
  UnmaskedContact,
  WorkOrderCounts,
  WorkOrderQuery,
  WorkOrderSummary,
  WorkOrderView,
} from './work-order.dto.js'
import type { WorkOrder } from './work-order.entity.js'
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
    private readonly staff: StaffDirectory,
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
    const order = await this.store.order(id)
    if (!order || !maySee(by, order)) throw workOrderNotFound()
    return this.view(by, order)
  }

  /** @param manager the open transaction, when the order was just changed in it */
  async view(
    by: Person,
    order: WorkOrder,
    manager: EntityManager = this.unitOfWork.reader,
  ): Promise<WorkOrderView> {
    const need = await this.store.byId(order.needId, manager)
    const events = await this.store.events(order.needId, manager)
    const context = await this.context()
    if (!need) throw needNotFound()
    const ids = events.flatMap(({ data }) => data.attachmentIds ?? [])
    const files = await this.attachments.views(ids)
    const category = await this.routing.category(order.categoryId)
    const request = order.returnRequest
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
      contact: await this.maskedContact(need),
      acceptDueAt: order.acceptDueAt.toISOString(),
      contactDueAt: order.contactDueAt.toISOString(),
      dueProvisional: order.isDueProvisional,
      acceptedAt: order.acceptedAt?.toISOString() ?? null,
      contactedAt: order.contactedAt?.toISOString() ?? null,
      evidenceRequired: category?.isEvidenceRequired ?? false,
      events: await this.deskEvents(events, context.named, files),
      answer: answerView(order, events, context.named, files),
      previousRating: previousRating(order, events),
      allowedActs: allowedActs(workOrderActs, order.state, capacitiesFor(by, order)),
      version: order.version,
      returnRequest: request && {
        reason: request.reason,
        legalBasis: request.legalBasis,
        suggestedDepartment: {
          id: request.suggestedDepartmentId,
          name: context.named.department(request.suggestedDepartmentId),
        },
      },
    }
  }

  /**
   * The contact's phone, unmasked, for the handler who has to call. The reading is written down first.
   * An anonymous complainant's phone is never shown. @throws Problem 403, 404
   */
  async contactPhone(by: Person, id: string, reason: string): Promise<UnmaskedContact> {
    const order = await this.store.order(id)
    if (!order || !maySee(by, order)) throw workOrderNotFound()
    assertHandler(by, order)
    const need = await this.store.byId(order.needId)
    if (!need) throw needNotFound()
    if (need.isAnonymous) return { phone: null, name: null }
    const at = this.present.now()
    const read = { id: newId(at), staffId: by.id, needId: need.id, what: 'contactPhone' as const, reason, at }
    await this.unitOfWork.run((tx) => insertRows(tx, PersonalDataRead, [read]))
    return {
      phone: need.contactPhoneCipher ? this.personalData.decrypt(need.contactPhoneCipher) : null,
      name: await this.residents.nameOf(need.residentId),
    }
  }

  private summary(order: WorkOrder, { named, area }: Context): WorkOrderSummary {
    const now = this.present.now()
    const isOpen = ['pending', 'working', 'returning', 'reviewing'].includes(order.state)
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
      isOverdue: isOpen && isOverdue(order.dueAt, now),
      light: isOpen ? this.deadlines.light({ ...order, startAt: order.dispatchedAt }, now) : 'green',
      dispatchedAt: order.dispatchedAt.toISOString(),
      attachmentsCount: order.attachmentsCount,
    }
  }

  private async filter(by: Person, query: WorkOrderQuery): Promise<QueueFilter> {
    const seesAll = by.roles.some((role) => role === 'dispatcher' || role === 'supervisor')
    const now = this.present.now()
    const soon = this.deadlines.soonUntil(now)
    const range = {
      overdue: { dueFrom: undefined, dueUntil: now },
      soon: { dueFrom: now, dueUntil: soon },
      later: { dueFrom: soon, dueUntil: undefined },
      any: { dueFrom: undefined, dueUntil: undefined },
    }[query.due ?? 'any']
    const area = query.areaId ? await this.areas.byId(query.areaId) : undefined
    return {
      // Whoever belongs to no department and sees not all of them sees none.
      departmentId: seesAll ? query.departmentId : (by.departmentId ?? 'none'),
      state: query.state,
      street: area?.level === 'street' ? area.id : undefined,
      community: area?.level === 'community' ? area.id : undefined,
      category: query.categoryId,
      receiptNo: query.q ? receiptPrefix(query.q) : undefined,
      ...range,
    }
  }

  private async context(): Promise<Context> {
    const [named, communities] = await Promise.all([this.needs.names(), this.areas.all('community')])
    const names = new Map(communities.map(({ id, name }) => [id, name]))
    return { named, area: (id) => names.get(id) ?? '' }
  }

  private async maskedContact(need: Need): Promise<WorkOrderView['contact']> {
    if (need.isAnonymous) return null
    const name = await this.residents.nameOf(need.residentId)
    const phone = need.contactPhoneCipher ? this.personalData.decrypt(need.contactPhoneCipher) : null
    return { nameMasked: name && maskName(name), phoneMasked: phone && maskPhone(phone) }
  }

  private async deskEvents(
    events: readonly NeedEvent[],
    named: Named,
    files: ReadonlyMap<string, AttachmentView>,
  ): Promise<DeskEvent[]> {
    const told = events.map(async (event): Promise<DeskEvent> => {
      const { title, detail, attachmentIds } = toldToStaff(event, named)
      const byName = event.actorKind === 'staff' && event.actorId ? await this.staff.nameOf(event.actorId) : null
      const attachments = pick(files, attachmentIds)
      return { at: event.at.toISOString(), words: title, byName: byName ?? null, detail, attachments }
    })
    return (await Promise.all(told)).reverse()
  }
}

interface Context {
  named: Named
  area: (id: string) => string
}

const pick = (files: ReadonlyMap<string, AttachmentView>, ids: readonly string[] = []): AttachmentView[] =>
  ids.flatMap((id) => files.get(id) ?? [])

/** What was typed into the search box, as the beginning of a receipt number. */
function receiptPrefix(typed: string): string {
  const check = checkReceiptNo(typed)
  if (check.ok) return check.receiptNo
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z-]/g, '')
  return plain.startsWith('MS') ? plain : `MS${plain}`
}

function answerView(
  order: WorkOrder,
  events: readonly NeedEvent[],
  named: Named,
  files: ReadonlyMap<string, AttachmentView>,
): AnswerView | null {
  const event = lastAnswer(events, order)
  const { text, result, attachmentIds } = event?.data ?? {}
  if (!event || !text || !result) return null
  return {
    text,
    result,
    attachments: pick(files, attachmentIds),
    at: event.at.toISOString(),
    departmentName: named.department(order.departmentId),
  }
}

/** What the resident said about the round before this one. */
function previousRating(order: WorkOrder, events: readonly NeedEvent[]): RatingView | null {
  const event = events.findLast(({ act, round }) => act === 'rate' && round < order.round)
  return event ? ratingView(event) : null
}
