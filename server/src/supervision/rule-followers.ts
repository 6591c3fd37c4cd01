import type { ClockKind, Signal } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { WorkOrder } from '../handling/index.js'
import { type Outbox, Subscribers } from '../messages/index.js'
import type { Tx } from '../platform/database/index.js'
import { NearNeeds } from './near-needs.js'
import { RepeatedNeeds } from './repeated-needs.js'
import { type Occasion, Rules } from './rules.js'

const stages = {
  'clock.yellow': 'yellow',
  'clock.halfway': 'halfway',
  'clock.urgent': 'urgent',
  'clock.red': 'red',
  'clock.twice': 'twice',
  'clock.thrice': 'thrice',
} as const

/** Hears in the outbox of what the rules are about: limits that run out, reworks, returns, needs that were sent. */
@Injectable()
export class RuleFollowers {
  constructor(
    private readonly rules: Rules,
    private readonly nearNeeds: NearNeeds,
    private readonly repeatedNeeds: RepeatedNeeds,
    subscribers: Subscribers,
  ) {
    for (const [topic, on] of Object.entries(stages))
      subscribers.follow([topic], (tx, rows) => this.rules.apply(tx, rows.map(clockOccasion(on))))
    subscribers.follow(['need.rework'], (tx, rows) => this.rules.apply(tx, rows.map(reworkOccasion)))
    // Whoever joins a need is sent nowhere, and counts all the same.
    subscribers.follow(['need.dispatched', 'need.merged'], (tx, rows) => this.sent(tx, rows))
  }

  /** A need that is sent to a department has its category, and so has one that follows another; sent again, somebody may have returned it. */
  private async sent(tx: Tx, rows: readonly Outbox[]): Promise<void> {
    const needIds = [...new Set(rows.map(({ needId }) => needId))]
    const fresh = await this.nearNeeds.note(tx, needIds)
    const groups = await this.nearNeeds.group(tx, fresh)
    await this.repeatedNeeds.count(tx, fresh)
    await this.rules.apply(tx, [...groups, ...(await returnedOccasions(tx, needIds))])
  }
}

const clockOccasion =
  (on: (typeof stages)[keyof typeof stages]) =>
  ({ needId, payload }: Outbox): Occasion => ({
    about: needId,
    workOrderId: textOf(payload.workOrderId),
    clockId: textOf(payload.clockId),
    dueAt: textOf(payload.dueAt),
    signal: { on, clock: String(payload.kind) as ClockKind },
  })

/** The n-th rework begins round n + 1. */
const reworkOccasion = ({ needId, payload }: Outbox): Occasion => ({
  about: needId,
  workOrderId: textOf(payload.workOrderId),
  signal: { on: 'rework', count: Number(payload.round) - 1 },
})

/** How many departments have returned these needs: ranges of `ix_work_order_need`. */
async function returnedOccasions(tx: Tx, needIds: readonly string[]): Promise<Occasion[]> {
  const rows = await tx
    .createQueryBuilder(WorkOrder, 'o')
    .select('o.needId', 'needId')
    .addSelect('COUNT(DISTINCT o.departmentId)', 'count')
    .where({ needId: In([...needIds]), state: 'returned' })
    .groupBy('o.needId')
    .getRawMany<{ needId: string; count: string | number }>()
  return rows.map(({ needId, count }): Occasion => {
    const signal: Signal = { on: 'return', count: Number(count) }
    return { about: needId, workOrderId: null, signal }
  })
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
