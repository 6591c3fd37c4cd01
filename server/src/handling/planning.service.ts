import { fromShanghai, resumeLimit } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { type Clock, Deadlines, Timers } from '../deadlines/index.js'
import type { Person } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'
import { leadOrder } from './facts.js'
import { type LoadedNeed, Loading } from './loading.js'
import { actorOf, saved } from './need-acts.service.js'
import { type Actor, NeedChange, system } from './need-change.js'
import type { Need } from './need.entity.js'
import { decideNeed } from './refusal.js'

export interface Plan {
  /** What is going to be done. */
  text: string
  /** Who answers for it, as the public reads it. */
  owner: string
  /** The day in Shanghai that is promised, "YYYY-MM-DD". */
  publicAt: string
}

/** The planned day ends as a working day does. */
const endOfDay = (date: string): Date => fromShanghai(date, 18 * 60)

/** 挂账: what needs more time than any limit has a plan, somebody who answers for it, and a public date. WORKFLOW §1. */
@Injectable()
export class Planning {
  constructor(
    private readonly loading: Loading,
    private readonly deadlines: Deadlines,
    timers: Timers,
  ) {
    timers.on('plan', 'arrive', (tx, clocks) => this.arrive(tx, clocks))
  }

  /** @throws Problem 422 `plan_urgent`, `plan_incomplete`, `plan_date_past`, 409 `lead_not_working` */
  async plan(tx: Tx, by: Person, id: string, plan: Plan): Promise<Need> {
    const loaded = await this.loading.need(tx, by, id)
    const { need, change } = loaded
    need.state = decideNeed(loaded, 'plan', { given: { plan } }).to
    const order = leadOrder(loaded)
    const until = this.deadlines.until('plan', need, change.at, endOfDay(plan.publicAt))
    change.stopClocks(order.id, 'answer')
    change.startClock(until, null)
    change.record('plan', actorOf(by), { departmentId: order.departmentId, ...plan }, order)
    this.promise(loaded, until)
    change.post('need.planned')
    return saved(tx, change)
  }

  /** Takes a planned need up again, before its day or on it. */
  async resume(tx: Tx, by: Person, id: string): Promise<Need> {
    const loaded = await this.loading.need(tx, by, id)
    this.takeUp(loaded, actorOf(by))
    return saved(tx, loaded.change)
  }

  /** The day has come. */
  private async arrive(tx: Tx, clocks: readonly Clock[]): Promise<void> {
    const all = await this.loading.manyBySystem(
      tx,
      clocks.map(({ needId }) => needId),
    )
    const planned = all.filter(({ need }) => need.state === 'planned')
    for (const loaded of planned) this.takeUp(loaded, system)
    await NeedChange.saveAll(
      tx,
      planned.map(({ change }) => change),
    )
  }

  private takeUp(loaded: LoadedNeed, by: Actor): void {
    const { need, change } = loaded
    need.state = decideNeed(loaded, 'resume').to
    const order = leadOrder(loaded)
    const running = this.deadlines.running('answer', resumeLimit, need, change.at)
    change.stopClocks(null, 'plan')
    change.startClock(running, order)
    const { departmentId } = order
    change.record('resume', by, { departmentId, dueAt: running.dueAt.toISOString() }, order)
    this.promise(loaded, running)
    change.post('need.resumed')
  }

  /** What the queue and the resident see as due. */
  private promise(
    loaded: LoadedNeed,
    { dueAt, isProvisional }: Pick<Clock, 'dueAt' | 'isProvisional'>,
  ): void {
    const due = { dueAt, isDueProvisional: isProvisional }
    loaded.change.changeOrder(leadOrder(loaded), due)
    Object.assign(loaded.need, due)
  }
}
