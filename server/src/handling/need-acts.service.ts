import { asksForRework, DAY, type RatingLevel, type RejectReason, reopenDays } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { Attachments } from '../attachments/index.js'
import type { Person } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { conflict, notFound, type Problem, unprocessable } from '../platform/problem.js'
import { type CategoryEntry, type Lineage, Routing } from '../routing/index.js'
import { Dispatching } from './dispatching.js'
import { type Actor, NeedChange, system } from './need-change.js'
import type { Need } from './need.entity.js'
import { NeedStore } from './need.store.js'
import { decideNeed, decideOrder } from './refusal.js'
import { isOpen, type WorkOrder } from './work-order.entity.js'

export interface Verdict {
  level: RatingLevel
  solved: boolean | null
  tags: string[]
  words: string | null
}

export const needNotFound = (): Problem => notFound('need_not_found', '没有找到这件诉求，请核对受理编号')

export const actorOf = (person: Person): Actor => ({ kind: person.kind, id: person.id })

/** Whether somebody acts as the one who asked. A grid worker who filed for a resident does not judge for them. */
export const isComplainant = (person: Person, need: Pick<Need, 'residentId'>): boolean =>
  person.id === need.residentId

/** Whether somebody may read a need as a resident does. */
export const mayFollow = (person: Person, need: Pick<Need, 'residentId' | 'filedById'>): boolean =>
  isComplainant(person, need) || person.id === need.filedById

/** Where a need is, for the routing rules. */
export const placeOf = ({ gridId, communityId, streetId }: Need): Lineage => ({
  gridId,
  communityId,
  streetId,
})

/** Acts on a whole need: those of the complainant and of the dispatcher. WORKFLOW §1. */
@Injectable()
export class NeedActs {
  constructor(
    private readonly store: NeedStore,
    private readonly dispatching: Dispatching,
    private readonly routing: Routing,
    private readonly attachments: Attachments,
    private readonly present: Present,
  ) {}

  /** Takes the need back before it is answered; open orders end. */
  async withdraw(tx: Tx, by: Person, id: string): Promise<Need> {
    const { need, change } = await this.ownNeed(tx, by, id)
    need.state = decideNeed(need, 'withdraw', ['complainant']).to
    need.dueAt = null
    change.stopClocks(null, 'dispatch')
    change.record('withdraw', actorOf(by), {})
    await this.cancelOrders(tx, change)
    change.post('need.withdrawn')
    return this.saved(tx, change)
  }

  /** Has a closed need worked on again: within 30 days, once, with words or a photo. */
  async reopen(
    tx: Tx,
    by: Person,
    id: string,
    { reason, attachmentIds = [] }: { reason?: string; attachmentIds?: string[] },
  ): Promise<Need> {
    const { need, change } = await this.ownNeed(tx, by, id)
    decideNeed(need, 'reopen', ['complainant'])
    if (need.reopenings > 0) throw conflict('reopen_once', '已经重新办理过一次，如仍不满意请拨打 12345')
    if (change.at > reopenUntil(need))
      throw conflict('reopen_too_late', '办结已超过 30 天，请重新提交一件诉求')
    if (!reason?.trim() && attachmentIds.length === 0)
      throw unprocessable('reopen_needs_reason', '请写一句哪里没办好，或拍张照片')
    await this.attachments.take(tx, attachmentIds, by.id, need.id)
    need.reopenings += 1
    need.attachmentsCount += attachmentIds.length
    change.record('reopen', actorOf(by), { attachmentIds, ...(reason && { text: reason }) })
    await this.dispatching.rework(change, lead(need))
    return this.saved(tx, change)
  }

  /** The resident knows better what it is about: dispatched anew while nobody has accepted it. */
  async correctCategory(tx: Tx, by: Person, id: string, categoryId: string): Promise<Need> {
    const { need, change } = await this.ownNeed(tx, by, id)
    const category = await this.dispatching.categoryOf(categoryId)
    decideNeed(need, 'correctCategory', ['complainant'])
    const guessedCategoryId = need.categoryId ?? need.guesses[0]?.categoryId ?? null
    const departmentId = await this.routing.departmentFor(categoryId, placeOf(need))
    await this.routing.learn(tx, {
      needId: id,
      source: 'resident',
      categoryId,
      departmentId,
      guessedCategoryId,
    })
    change.record('correctCategory', actorOf(by), { categoryId })
    await this.cancelOrders(tx, change)
    if (departmentId) this.dispatching.dispatch(change, { category, departmentId }, actorOf(by))
    else this.toTriage(change, category)
    return this.saved(tx, change)
  }

