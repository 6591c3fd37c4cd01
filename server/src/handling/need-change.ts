import type { ClockKind } from '@minsheng/shared'
import type { EntityManager } from 'typeorm'
import { In, IsNull } from 'typeorm'
import { Clock, type ClockPatch, type Running } from '../deadlines/index.js'
import { actLane, inOrder, Outbox, toDeliver } from '../messages/index.js'
import { insertRows, newId, type Tx, updateRows } from '../platform/database/index.js'
import { conflict, type Problem } from '../platform/problem.js'
import { eventHash } from './event-chain.js'
import { ExtensionRequest } from './extension-request.entity.js'
import { type EventAct, type EventActor, type EventData, NeedEvent } from './need-event.entity.js'
import { Need } from './need.entity.js'
import { isOpen, WorkOrder } from './work-order.entity.js'

export interface Actor {
  kind: EventActor
  id: string | null
}
export const system: Actor = { kind: 'system', id: null }

/** Somebody else changed the same need or order between reading and writing. Reload and decide again. */
export const changedMeanwhile = (): Problem =>
  conflict('changed_meanwhile', '这一件刚刚被别人办理过，请刷新后再看')

/**
 * One act on one need: what it changes is collected here and written by `save`, all or nothing: state, event,
 * clocks, outbox. DESIGN, rules of the house 2 and 4.
 */
export class NeedChange {
  readonly events: NeedEvent[] = []
  private readonly needVersion: number
  private readonly newOrders: WorkOrder[] = []
  private readonly changedOrders = new Map<WorkOrder, number>()
  private readonly clocks: Clock[] = []
  private readonly changedClocks = new Map<Clock, ClockPatch>()
  private readonly restartedClocks: Clock[] = []
  private readonly stopped: Stop[] = []
  private readonly outbox: Outbox[] = []
  private readonly extensions: ExtensionRequest[] = []
  private readonly decided: string[] = []

  constructor(
    readonly need: Need,
    readonly at: Date,
    private readonly isNew = false,
  ) {
    this.needVersion = need.version
  }

  /** Appends to the need's chain of events. What is about an order belongs to the order's round. */
  record(act: EventAct, by: Actor, data: EventData, order?: Pick<WorkOrder, 'id' | 'round'>): void {
    const { need, at } = this
    const event = {
      needId: need.id,
      sequence: need.eventCount + 1,
      round: order?.round ?? need.round,
      workOrderId: order?.id ?? null,
      act,
      actorKind: by.kind,
      actorId: by.id,
      at,
      data,
      previousHash: need.lastEventHash,
    }
    const hash = eventHash(event)
    this.events.push({ ...event, id: newId(at), hash })
    need.eventCount = event.sequence
    need.lastEventHash = hash
  }

  addOrder(order: WorkOrder): void {
    this.newOrders.push(order)
  }

  /** Changes a work order, if nobody else has since it was read. */
  changeOrder(order: WorkOrder, patch: Partial<WorkOrder>): void {
    if (!this.changedOrders.has(order)) this.changedOrders.set(order, order.version)
    Object.assign(order, patch)
  }

  /** Starts a clock of an order (of work or of supervision), or with null of the need itself. */
  startClock(running: Running, order: { id: string; departmentId: string | null } | null): void {
    this.clocks.push({
      ...running,
      id: newId(this.at),
      needId: this.need.id,
      workOrderId: order?.id ?? null,
      departmentId: order?.departmentId ?? null,
      stoppedAt: null,
      breachedAt: null,
      leaseOwner: null,
    })
  }

  /** Has an open clock go on another way, as Deadlines says: paused, resumed, extended, with another limit. */
  changeClock(clock: Clock, patch: ClockPatch): void {
    this.changedClocks.set(clock, { ...this.changedClocks.get(clock), ...patch })
  }

  /** Stops open clocks of an order, or with null those of the need itself. */
  stopClocks(workOrderId: string | null, ...kinds: ClockKind[]): void {
    for (const clock of this.clocks)
      if (clock.workOrderId === workOrderId && kinds.includes(clock.kind))
        Object.assign(clock, { stoppedAt: this.at, nextAt: null })
    if (!this.isNew) this.stopped.push({ kinds, workOrderId, needId: this.need.id })
  }

