import { checkReceiptNo, isOverdue, maskPhone, type NeedAct, reminderOf } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type Attachment, Attachments } from '../attachments/index.js'
import { Deadlines } from '../deadlines/index.js'
import { Departments, type Person, PersonalData, residentPerson } from '../people/index.js'
import { Areas } from '../places/index.js'
import { type Page, pageOf, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { badRequest } from '../platform/problem.js'
import { Routing } from '../routing/index.js'
import { mayFollow, needCapacities } from './capacities.js'
import { filesOf, pick } from './files.js'
import { needNotFound } from './loading.js'
import { MergedNeedStore } from './merged-need.store.js'
import type { NeedEvent } from './need-event.entity.js'
import type {
  NamedView,
  NeedAreaView,
  NeedCategoryView,
  NeedSummary,
  NeedView,
  ProgressView,
  ReminderView,
} from './need.dto.js'
import type { Need } from './need.entity.js'
import { NeedStore } from './need.store.js'
import { answerOf, ratingFixedAtOf, ratingOf, timelineOf } from './need-timeline.js'
import { allowedOnNeed } from './refusal.js'
import { masterIdOf, masterTimeline, planView, questionView } from './standing.js'
import { isUnsolved, type Named, nextOf, stateWordsOf, unnamedDepartment } from './words.js'

/**
 * What the complainant sees of a need. Made from the need, its events and what is in memory; nothing that is not
 * named here leaves the server.
 */
@Injectable()
export class NeedViews {
  constructor(
    private readonly store: NeedStore,
    private readonly mergedNeeds: MergedNeedStore,
    private readonly attachments: Attachments,
    private readonly areas: Areas,
    private readonly departments: Departments,
    private readonly routing: Routing,
    private readonly deadlines: Deadlines,
    private readonly personalData: PersonalData,
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
  ) {}

  /** A complainant's own need. Three queries by key. @throws Problem 404, also for a need of somebody else */
  async own(by: Person, id: string): Promise<NeedView> {
    const need = await this.store.byId(id)
    if (!need || !mayFollow(by, need)) throw needNotFound()
    return this.view(need, await this.store.events(id), by)
  }

  /** Own needs, newest first; for a grid worker those that he filed for others too. One query. */
  async mine(by: Person, cursor: string | undefined): Promise<Page<NeedSummary>> {
    const named = await this.names()
    return this.store.mine(by, cursor, (need) => this.summary(need, named))
  }

  /** The needs that follow a master, the oldest first. One query. */
  async merged(masterId: string, cursor: string | undefined): Promise<Page<NeedSummary>> {
    const named = await this.names()
    const rows = await this.mergedNeeds.page(masterId, cursor)
    return pageOf(
      rows,
      ({ submittedAt, id }) => ({ at: submittedAt, id }),
      (need) => this.summary(need, named),
    )
  }

  /**
   * Look-up without sign-in. The same answer for an unknown number and a wrong phone, so that nobody learns
   * which numbers exist. @throws Problem 400 `receipt_no_malformed`, `receipt_no_mistyped`, 404 `need_not_found`
   */
  async progress(typed: string, phoneTail: string): Promise<ProgressView> {
    const check = checkReceiptNo(typed)
    if (!check.ok) throw wrongReceiptNo(check.reason)
    const need = await this.store.byReceiptNo(check.receiptNo)
    const phone = need?.contactPhoneCipher ? this.personalData.decrypt(need.contactPhoneCipher) : ''
    if (!need || !phone.endsWith(phoneTail)) throw needNotFound()
    const named = await this.names()
    const {
      id: _id,
      title: _title,
      awaitsRating: _awaits,
      attachmentsCount: _count,
      ...shown
    } = this.summary(need, named)
    const events = await this.store.events(need.id)
    const timeline = timelineOf(need, events, named, new Map())
    const acts = await this.allowed(
      need,
      events,
      residentPerson({ id: need.residentId }),
      this.unitOfWork.reader,
    )
    return { ...shown, timeline, ...nextOf(need.state, acts, shown.isUnsolved) }
  }

  /**
   * The whole view for a reader, from a need and its events that are at hand.
   * @param manager the open transaction, when the need was just changed in it
   */
  async view(
    need: Need,
    events: readonly NeedEvent[],
    reader: Person,
    manager: EntityManager = this.unitOfWork.reader,
  ): Promise<NeedView> {
    const named = await this.names()
    const files = await filesOf(events, manager, this.attachments, shownTo(reader))
    const acts = await this.allowed(need, events, reader, manager)
    const submitted = events.find(({ act }) => act === 'submit')
    return {
      ...this.summary(need, named),
      text: need.text,
      category: await this.categoryView(need.categoryId),
      categoryCorrectable: acts.includes('correctCategory'),
      area: await this.areaView(need),
      address: need.addressCipher ? this.personalData.decrypt(need.addressCipher) : null,
      anonymous: need.isAnonymous,
      contactPhoneMasked: this.maskedPhone(need, reader),
      round: need.round,
      danger: need.danger,
      attachments: pick(files, submitted?.data.attachmentIds),
      timeline: timelineOf(need, events, named, files),
      ...nextOf(need.state, acts, isUnsolved(need)),
      answer: answerOf(need, events, named, files),
      rating: ratingOf(need, events),
      ratingFixedAt: ratingFixedAtOf(need, events)?.toISOString() ?? null,
      allowedActs: acts,
      reminder: this.reminder(need),
      question: questionView(need, events, named),
      plan: planView(need, events),
      master: await this.master(masterIdOf(need, events), named, manager),
      version: need.version,
    }
  }

  /** What a reader may do now. Only the desk's acts depend on the orders: a complainant costs no read of them. */
  async allowed(
    need: Need,
    events: readonly NeedEvent[],
    by: Person,
    manager: EntityManager,
  ): Promise<NeedAct[]> {
    const { deadlines } = this
    const orders = by.kind === 'staff' ? await this.store.orders(need.id, manager) : []
    const facts = { need, orders, events, by, at: this.present.now(), deadlines }
    return allowedOnNeed(facts, needCapacities(by, need))
  }

  summary(need: Need, named: Named): NeedSummary {
    const { state, dueAt } = need
    const isOpen =
      state === 'dispatched' || state === 'handling' || state === 'waiting' || state === 'planned'
    return {
      id: need.id,
      receiptNo: need.receiptNo,
      title: need.title,
      state,
      stateWords: stateWordsOf(need),
      department: departmentView(need.departmentId, named),
      dueAt: isOpen && dueAt ? dueAt.toISOString() : null,
      dueProvisional: isOpen && need.isDueProvisional,
      isOverdue: isOpen && dueAt !== null && isOverdue(dueAt, this.present.now()),
      isUnsolved: isUnsolved(need),
      submittedAt: need.submittedAt.toISOString(),
      awaitsRating: state === 'answered',
      attachmentsCount: need.attachmentsCount,
    }
  }

  /** Three reads by key, only for a need that follows another one. */
  private async master(id: string | null, named: Named, manager: EntityManager): Promise<NeedView['master']> {
    const master = id && (await this.store.byId(id, manager))
    if (!master) return null
    const { state, stateWords, department, dueAt, isOverdue } = this.summary(master, named)
    const area = await this.areaView(master)
    return {
      categoryName: master.categoryId && named.category(master.categoryId),
      areaName: area?.name ?? '',
      state,
      stateWords,
      department,
      dueAt,
      isOverdue,
      timeline: masterTimeline(await this.store.events(master.id, manager), named),
    }
  }

  private reminder(need: Need): ReminderView {
    const { isDue, againAt } = reminderOf(need, this.present.now())
    return { count: need.remindersCount, isDue, againAt: againAt?.toISOString() ?? null }
  }

  async categoryView(id: string | null): Promise<NeedCategoryView | null> {
    const category = id ? await this.routing.category(id) : undefined
    return category ? { id: category.id, name: category.name, fieldName: category.fieldName } : null
  }

  async areaView(need: Pick<Need, 'communityId' | 'streetId'>): Promise<NeedAreaView | null> {
    const [community, street] = await Promise.all([
      this.areas.byId(need.communityId),
      this.areas.byId(need.streetId),
    ])
    return community ? { id: community.id, name: community.name, streetName: street?.name ?? null } : null
  }

  /** The contact's phone. Of an anonymous complainant the desk, which gets this view after its acts, sees none. */
  private maskedPhone(need: Need, reader: Person): string | null {
    const isHidden = need.isAnonymous && !mayFollow(reader, need)
    if (!need.contactPhoneCipher || isHidden) return null
    return maskPhone(this.personalData.decrypt(need.contactPhoneCipher))
  }

  /** Names of departments and categories, from memory. */
  async names(): Promise<Named> {
    const [departments, categories] = await Promise.all([this.departments.known(), this.routing.names()])
    return {
      department: (id) => departments.get(id ?? '')?.name ?? unnamedDepartment,
      category: (id) => categories.get(id ?? '') ?? '其他',
    }
  }
}

/** What somebody has decided to hide, staff alone still see. */
const shownTo =
  ({ kind }: Person) =>
  (file: Pick<Attachment, 'hiddenAt'>): boolean =>
    kind === 'staff' || file.hiddenAt === null

export const departmentView = (id: string | null, named: Named): NamedView | null =>
  id ? { id, name: named.department(id) } : null

function wrongReceiptNo(reason: 'malformed' | 'mistyped') {
  return reason === 'mistyped'
    ? badRequest('receipt_no_mistyped', '受理编号输错了一位，请对照短信或回执再核对一遍')
    : badRequest('receipt_no_malformed', '受理编号形如 MS20261121-0042-7，请核对后再输')
}
