import { Injectable } from '@nestjs/common'
import type { Tx } from '../platform/database/index.js'
import type { Outbox } from './outbox.entity.js'

/**
 * Does in our own database what follows from acts. Runs in the transaction that marks the rows as sent, so it
 * happens exactly once; what has to leave the house is posted to a lane of its own.
 */
export type Follow = (tx: Tx, rows: readonly Outbox[]) => Promise<void>

/** Brings one row to somebody outside, at least once; the row's id tells a repetition from a second message. */
export type Deliver = (row: Outbox) => Promise<void>

/** The same delivery will fail again: nobody retries it, a person has to look. */
export class Undeliverable extends Error {}

/** Who wants what of the outbox. Capabilities register themselves as they are made. */
@Injectable()
export class Subscribers {
  private readonly follows: { topics: readonly string[]; follow: Follow }[] = []
  private readonly deliveries = new Map<string, Deliver>()

  follow(topics: readonly string[], follow: Follow): void {
    this.follows.push({ topics, follow })
  }

  /** The one that serves a lane. */
  deliver(lane: string, deliver: Deliver): void {
    this.deliveries.set(lane, deliver)
  }

  get lanes(): string[] {
    return [...this.deliveries.keys()]
  }

  async followAll(tx: Tx, rows: readonly Outbox[]): Promise<void> {
    const known = new Set(this.follows.flatMap(({ topics }) => topics))
    const stranger = rows.find(({ topic }) => !known.has(topic))
    if (stranger) throw new Undeliverable(`nobody follows ${stranger.topic}`)
    for (const { topics, follow } of this.follows) {
      const mine = rows.filter(({ topic }) => topics.includes(topic))
      if (mine.length > 0) await follow(tx, mine)
    }
  }

  async deliverOne(row: Outbox): Promise<void> {
    const deliver = this.deliveries.get(row.lane)
    if (!deliver) throw new Undeliverable(`nobody serves the lane ${row.lane}`)
    await deliver(row)
  }
}
