import { residentStateWords, reminderOf } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import {
  isComplainant,
  isOpen,
  Need,
  NeedChange,
  needNotFound,
  NeedStore,
  WorkOrder,
} from '../handling/index.js'
import { type Outbox, Subscribers } from '../messages/index.js'
import type { Person } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { conflict } from '../platform/problem.js'
import { type StaffTelling, StaffNotices } from './staff-notices.js'
import { noticeWords } from './words.js'

/** 催办: the resident chases, once a day; who has it in hand and their leader see it. WORKFLOW §6. docs/adr/0032 */
@Injectable()
export class Reminders {
  constructor(
    private readonly store: NeedStore,
    private readonly staffNotices: StaffNotices,
    private readonly present: Present,
    subscribers: Subscribers,
  ) {
    subscribers.follow(['need.reminded'], (tx, rows) => this.follow(tx, rows))
  }

  /** @throws Problem 404; 409 `reminded_today` with when it is open again, `reminder_not_open` */
  async remind(tx: Tx, by: Person, needId: string): Promise<Need> {
    const need = await this.store.byId(needId, tx)
    if (!need || !isComplainant(by, need)) throw needNotFound()
    const change = new NeedChange(need, this.present.now())
    assertDue(need, change.at)
    Object.assign(need, { remindersCount: need.remindersCount + 1, remindedAt: change.at })
    const orders = await this.store.orders(needId, tx)
    for (const order of orders.filter(isOpen))
      change.changeOrder(order, { remindersCount: order.remindersCount + 1 })
    const { departmentId, remindersCount: times } = need
    change.record('remind', { kind: by.kind, id: by.id }, { ...(departmentId && { departmentId }) })
    change.post('need.reminded', { times })
    await change.save(tx)
    return need
  }

  private async follow(tx: Tx, rows: readonly Outbox[]): Promise<void> {
    const tellings: StaffTelling[] = []
    for (const row of rows) tellings.push(...(await this.tellings(tx, row)))
    await this.staffNotices.tell(tx, tellings)
  }

  /** One for each department that works on it; while none does, one for the dispatchers. */
  private async tellings(tx: Tx, { needId, payload, createdAt: at }: Outbox): Promise<StaffTelling[]> {
    const need = await this.store.byId(needId, tx)
    if (!need) return []
    const words = noticeWords.reminded(need, Number(payload.times))
    const telling = { needId, words, at, tells: ['handler', 'leader'] as const }
    const open = (await this.store.orders(needId, tx)).filter(isOpen)
    if (open.length === 0) return [{ ...telling, departmentId: null, handlerId: null }]
    return open.map(({ id: workOrderId, departmentId, handlerId }: WorkOrder) => ({
      ...telling,
      workOrderId,
      departmentId,
      handlerId,
    }))
  }
}

function assertDue(need: Need, now: Date): void {
  const { isDue, againAt } = reminderOf(need, now)
  if (againAt)
    throw conflict('reminded_today', '今天已经催过了，办理的单位和负责人都已看到，明天可以再催', {
      againAt: againAt.toISOString(),
    })
  if (!isDue)
    throw conflict('reminder_not_open', `这件诉求现在是“${residentStateWords[need.state]}”，不用催了`, {
      state: need.state,
    })
}
