import { supplyLimit } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { Attachments } from '../attachments/index.js'
import { type Clock, Deadlines, Timers } from '../deadlines/index.js'
import type { Person } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'
import { leadOrder } from './facts.js'
import { type LoadedNeed, Loading } from './loading.js'
import { actorOf, type Said, saved } from './need-acts.service.js'
import { NeedChange, system } from './need-change.js'
import type { Need } from './need.entity.js'
import { decideNeed } from './refusal.js'
import type { WorkOrder } from './work-order.entity.js'

/** Asking the complainant for more, the only thing that pauses the answer clock. WORKFLOW §1 "ask / supply". */
@Injectable()
export class Supplementing {
  constructor(
    private readonly loading: Loading,
    private readonly deadlines: Deadlines,
    private readonly attachments: Attachments,
    timers: Timers,
  ) {
    timers.on('supply', 'expire', (tx, clocks) => this.expire(tx, clocks))
  }

  /** @throws Problem 422 `asked_twice`, `ask_too_late`, 409 `lead_not_working` */
  async ask(tx: Tx, by: Person, id: string, question: string): Promise<Need> {
    const loaded = await this.loading.need(tx, by, id)
    const { need, change } = loaded
    need.state = decideNeed(loaded, 'ask').to
    const order = leadOrder(loaded)
    change.changeClock(
      ...(await this.answerClock(tx, order, (clock) => this.deadlines.paused(clock, change.at))),
    )
    const waiting = this.deadlines.running('supply', supplyLimit, need, change.at)
    change.startClock(waiting, null)
    const asked = { departmentId: order.departmentId, text: question, dueAt: waiting.dueAt.toISOString() }
    change.record('ask', actorOf(by), asked, order)
    change.post('need.asked')
    return saved(tx, change)
  }

  /** @throws Problem 422 `supply_needs_content` */
  async supply(tx: Tx, by: Person, id: string, said: Said): Promise<Need> {
    const loaded = await this.loading.ownNeed(tx, by, id)
    const { need, change } = loaded
    need.state = decideNeed(loaded, 'supply', { given: said }).to
    const { text, attachmentIds = [] } = said
    await this.attachments.take(tx, attachmentIds, by.id, need.id)
    need.attachmentsCount += attachmentIds.length
    change.record('supply', actorOf(by), { attachmentIds, ...(text && { text }) })
    await this.resume(tx, loaded)
    change.post('need.supplied')
    return saved(tx, change)
  }

  /** Three workdays without a word: the department goes on with what it has. */
  private async expire(tx: Tx, clocks: readonly Clock[]): Promise<void> {
    const all = await this.loading.manyBySystem(
      tx,
      clocks.map(({ needId }) => needId),
    )
    const waiting = all.filter(({ need }) => need.state === 'waiting')
    for (const loaded of waiting) {
      const { need, change } = loaded
      need.state = decideNeed(loaded, 'supply').to
      change.record('supply', system, {})
      await this.resume(tx, loaded)
      change.post('need.supplyExpired')
    }
    await NeedChange.saveAll(
      tx,
      waiting.map(({ change }) => change),
    )
  }

  private async resume(tx: Tx, loaded: LoadedNeed): Promise<void> {
    const { need, change } = loaded
    const order = leadOrder(loaded)
    const [clock, patch] = await this.answerClock(tx, order, (open) =>
      this.deadlines.resumed(open, change.at),
    )
    change.changeClock(clock, patch)
    change.stopClocks(null, 'supply')
    const { dueAt = order.dueAt, isProvisional: isDueProvisional = order.isDueProvisional } = patch
    change.changeOrder(order, { dueAt, isDueProvisional })
    Object.assign(need, { dueAt, isDueProvisional })
  }

  private async answerClock<Patch>(
    tx: Tx,
    { id: workOrderId, needId }: WorkOrder,
    patch: (clock: Clock) => Patch,
  ): Promise<[Clock, Patch]> {
    const clock = await this.deadlines.open(tx, 'answer', { needId, workOrderId })
    return [clock, patch(clock)]
  }
}
