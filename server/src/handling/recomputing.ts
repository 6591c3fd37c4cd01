import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common'
import { type Clock, Deadlines, type ClockPatch, Timetable } from '../deadlines/index.js'
import { UnitOfWork, type Tx } from '../platform/database/index.js'
import { Housekeeping } from '../platform/housekeeping.js'
import { Present } from '../platform/present.js'
import { NeedChange, system } from './need-change.js'
import { NeedStore } from './need.store.js'
import type { WorkOrder } from './work-order.entity.js'

/** Needs that are looked at before the next ones are asked for. */
const PAGE = 200

/** The due times of an order, by the clocks that keep them. */
const orderDue = { accept: 'acceptDueAt', contact: 'contactDueAt' } as const

/**
 * Computes due times again that were provisional, once the table of their year is there, with a line in the log
 * of each need. What was missed stays missed. WORKFLOW §5, docs/adr/0026
 */
@Injectable()
export class Recomputing implements BeforeApplicationShutdown {
  private readonly logger = new Logger('deadlines')
  private running: Promise<unknown> = Promise.resolve()
  private isStopping = false

  constructor(
    private readonly deadlines: Deadlines,
    private readonly present: Present,
    private readonly store: NeedStore,
    private readonly unitOfWork: UnitOfWork,
    timetable: Timetable,
    housekeeping: Housekeeping,
  ) {
    timetable.onReload((isNew) => isNew && void this.settle())
    // Also what another server made provisional just before it noticed the new table.
    housekeeping.register('provisional due times', async () => {
      await this.settle()
      return 0
    })
  }

  /** All there are, one need after the other, one round at a time. */
  settle(): Promise<unknown> {
    this.running = this.running.then(() => this.round())
    return this.running
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true
    await this.running
  }

  private async round(): Promise<void> {
    try {
      for (let after: string | undefined = ''; after !== undefined && !this.isStopping;)
        after = await this.page(after)
    } catch (error) {
      this.logger.error(error instanceof Error ? error.message : String(error))
    }
  }

  /** @returns after which clock to go on; undefined at the end */
  private async page(after: string): Promise<string | undefined> {
    const clocks = await this.deadlines.provisional(after, PAGE)
    const settled = clocks.filter((clock) => this.deadlines.moved(clock).isProvisional === false)
    for (const needId of new Set(settled.map((clock) => clock.needId)))
      if (!this.isStopping) await this.need(needId)
    return clocks.at(-1)?.id
  }

  /** A need that is changed at the same moment is left for the next round. */
  private async need(needId: string): Promise<void> {
    try {
      await this.unitOfWork.run((tx) => this.recompute(tx, needId))
    } catch (error) {
      this.logger.warn({ message: error instanceof Error ? error.message : String(error), needId })
    }
  }

  private async recompute(tx: Tx, needId: string): Promise<void> {
    const need = await this.store.byId(needId, tx)
    if (!need) return
    const change = new NeedChange(need, this.present.now())
    const orders = new Map((await this.store.orders(needId, tx)).map((order) => [order.id, order]))
    for (const clock of await this.deadlines.openProvisional(tx, needId)) {
      const patch = this.deadlines.moved(clock)
      change.changeClock(clock, patch)
      this.carryOver(change, orders.get(clock.workOrderId ?? ''), clock, patch)
    }
    await change.save(tx)
  }

  /** What repeats the due time of the clock. */
  private carryOver(
    change: NeedChange,
    order: WorkOrder | undefined,
    { kind }: Clock,
    { dueAt, isProvisional }: ClockPatch,
  ): void {
    if (!order || !dueAt || isProvisional === undefined) return
    if (kind === 'accept' || kind === 'contact') change.changeOrder(order, { [orderDue[kind]]: dueAt })
    if (kind !== 'answer') return
    change.changeOrder(order, { dueAt, isDueProvisional: isProvisional })
    if (order.role === 'lead') Object.assign(change.need, { dueAt, isDueProvisional: isProvisional })
    change.record('recompute', system, { dueAt: dueAt.toISOString() }, order)
  }
}