  /** Has a stopped clock run on as if it had never been stopped. WORKFLOW §1 "split". */
  restartClock(clock: Clock, at: Pick<Clock, 'stage' | 'nextAt'>): void {
    this.restartedClocks.push(Object.assign(clock, at, { stoppedAt: null }))
  }

  /** A department's request for more time waits for a supervisor, for as long as its order is open. */
  awaitExtension({ id }: WorkOrder, askedAt: Date): void {
    this.extensions.push({ id, askedAt })
  }

  /** The request has been decided. */
  settleExtension({ id }: WorkOrder): void {
    this.decided.push(id)
  }

  /** Leaves an effect to be delivered after commit. */
  post(topic: string, payload: Outbox['payload'] = {}): void {
    this.outbox.push(toDeliver({ needId: this.need.id, lane: actLane, topic, payload }, this.at))
  }

  /** @throws Problem 409 `changed_meanwhile` */
  async save(tx: Tx): Promise<void> {
    await this.saveNeed(tx)
    for (const [order, version] of this.changedOrders) await updateVersioned(tx, WorkOrder, order, version)
    await saveRows(tx, [this.written])
  }

  /**
   * Writes the changes of many needs at once. The number of statements does not depend on how many they are, but
   * for one more update of needs and of orders for every hundred. @throws Problem 409 `changed_meanwhile`
   */
  static async saveAll(tx: Tx, changes: readonly NeedChange[]): Promise<void> {
    const needs = new Map(changes.map(({ need, needVersion }) => [need, needVersion]))
    const orders = new Map(changes.flatMap(({ changedOrders }) => [...changedOrders]))
    await updateVersionedAll(tx, Need, needs, movingOfNeed)
    await updateVersionedAll(tx, WorkOrder, orders, movingOfOrder)
    await saveRows(
      tx,
      changes.map(({ written }) => written),
    )
  }

  /** An act that tells nobody anything is heard of all the same: it may count. */
  private get written(): Written {
    if (this.outbox.length === 0 && this.events.length > 0) this.post('need.changed')
    const { newOrders, events, clocks, changedClocks, restartedClocks, stopped, outbox, at } = this
    const { extensions, decided } = this
    const ended = [...this.changedOrders.keys()].filter((order) => !isOpen(order)).map(({ id }) => id)
    const extensionsOver = [...decided, ...ended]
    return {
      ...{ newOrders, events, clocks, changedClocks, restartedClocks, stopped, outbox, at },
      ...{ extensions, extensionsOver },
    }
  }

  private async saveNeed(tx: Tx): Promise<void> {
    if (this.isNew) await insertRows(tx, Need, [this.need])
    else await updateVersioned(tx, Need, this.need, this.needVersion)
  }
}

/** Which open clocks an act stops. */
interface Stop {
  kinds: ClockKind[]
  needId: string
  workOrderId: string | null
}

/** What an act adds besides the state of the need and of its orders. */
interface Written {
  at: Date
  newOrders: WorkOrder[]
  events: NeedEvent[]
  clocks: Clock[]
  changedClocks: ReadonlyMap<Clock, ClockPatch>
  restartedClocks: Clock[]
  stopped: Stop[]
  outbox: Outbox[]
  extensions: ExtensionRequest[]
  /** Orders that need no more time, or have it. */
  extensionsOver: string[]
}

/** What acts on many needs at once change of a need and of an order. */
const movingOfNeed = [
  'state',
  'categoryId',
  'fieldId',
  'departmentId',
  'dueAt',
  'isDueProvisional',
  'answeredAt',
  'closedAt',
  'result',
  'version',
  'eventCount',
  'lastEventHash',
] as const
const movingOfOrder = ['state', 'dueAt', 'isDueProvisional', 'version'] as const

