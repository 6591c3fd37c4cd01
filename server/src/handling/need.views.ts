import {
  checkReceiptNo,
  isOverdue,
  maskPhone,
  type NeedAct,
  ratingFixedAt,
  residentStateWords,
  reminderOf,
} from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type Attachment, Attachments } from '../attachments/index.js'
import { Deadlines } from '../deadlines/index.js'
import { Departments, type Person, PersonalData } from '../people/index.js'
import { Areas } from '../places/index.js'
import { type Page, pageOf, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { badRequest } from '../platform/problem.js'
import { Routing } from '../routing/index.js'
import { mayFollow, needCapacities } from './capacities.js'
import { type Files, filesOf, pick } from './files.js'
import { needNotFound } from './loading.js'
import { MergedNeedStore } from './merged-need.store.js'
import type { NeedEvent } from './need-event.entity.js'
import type {
  AnswerView,
  NamedView,
  NeedAreaView,
  NeedCategoryView,
  NeedSummary,
  NeedView,
  ProgressView,
  RatingView,
  ReminderView,
  TimelineEntry,
} from './need.dto.js'
import type { Need } from './need.entity.js'
import { NeedStore } from './need.store.js'
import { allowedOnNeed } from './refusal.js'
import { masterIdOf, masterTimeline, planView, questionView } from './standing.js'
import { type Named, nextForResident, toldToResident, unnamedDepartment } from './words.js'

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
    const timeline = this.timeline(need, await this.store.events(need.id), named, new Map())
    return { ...shown, timeline, next: nextForResident[need.state] }
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
      timeline: this.timeline(need, events, named, files),
      next: nextForResident[need.state],
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
      stateWords: residentStateWords[state],
      department: departmentView(need.departmentId, named),
      dueAt: isOpen && dueAt ? dueAt.toISOString() : null,
      dueProvisional: isOpen && need.isDueProvisional,
      isOverdue: isOpen && dueAt !== null && isOverdue(dueAt, this.present.now()),
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

  private timeline(need: Need, events: readonly NeedEvent[], named: Named, files: Files): TimelineEntry[] {
    const entries = ratedOnce(events).flatMap((event): TimelineEntry[] => {
      if (event.act === 'approve' && event.data.role !== 'assist')
        return answered(event, events, named, files)
      const told = toldToResident[event.act]?.(event.data, named, event)
      if (!told) return []
      const attachments = pick(files, told.attachmentIds)
      return [
        { at: event.at.toISOString(), title: told.title, detail: told.detail, attachments, kind: 'done' },
      ]
    })
    const isRunning = !['closed', 'rejected', 'withdrawn', 'merged'].includes(need.state)
    const last = entries.at(-1)
    if (last && isRunning) last.kind = 'now'
    return entries.reverse()
  }
}

/** What somebody has decided to hide, staff alone still see. */
const shownTo =
  ({ kind }: Person) =>
  (file: Pick<Attachment, 'hiddenAt'>): boolean =>
    kind === 'staff' || file.hiddenAt === null

export const departmentView = (id: string | null, named: Named): NamedView | null =>
  id ? { id, name: named.department(id) } : null

/** A rating and what was added to it later are one event: where the first stands, with what the last says. */
function ratedOnce(events: readonly NeedEvent[]): NeedEvent[] {
  const isRating = (event: NeedEvent) => event.act === 'rate'
  const rounds = new Set<number>()
  return events.flatMap((event) => {
    if (!isRating(event)) return [event]
    if (rounds.has(event.round)) return []
    rounds.add(event.round)
    const last = events.findLast((other) => isRating(other) && other.round === event.round)
    return [{ ...event, data: last?.data ?? event.data }]
  })
}

/** The approved answer is what the resident gets to read; until then only that there is one. */
function answered(
  approval: NeedEvent,
  events: readonly NeedEvent[],
  named: Named,
  files: Files,
): TimelineEntry[] {
  const answer = events.findLast(
    ({ act, workOrderId, sequence }) =>
      act === 'submitAnswer' && workOrderId === approval.workOrderId && sequence < approval.sequence,
  )
  return [
    {
      at: approval.at.toISOString(),
      title: `${named.department(approval.data.departmentId)}答复了您`,
      detail: answer?.data.text ?? null,
      attachments: pick(files, answer?.data.attachmentIds),
      kind: 'done',
    },
  ]
}

function answerOf(need: Need, events: readonly NeedEvent[], named: Named, files: Files): AnswerView | null {
  if (!need.answeredAt) return null
  const event = events.findLast(
    ({ act, round, data }) =>
      (act === 'submitAnswer' || act === 'answer') && round === need.round && data.role !== 'assist',
  )
  const { text, result, attachmentIds, departmentId } = event?.data ?? {}
  if (!event || !text || !result) return null
  return {
    text,
    result,
    attachments: pick(files, attachmentIds),
    at: need.answeredAt.toISOString(),
    departmentName: named.department(departmentId),
  }
}

function ratingOf(need: Need, events: readonly NeedEvent[]): RatingView | null {
  const event = events.findLast(({ act, round }) => act === 'rate' && round === need.round)
  return event ? ratingView(event) : null
}

/** From when on only words can be added: a day after the first tap. docs/adr/0075 */
function ratingFixedAtOf(need: Need, events: readonly NeedEvent[]): Date | null {
  const first = events.find(({ act, round }) => act === 'rate' && round === need.round)
  return first ? ratingFixedAt(first.at) : null
}

/** What a rating event says. */
export function ratingView({ data }: NeedEvent): RatingView | null {
  if (!data.level) return null
  const { level, solved = null, aspects = {}, tags = [], words = null } = data
  return { level, solved, aspects, tags, words }
}

function wrongReceiptNo(reason: 'malformed' | 'mistyped') {
  return reason === 'mistyped'
    ? badRequest('receipt_no_mistyped', '受理编号输错了一位，请对照短信或回执再核对一遍')
    : badRequest('receipt_no_malformed', '受理编号形如 MS20261121-0042-7，请核对后再输')
}
