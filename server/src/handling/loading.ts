import type { Actor as Capacity } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { Deadlines } from '../deadlines/index.js'
import { type Person, Staff } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { notFound, type Problem } from '../platform/problem.js'
import { isComplainant, maySee, needCapacities, orderCapacities } from './capacities.js'
import type { NeedFacts, OrderFacts } from './facts.js'
import { NeedChange, system } from './need-change.js'
import { NeedStore } from './need.store.js'

/** A need in an open transaction: what is known of it, and what is going to change. */
export interface LoadedNeed extends NeedFacts {
  change: NeedChange
  capacities: readonly Capacity[]
}
export interface LoadedOrder extends OrderFacts, LoadedNeed {
  /** Who else handles the order now, for the words of a refusal. */
  who: string | null
}

export const needNotFound = (): Problem => notFound('need_not_found', '没有找到这件诉求，请核对受理编号')
export const workOrderNotFound = (): Problem => notFound('work_order_not_found', '没有找到这张工单')

/** Reads what an act decides on: the need, its orders and its events, three ranges by key. */
@Injectable()
export class Loading {
  constructor(
    private readonly store: NeedStore,
    private readonly deadlines: Deadlines,
    private readonly present: Present,
  ) {}

  /** @throws Problem 404 `need_not_found` */
  async need(tx: Tx, by: Person, id: string): Promise<LoadedNeed> {
    const loaded = await this.bySystem(tx, id)
    return { ...loaded, by, capacities: needCapacities(by, loaded.need) }
  }

  /** @throws Problem 404 for a need of somebody else, as for one that does not exist */
  async ownNeed(tx: Tx, by: Person, id: string): Promise<LoadedNeed> {
    const loaded = await this.need(tx, by, id)
    if (!isComplainant(by, loaded.need)) throw needNotFound()
    return loaded
  }

  /** For what nobody does, but time. */
  async bySystem(tx: Tx, id: string): Promise<LoadedNeed> {
    const [loaded] = await this.manyBySystem(tx, [id])
    if (!loaded) throw needNotFound()
    return loaded
  }

  /** @throws Problem 404 `need_not_found`, also when one of them is not there */
  async many(tx: Tx, by: Person, ids: readonly string[]): Promise<LoadedNeed[]> {
    const all = await this.manyBySystem(tx, ids)
    if (all.length < ids.length) throw needNotFound()
    return all.map((loaded) => ({ ...loaded, by, capacities: needCapacities(by, loaded.need) }))
  }

  /** Three reads, however many they are. */
  async manyBySystem(tx: Tx, ids: readonly string[]): Promise<LoadedNeed[]> {
    const { needs, orders, events } = await this.store.wholes(ids, tx)
    const at = this.present.now()
    const { deadlines } = this
    return needs.map((need) => ({
      need,
      orders: orders.get(need.id) ?? [],
      events: events.get(need.id) ?? [],
      change: new NeedChange(need, at),
      capacities: ['system'],
      by: system,
      at,
      deadlines,
    }))
  }

  /** @throws Problem 404 `work_order_not_found`, also for one that is no business of theirs */
  async order(tx: Tx, by: Person, id: string): Promise<LoadedOrder> {
    const found = await this.store.order(id, tx)
    if (!found) throw workOrderNotFound()
    const loaded = await this.bySystem(tx, found.needId)
    const order = loaded.orders.find((each) => each.id === id)
    if (!order || !maySee(by, order, loaded.need)) throw workOrderNotFound()
    const who = order.handlerId === by.id ? null : await nameOf(tx, order.handlerId)
    return { ...loaded, by, order, who, capacities: orderCapacities(by, order, loaded.need) }
  }
}

/** Read in the transaction: a second connection, for which all the others wait, may never come. */
async function nameOf(tx: Tx, staffId: string | null): Promise<string | null> {
  const staff = staffId ? await tx.findOneBy(Staff, { id: staffId }) : null
  return staff?.name ?? null
}
