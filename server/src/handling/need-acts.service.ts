import { type AspectLevels, asksForRework, type RatingLevel, type RejectReason } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { Attachments } from '../attachments/index.js'
import type { Person } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'
import { unprocessable } from '../platform/problem.js'
import { type CategoryEntry, outcomeOf, recordOf, Routing } from '../routing/index.js'
import { type Destination, Dispatching, placeOf, workdaysFor } from './dispatching.js'
import { Loading, type LoadedNeed } from './loading.js'
import { type Actor, type NeedChange, system } from './need-change.js'
import type { Need } from './need.entity.js'
import { decideNeed } from './refusal.js'
import { isOpen, type WorkOrder } from './work-order.entity.js'

export interface Verdict {
  level: RatingLevel
  solved: boolean | null
  aspects: AspectLevels
  tags: string[]
  words: string | null
}

/** Words and files that a complainant adds. */
export interface Said {
  text?: string | undefined
  attachmentIds?: string[] | undefined
}

export interface DispatchTo {
  categoryId: string
  departmentId?: string | undefined
  assistingIds?: string[] | undefined
}

export const actorOf = (person: Person): Actor => ({ kind: person.kind, id: person.id })

/** Acts on a whole need: those of the complainant and of the dispatcher. WORKFLOW §1. */
@Injectable()
export class NeedActs {
  constructor(
    private readonly loading: Loading,
    private readonly dispatching: Dispatching,
    private readonly routing: Routing,
    private readonly attachments: Attachments,
  ) {}

  /** Takes the need back before it is answered; open orders end. */
  async withdraw(tx: Tx, by: Person, id: string): Promise<Need> {
    const loaded = await this.loading.ownNeed(tx, by, id)
    const { need, change } = loaded
    need.state = decideNeed(loaded, 'withdraw').to
    need.dueAt = null
    change.stopClocks(null, 'dispatch', 'supply')
    change.record('withdraw', actorOf(by), {})
    this.cancelOrders(loaded)
    change.post('need.withdrawn')
    return saved(tx, change)
  }

  /** Has a rejected need looked at by another dispatcher, once, within fifteen days. */
  async appeal(tx: Tx, by: Person, id: string, said: Said): Promise<Need> {
    const loaded = await this.loading.ownNeed(tx, by, id)
    const { need, change } = loaded
    need.state = decideNeed(loaded, 'appeal', { given: said }).to
    need.closedAt = null
    change.record('appeal', actorOf(by), await this.add(tx, by, need, said))
    this.dispatching.backToTriage(change)
    return saved(tx, change)
  }

  /** Has a closed need worked on again: within 30 days, once, with words or a photo. */
  async reopen(tx: Tx, by: Person, id: string, said: Said): Promise<Need> {
    const loaded = await this.loading.ownNeed(tx, by, id)
    const { need, change } = loaded
    decideNeed(loaded, 'reopen', { given: said })
    need.reopenings += 1
    change.record('reopen', actorOf(by), await this.add(tx, by, need, said))
    await this.dispatching.rework(change, lead(need))
    return saved(tx, change)
  }

  /** The resident knows better what it is about: dispatched anew while nobody has accepted it. */
  async correctCategory(tx: Tx, by: Person, id: string, categoryId: string): Promise<Need> {
    const loaded = await this.loading.ownNeed(tx, by, id)
    const { need, change } = loaded
    const category = await this.dispatching.categoryOf(categoryId)
    decideNeed(loaded, 'correctCategory')
    const guessedCategoryId = need.categoryId ?? need.guesses[0]?.categoryId ?? null
    const ruling = await this.routing.decide(category, { text: need.text, place: placeOf(need) })
    const { departmentId } = ruling
    await this.routing.learn(tx, {
      needId: id,
      source: 'resident',
      categoryId,
      departmentId,
      guessedCategoryId,
    })
    const routing = recordOf(outcomeOf(true, ruling), ruling)
    change.record('correctCategory', actorOf(by), { categoryId, routing })
    this.cancelOrders(loaded)
    const ruleWorkdays = ruling.rule?.answerWorkdays
    if (departmentId)
      this.dispatchAll(loaded, { ...ruling, category, departmentId, ruleWorkdays }, actorOf(by))
    else this.toTriage(change, category)
    return saved(tx, change)
  }

