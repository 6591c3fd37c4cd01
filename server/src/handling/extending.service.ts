import { Injectable } from '@nestjs/common'
import { Deadlines } from '../deadlines/index.js'
import type { Person } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'
import { extensionOf } from './facts.js'
import { Loading } from './loading.js'
import { actorOf } from './need-acts.service.js'
import { decideOrder } from './refusal.js'
import { about, saved } from './work-order-acts.service.js'
import type { WorkOrder } from './work-order.entity.js'

/** 延期: more time, once, asked for by the handler and given by a supervisor. WORKFLOW §2 "extend". */
@Injectable()
export class Extending {
  constructor(
    private readonly loading: Loading,
    private readonly deadlines: Deadlines,
  ) {}

  /** @throws Problem 422 `extend_once`, `extend_too_late`, `extension_out_of_range` */
  async extend(
    tx: Tx,
    by: Person,
    id: string,
    { workdays, reason }: { workdays: number; reason: string },
  ): Promise<WorkOrder> {
    const loaded = await this.loading.order(tx, by, id)
    const { order, change } = loaded
    decideOrder(loaded, 'extend', { given: { workdays } })
    change.changeOrder(order, {})
    change.record('extend', actorOf(by), { ...about(order), workdays, reason }, order)
    change.awaitExtension(order, change.at)
    return saved(tx, loaded)
  }

  /** @throws Problem 409 `extension_not_asked` */
  async decide(
    tx: Tx,
    by: Person,
    id: string,
    { isGranted, note }: { isGranted: boolean; note: string },
  ): Promise<WorkOrder> {
    const loaded = await this.loading.order(tx, by, id)
    const { order, change } = loaded
    decideOrder(loaded, 'decideExtension', { outcome: isGranted ? 'granted' : 'refused' })
    const workdays = extensionOf(loaded, order)?.asked.data.workdays ?? 0
    const dueAt = isGranted ? await this.grant(tx, loaded, workdays) : {}
    change.changeOrder(order, {})
    change.record(
      'decideExtension',
      actorOf(by),
      { ...about(order), isGranted, note, workdays, ...dueAt },
      order,
    )
    change.settleExtension(order)
    return saved(tx, loaded)
  }

  private async grant(
    tx: Tx,
    { order, need, change }: Awaited<ReturnType<Loading['order']>>,
    workdays: number,
  ): Promise<{ dueAt: string }> {
    const clock = await this.deadlines.open(tx, 'answer', { needId: need.id, workOrderId: order.id })
    const patch = this.deadlines.extended(clock, workdays)
    change.changeClock(clock, patch)
    const { dueAt = order.dueAt, isProvisional: isDueProvisional = order.isDueProvisional } = patch
    change.changeOrder(order, { dueAt, isDueProvisional })
    if (order.role === 'lead') {
      Object.assign(need, { dueAt, isDueProvisional })
      change.post('need.extended', { departmentId: order.departmentId })
    }
    return { dueAt: dueAt.toISOString() }
  }
}
