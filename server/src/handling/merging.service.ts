import { ratingLimit } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { type Clock, Deadlines } from '../deadlines/index.js'
import { type Outbox, Subscribers } from '../messages/index.js'
import type { Person } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'
import { Problem } from '../platform/problem.js'
import { Dispatching } from './dispatching.js'
import { approvedAnswer, extensionOf, leadOf, mergeOf } from './facts.js'
import { type LoadedNeed, Loading } from './loading.js'
import { MergedNeedStore } from './merged-need.store.js'
import { actorOf } from './need-acts.service.js'
import { type Actor, NeedChange, system } from './need-change.js'
import type { Before, EventData, NeedEvent } from './need-event.entity.js'
import type { Need } from './need.entity.js'
import { decideNeed } from './refusal.js'
import { about } from './work-order-acts.service.js'
import { isOpen, type WorkOrder } from './work-order.entity.js'

/**
 * 并案: needs about the same thing follow one of them, the master, and get its answer. However many they are, a
 * merge is one transaction of some twenty statements. WORKFLOW §1 "merge / split", docs/adr/0022
 */
@Injectable()
export class Merging {
  constructor(
    private readonly loading: Loading,
    private readonly store: MergedNeedStore,
    private readonly dispatching: Dispatching,
    private readonly deadlines: Deadlines,
    subscribers: Subscribers,
  ) {
    subscribers.follow(['need.answered'], (tx, rows) => this.answerFollowers(tx, rows))
    subscribers.follow(['need.withdrawn', 'need.rejected'], (tx, rows) => this.releaseFollowers(tx, rows))
  }

  /**
   * @throws Problem 404, 422 `merge_into_itself`, 409 `master_not_open`, `master_not_dispatched`, `merge_has_merged`,
   * `transition_not_allowed`
   */
  async merge(tx: Tx, by: Person, masterId: string, needIds: readonly string[]): Promise<Need> {
    const ids = [...new Set(needIds)]
    const master = await this.loading.need(tx, by, masterId)
    const needs = await this.loading.many(tx, by, ids)
    await this.mergeAll(tx, actorOf(by), master, needs)
    return master.need
  }

  /**
   * 我也遇到: a need just filed follows the one that its resident knows to be the same. The system merges on their
   * word, in the dispatcher's place, who can split it off. docs/adr/0060
   */
  async join(
    tx: Tx,
    by: Person,
    needId: string,
    masterId: string,
  ): Promise<{ need: Need; events: readonly NeedEvent[] }> {
    const [master, filed] = [
      await this.loading.bySystem(tx, masterId),
      await this.loading.bySystem(tx, needId),
    ]
    const loaded: LoadedNeed = { ...filed, capacities: ['dispatcher'] }
    await this.mergeAll(tx, { kind: by.kind, id: by.id }, master, [loaded])
    return { need: loaded.need, events: [...loaded.events, ...loaded.change.events] }
  }

  /** How many follow each of these: `ix_merged_need_master`. */
  followersCount(masterIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.store.counts(masterIds)
  }

  /** Which need each of these follows, of those that follow one. By primary key. */
  mastersOf(tx: Tx, needIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.store.mastersOf(tx, needIds)
  }

  private async mergeAll(tx: Tx, by: Actor, master: LoadedNeed, needs: readonly LoadedNeed[]): Promise<void> {
    const ids = needs.map(({ need }) => need.id)
    const masterId = master.need.id
    const masters = new Set((await this.store.followers(tx, ids)).map((follower) => follower.masterId))
    for (const loaded of needs) checkMerge(loaded, master.need, masters)
    const clocks = await this.store.openClocks(tx, [masterId, ...ids])
    this.keepEarliest(master, needs, clocks)
    const told = new Set<string>()
    for (const loaded of needs) {
      this.follow(loaded, master.need, clocks, by)
      if (!told.has(loaded.need.residentId)) loaded.change.post('need.merged')
      told.add(loaded.need.residentId)
    }
    master.change.record('merge', by, { merged: receiptNos(needs) })
    await NeedChange.saveAll(tx, changesOf([master, ...needs]))
    await this.store.add(
      tx,
      masterId,
      needs.map(({ need }) => need),
    )
  }

  /** Gives a merged need its own way back: state, orders and clocks exactly as they were. */
  async split(tx: Tx, by: Person, id: string): Promise<Need> {
    const loaded = await this.loading.need(tx, by, id)
    await this.splitOff(tx, [loaded], actorOf(by))
    const masterId = mergeOf(loaded.events)?.data.masterId
    if (masterId) {
      const { change } = await this.loading.need(tx, by, masterId)
      change.record('split', actorOf(by), { merged: receiptNos([loaded]) })
      await change.save(tx)
    }
    return loaded.need
  }

  /** The state of a need that follows a master from now on, and what it takes to restore it. */
  private follow(loaded: LoadedNeed, master: Need, clocks: readonly Clock[], by: Actor): void {
    const { need, orders, change } = loaded
    const open = orders.filter(isOpen)
    const before: Before = {
      state: need.state,
      orders: open.map(({ id, state }) => ({ id, state })),
      clockIds: clocks.filter((clock) => stops(clock, need, open)).map(({ id }) => id),
    }
    need.state = 'merged'
    const { id: masterId, departmentId } = master
    change.record('merge', by, { masterId, before, ...(departmentId && { departmentId }) })
    change.stopClocks(null, 'dispatch')
    for (const order of open) this.dispatching.cancel(change, order, system)
  }