async function saveRows(tx: Tx, all: readonly Written[]): Promise<void> {
  await insertRows(
    tx,
    WorkOrder,
    all.flatMap(({ newOrders }) => newOrders),
  )
  await insertRows(
    tx,
    NeedEvent,
    all.flatMap(({ events }) => events),
  )
  for (const { changedClocks } of all)
    for (const [clock, patch] of changedClocks) await updateClock(tx, clock, patch)
  const [first] = all
  if (first)
    await stopAll(
      tx,
      all.flatMap(({ stopped }) => stopped),
      first.at,
    )
  const restarted = all.flatMap(({ restartedClocks }) => restartedClocks)
  await updateRows(tx, Clock, restarted, ['stoppedAt', 'stage', 'nextAt'])
  await insertRows(
    tx,
    Clock,
    all.flatMap(({ clocks }) => clocks),
  )
  const over = all.flatMap(({ extensionsOver }) => extensionsOver)
  if (over.length > 0) await tx.delete(ExtensionRequest, { id: In(over) })
  await insertRows(
    tx,
    ExtensionRequest,
    all.flatMap(({ extensions }) => extensions),
  )
  await insertRows(tx, Outbox, inOrder(all.flatMap(({ outbox }) => outbox)))
}

/** Stops clocks, those of the same kinds together: of the needs themselves, and of orders. */
async function stopAll(tx: Tx, stops: readonly Stop[], at: Date): Promise<void> {
  const groups = new Map<string, Stop[]>()
  for (const stop of stops) {
    const key = `${stop.workOrderId === null} ${stop.kinds.join(' ')}`
    const group = groups.get(key)
    if (group) group.push(stop)
    else groups.set(key, [stop])
  }
  for (const group of groups.values()) await stopGroup(tx, group, at)
}

async function stopGroup(tx: Tx, group: readonly Stop[], at: Date): Promise<void> {
  const orderIds = group.flatMap(({ workOrderId }) => workOrderId ?? [])
  await tx
    .createQueryBuilder()
    .update(Clock)
    .set({ breachedAt: () => missed, stoppedAt: at, nextAt: null, leaseOwner: null })
    .where({
      needId: In([...new Set(group.map(({ needId }) => needId))]),
      kind: In(group[0]?.kinds ?? []),
      workOrderId: orderIds.length > 0 ? In(orderIds) : IsNull(),
      stoppedAt: IsNull(),
    })
    .setParameter('at', at)
    .updateEntity(false)
    .execute()
}

/** A clock that is stopped late keeps the due time that it missed. */
const missed = 'CASE WHEN breached_at IS NULL AND due_at < :at THEN due_at ELSE breached_at END'

/** Changes a clock that is still at the stage at which it was read: the timers may have moved it on. */
async function updateClock(tx: Tx, { id, stage }: Clock, patch: ClockPatch): Promise<void> {
  const { affected } = await tx.update(
    Clock,
    { id, stage: stage ?? IsNull(), stoppedAt: IsNull() },
    { ...patch, leaseOwner: null },
  )
  if (affected !== 1) throw changedMeanwhile()
}

/** Writes some columns of rows whose versions all still are those that were read. */
async function updateVersionedAll<Row extends Need | WorkOrder>(
  tx: Tx,
  entity: new () => Row,
  versions: ReadonlyMap<Row, number>,
  columns: readonly (keyof Row & string)[],
): Promise<void> {
  const rows = [...versions.keys()]
  for (const row of rows) row.version = (versions.get(row) ?? 0) + 1
  if ((await updateRows(tx, entity, rows, columns, versions)) !== rows.length) throw changedMeanwhile()
}

/** Writes a row if its version is still the one that was read. */
async function updateVersioned<Row extends Need | WorkOrder>(
  tx: EntityManager,
  entity: new () => Row,
  row: Row,
  version: number,
): Promise<void> {
  row.version = version + 1
  const update = tx.createQueryBuilder().update(entity as new () => Need | WorkOrder)
  const result = await update
    .set(row)
    .where('id = :id AND version = :version', { id: row.id, version })
    .updateEntity(false)
    .execute()
  if (result.affected !== 1) throw changedMeanwhile()
}