  /** The dispatcher decides category and department of what the words did not make sure. */
  async dispatch(
    tx: Tx,
    by: Person,
    id: string,
    { categoryId, departmentId }: { categoryId: string; departmentId?: string },
  ): Promise<Need> {
    const { need, change } = await this.load(tx, id)
    const category = await this.dispatching.categoryOf(categoryId)
    decideNeed(need, 'dispatch', ['dispatcher'])
    const to = departmentId ?? (await this.routing.departmentFor(categoryId, placeOf(need)))
    if (!to) throw unprocessable('department_needed', '这个分类没有对应的承办单位，请选择一个单位')
    await this.dispatching.assertDepartment(to)
    const guessedCategoryId = need.guesses[0]?.categoryId ?? null
    await this.routing.learn(tx, {
      needId: id,
      source: 'dispatcher',
      categoryId,
      departmentId: to,
      guessedCategoryId,
    })
    this.dispatching.dispatch(change, { category, departmentId: to }, actorOf(by))
    return this.saved(tx, change)
  }

  async reject(
    tx: Tx,
    by: Person,
    id: string,
    { reason, explanation }: { reason: RejectReason; explanation: string },
  ): Promise<Need> {
    const { need, change } = await this.load(tx, id)
    need.state = decideNeed(need, 'reject', ['dispatcher']).to
    need.closedAt = change.at
    need.dueAt = null
    change.stopClocks(null, 'dispatch')
    change.record('reject', actorOf(by), { rejectReason: reason, reason: explanation })
    change.post('need.rejected')
    return this.saved(tx, change)
  }

  /**
   * The state side of a rating: closes the need, or starts the rework in the same transaction.
   * An addition to an earlier rating (`isAddition`) changes the state only when it asks for rework.
   * @param answered the order whose answer is judged
   */
  async judge(
    tx: Tx,
    by: Person,
    id: string,
    verdict: Verdict,
    { answered, isAddition }: { answered: WorkOrder | undefined; isAddition: boolean },
  ): Promise<Need> {
    const { need, change } = await this.ownNeed(tx, by, id)
    const isRework = asksForRework(verdict) && need.state !== 'handling'
    if (isRework || !isAddition) {
      const outcome = isRework ? 'rework' : 'content'
      need.state = decideNeed(need, 'rate', ['complainant'], outcome).to
    }
    need.isSolved = verdict.solved
    change.record('rate', actorOf(by), { ...verdict }, answered)
    change.stopClocks(null, 'rating')
    if (isRework) await this.dispatching.rework(change, lead(need))
    else if (need.state === 'closed') need.closedAt ??= change.at
    change.post('need.rated', { level: verdict.level })
    return this.saved(tx, change)
  }

  /** @throws Problem 404 for a need of somebody else, as for one that does not exist */
  private async ownNeed(tx: Tx, by: Person, id: string): Promise<{ need: Need; change: NeedChange }> {
    const loaded = await this.load(tx, id)
    if (!isComplainant(by, loaded.need)) throw needNotFound()
    return loaded
  }

  private async load(tx: Tx, id: string): Promise<{ need: Need; change: NeedChange }> {
    const need = await this.store.byId(id, tx)
    if (!need) throw needNotFound()
    return { need, change: new NeedChange(need, this.present.now()) }
  }

  private async saved(tx: Tx, change: NeedChange): Promise<Need> {
    await change.save(tx)
    return change.need
  }

  private async cancelOrders(tx: Tx, change: NeedChange): Promise<void> {
    const orders = await this.store.orders(change.need.id, tx)
    for (const order of orders.filter(isOpen)) {
      this.dispatching.close(change, order, decideOrder(order, 'cancel', ['system']).to)
      change.record('cancel', system, { departmentId: order.departmentId }, order)
    }
  }

  /** No rule knows where the corrected category goes: the dispatcher decides, with the resident's word first. */
  private toTriage(change: NeedChange, category: CategoryEntry): void {
    const { need } = change
    Object.assign(need, { categoryId: category.id, fieldId: category.fieldId })
    const others = need.guesses.filter(({ categoryId }) => categoryId !== category.id)
    need.guesses = [{ categoryId: category.id, departmentId: null, confidence: 1 }, ...others].slice(0, 2)
    if (need.state === 'dispatched') this.dispatching.backToTriage(change)
  }
}

/** The last moment at which a closed need can be reopened. WORKFLOW §1 "reopen". */
const reopenUntil = ({ closedAt }: Need): Date => new Date((closedAt?.getTime() ?? 0) + reopenDays * DAY)

/** Whether "reopen" is still open to the complainant of a closed need: once, within 30 days. */
export const mayReopen = (need: Need, now: Date): boolean => need.reopenings === 0 && now <= reopenUntil(need)

function lead(need: Need): string {
  if (!need.departmentId) throw new Error(`need ${need.id} was answered without a department`)
  return need.departmentId
}