  /** The dispatcher decides category, department and who assists, of what the words did not make sure. */
  async dispatch(tx: Tx, by: Person, id: string, to: DispatchTo): Promise<Need> {
    const loaded = await this.loading.need(tx, by, id)
    const { need, change } = loaded
    const { categoryId } = to
    const category = await this.dispatching.categoryOf(categoryId)
    const destination = await this.destination(need, category, to)
    const { departmentId, assistingIds } = destination
    if (!departmentId) throw unprocessable('department_needed', '这个分类没有对应的承办单位，请选择一个单位')
    const departments = { lead: departmentId, assisting: assistingIds }
    decideNeed(loaded, 'dispatch', { given: { departments } })
    for (const each of [departmentId, ...assistingIds]) await this.dispatching.assertDepartment(each)
    const guessedCategoryId = need.guesses[0]?.categoryId ?? null
    await this.routing.learn(tx, {
      needId: id,
      source: 'dispatcher',
      categoryId,
      departmentId,
      guessedCategoryId,
    })
    this.dispatchAll(loaded, { ...destination, category, departmentId }, actorOf(by))
    return saved(tx, change)
  }

  async reject(
    tx: Tx,
    by: Person,
    id: string,
    { reason, explanation }: { reason: RejectReason; explanation: string },
  ): Promise<Need> {
    const loaded = await this.loading.need(tx, by, id)
    const { need, change } = loaded
    need.state = decideNeed(loaded, 'reject', { given: { text: explanation } }).to
    need.closedAt = change.at
    need.dueAt = null
    change.stopClocks(null, 'dispatch')
    change.record('reject', actorOf(by), { rejectReason: reason, reason: explanation })
    change.post('need.rejected')
    return saved(tx, change)
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
    const loaded = await this.loading.ownNeed(tx, by, id)
    const { need, change } = loaded
    const isRework = asksForRework(verdict) && need.state !== 'handling'
    if (isRework || !isAddition) {
      const outcome = isRework ? 'rework' : 'content'
      need.state = decideNeed(loaded, 'rate', { outcome }).to
    }
    // What is added to a rating that has sent it back says nothing of the answer to come.
    if (need.state !== 'handling') need.isSolved = verdict.solved
    change.record('rate', actorOf(by), { ...verdict }, answered)
    change.stopClocks(null, 'rating')
    if (isRework) await this.dispatching.rework(change, lead(need))
    else if (need.state === 'closed') need.closedAt ??= change.at
    change.post('need.rated', { level: verdict.level })
    return saved(tx, change)
  }

  /** Whom the dispatcher names; who is not named at all, the rules say. */
  private async destination(need: Need, category: CategoryEntry, { departmentId, assistingIds }: DispatchTo) {
    const ruling = await this.routing.decide(category, { text: need.text, place: placeOf(need) })
    return {
      departmentId: departmentId ?? ruling.departmentId,
      assistingIds: assistingIds ?? (departmentId ? [] : ruling.assistingIds),
      ruleWorkdays: workdaysFor(ruling, departmentId),
    }
  }

  private dispatchAll(
    loaded: LoadedNeed,
    { assistingIds, ...to }: Destination & { assistingIds: string[] },
    by: Actor,
  ): void {
    const { change } = loaded
    const { category } = to
    this.dispatching.dispatch(change, { ...to, since: firstDispatchOf(loaded) }, by)
    for (const each of assistingIds) this.dispatching.assist(change, { category, departmentId: each }, by)
  }

  /** What a complainant adds to the need, for the event that carries it. */
  private async add(tx: Tx, by: Person, need: Need, { text, attachmentIds = [] }: Said) {
    await this.attachments.take(tx, attachmentIds, by.id, need.id)
    need.attachmentsCount += attachmentIds.length
    return { attachmentIds, ...(text && { text }) }
  }

  private cancelOrders({ change, orders }: LoadedNeed): void {
    for (const order of orders.filter(isOpen)) this.dispatching.cancel(change, order, system)
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

export async function saved(tx: Tx, change: NeedChange): Promise<Need> {
  await change.save(tx)
  return change.need
}

/** Since when somebody has been working for an answer in this round; a correction does not begin it anew. */
const firstDispatchOf = ({ need, orders }: LoadedNeed): Date | undefined =>
  orders.find(({ role, round }) => role === 'lead' && round === need.round)?.dispatchedAt

function lead(need: Need): string {
  if (!need.departmentId) throw new Error(`need ${need.id} was answered without a department`)
  return need.departmentId
}
