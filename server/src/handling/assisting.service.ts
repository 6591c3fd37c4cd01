import { Injectable } from '@nestjs/common'
import type { Person } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'
import { Dispatching } from './dispatching.js'
import { Loading } from './loading.js'
import { actorOf } from './need-acts.service.js'
import { decideOrder } from './refusal.js'
import { about, saved } from './work-order-acts.service.js'
import type { WorkOrder } from './work-order.entity.js'

/** 协办: other departments help the lead, each with an order of its own. WORKFLOW §2 "assist", docs/adr/0020 */
@Injectable()
export class Assisting {
  constructor(
    private readonly loading: Loading,
    private readonly dispatching: Dispatching,
  ) {}

  /** Calls departments to help with the lead's order. @throws Problem 422 `assisting_twice`, `assisting_too_many` */
  async assist(tx: Tx, by: Person, id: string, departmentIds: string[], reason: string): Promise<WorkOrder> {
    const loaded = await this.loading.order(tx, by, id)
    const { order, change } = loaded
    decideOrder(loaded, 'assist', { given: { assisting: departmentIds } })
    for (const each of departmentIds) await this.dispatching.assertDepartment(each)
    const category = await this.dispatching.categoryOf(order.categoryId)
    change.changeOrder(order, {})
    change.record('assist', actorOf(by), { ...about(order), departmentIds, reason }, order)
    for (const departmentId of departmentIds)
      this.dispatching.assist(change, { category, departmentId }, actorOf(by))
    return saved(tx, loaded)
  }

  /** The lead needs no answer of an assisting department any more, and says why. @throws Problem 422 `waiver_too_short` */
  async waive(tx: Tx, by: Person, id: string, reason: string): Promise<WorkOrder> {
    const loaded = await this.loading.order(tx, by, id)
    const { order, change } = loaded
    const { to } = decideOrder(loaded, 'waive', { given: { reason } })
    this.dispatching.close(change, order, to)
    change.record('waive', actorOf(by), { ...about(order), reason }, order)
    return saved(tx, loaded)
  }
}