  /** The master goes on with whichever answer clock is due first. */
  private keepEarliest(master: LoadedNeed, needs: readonly LoadedNeed[], clocks: readonly Clock[]): void {
    const answerClock = ({ orders }: LoadedNeed) => {
      const lead = leadOf(orders)
      return clocks.find(({ kind, workOrderId }) => kind === 'answer' && workOrderId === lead?.id)
    }
    const lead = leadOf(master.orders)
    const own = answerClock(master)
    const [earliest] = needs.flatMap((loaded) => answerClock(loaded) ?? []).sort(byDueTime)
    if (!lead || !own || !earliest || earliest.dueAt >= own.dueAt) return
    const { need, change } = master
    const patch = this.deadlines.likewise(own, earliest)
    change.changeClock(own, patch)
    const { dueAt = own.dueAt, isProvisional: isDueProvisional = own.isProvisional } = patch
    change.changeOrder(lead, { dueAt, isDueProvisional })
    Object.assign(need, { dueAt, isDueProvisional })
  }

  private async splitOff(tx: Tx, all: readonly LoadedNeed[], by: Actor): Promise<void> {
    const merges = all.map((loaded) => ({ loaded, before: mergeOf(loaded.events)?.data.before }))
    const clocks = await this.store.clocks(
      tx,
      merges.flatMap(({ before }) => before?.clockIds ?? []),
    )
    for (const { loaded, before } of merges) this.restore(loaded, before, clocks, by)
    await NeedChange.saveAll(tx, changesOf(all))
    await this.store.remove(
      tx,
      all.map(({ need }) => need.id),
    )
  }

  private restore(loaded: LoadedNeed, before: Before | undefined, clocks: readonly Clock[], by: Actor): void {
    const { need, orders, change } = loaded
    need.state = decideNeed(loaded, 'split', { ...(before && { outcome: before.state }) }).to
    change.record('split', by, {})
    for (const { id, state } of before?.orders ?? []) {
      const order = orders.find((each) => each.id === id)
      if (!order) continue
      change.changeOrder(order, { state })
      change.record('restore', system, about(order), order)
      const extension = extensionOf(loaded, order)
      if (extension && !extension.decided) change.awaitExtension(order, extension.asked.at)
    }
    for (const clock of clocks.filter(({ needId }) => needId === need.id))
      change.restartClock(clock, this.deadlines.atStage(clock, clock.stage))
    change.post('need.split')
  }

  /** The answer of a master is the answer of those that follow it; each complainant rates it separately. */
  private async answerFollowers(tx: Tx, rows: readonly Outbox[]): Promise<void> {
    const followers = await this.followersOf(tx, rows)
    if (followers.length === 0) return
    const masterIds = [...new Set(followers.map(({ masterId }) => masterId))]
    const masters = new Map(
      (await this.loading.manyBySystem(tx, masterIds)).map((master) => [master.need.id, master]),
    )
    for (const { loaded, masterId } of followers) {
      const master = masters.get(masterId)
      if (master) this.answerAs(loaded, master)
    }
    const all = followers.map(({ loaded }) => loaded)
    await NeedChange.saveAll(tx, changesOf(all))
    await this.store.remove(
      tx,
      all.map(({ need }) => need.id),
    )
  }

  private answerAs(loaded: LoadedNeed, master: LoadedNeed): void {
    const { need, change } = loaded
    const answer: EventData = approvedAnswer(master.events)?.data ?? {}
    const { categoryId, fieldId, departmentId, id: masterId } = master.need
    need.state = decideNeed(loaded, 'answer').to
    need.categoryId ??= categoryId
    need.fieldId ??= fieldId
    Object.assign(need, { departmentId, dueAt: null, answeredAt: change.at, result: answer.result ?? null })
    change.record('answer', system, { ...answer, masterId })
    change.startClock(this.deadlines.rating(need, change.at), null)
    change.post('need.answered', { result: need.result, limitHours: ratingLimit.amount })
  }

  /** A master that is withdrawn or rejected leaves the others to go their own way. */
  private async releaseFollowers(tx: Tx, rows: readonly Outbox[]): Promise<void> {
    const followers = await this.followersOf(tx, rows)
    if (followers.length === 0) return
    await this.splitOff(
      tx,
      followers.map(({ loaded }) => loaded),
      system,
    )
  }

  private async followersOf(
    tx: Tx,
    rows: readonly Outbox[],
  ): Promise<{ loaded: LoadedNeed; masterId: string }[]> {
    const merged = await this.store.followers(
      tx,
      rows.map(({ needId }) => needId),
    )
    if (merged.length === 0) return []
    const masterOf = new Map(merged.map(({ needId, masterId }) => [needId, masterId]))
    const all = await this.loading.manyBySystem(tx, [...masterOf.keys()])
    return all.map((loaded) => ({ loaded, masterId: masterOf.get(loaded.need.id) ?? '' }))
  }
}

/** Of many needs it has to be said which one is refused. */
function checkMerge(loaded: LoadedNeed, master: Need, masters: ReadonlySet<string>): void {
  const { id, receiptNo } = loaded.need
  try {
    decideNeed(loaded, 'merge', { given: { master: { need: master, hasMerged: masters.has(id) } } })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { status, code, title, extras } = error
    throw new Problem(status, code, `${receiptNo}：${title}`, { ...extras, needId: id })
  }
}

/** Whether a clock stops when a need follows another: the need's own, and those of its orders of work. */
const stops = ({ kind, needId, workOrderId }: Clock, need: Need, open: readonly WorkOrder[]): boolean =>
  workOrderId === null ? needId === need.id && kind === 'dispatch' : open.some(({ id }) => id === workOrderId)

const byDueTime = (a: Clock, b: Clock): number => a.dueAt.getTime() - b.dueAt.getTime()
const receiptNos = (all: readonly LoadedNeed[]): string[] => all.map(({ need }) => need.receiptNo)
const changesOf = (all: readonly LoadedNeed[]): NeedChange[] => all.map(({ change }) => change)
