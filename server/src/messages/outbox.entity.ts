import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, json, newId, nullable, word } from '../platform/database/index.js'

/** The lane of what was done with a need: followed by other capabilities in this very database. */
export const actLane = 'act'

/** 发件箱: an effect to deliver after commit, at least once. `id` is its idempotency key. docs/adr/0013 */
@Entity('outbox')
@Index('ix_outbox_due', ['state', 'lane', 'availableAt', 'id'])
@Index('ix_outbox_need', ['needId', 'id'])
export class Outbox {
  @PrimaryColumn(id()) id: string
  /** Within a lane, the rows of one need are delivered in the order of their ids. */
  @Column(id()) needId: string
  /** Where it goes. Lanes do not wait for one another. */
  @Column({ ...word(16), default: actLane }) lane: string
  @Column(word(40)) topic: string
  @Column(json()) payload: Record<string, string | number | boolean | null>
  @Column(word(10)) state: 'pending' | 'sent' | 'givenUp'
  @Column({ type: 'integer' }) attempts: number
  /** Not before this. While somebody delivers it, the end of the lease. */
  @Column(instant()) availableAt: Date
  @Column(instant()) createdAt: Date
  /** The claim under which it is being delivered. */
  @Column(nullable(id())) leaseOwner: string | null
  @Column(nullable(word(200))) lastError: string | null
}

/** A new row, to be inserted in the transaction of what it tells. */
export const toDeliver = (
  row: Pick<Outbox, 'needId' | 'lane' | 'topic' | 'payload'>,
  at: Date,
  availableAt = at,
): Outbox => ({
  ...row,
  id: newId(at),
  state: 'pending',
  attempts: 0,
  availableAt,
  createdAt: at,
  leaseOwner: null,
  lastError: null,
})

/** Ids of one millisecond are in no order: gives rows that are in the order of time ids that are too. */
export function inOrder<Row extends { id: string }>(rows: readonly Row[]): readonly Row[] {
  const ids = rows.map(({ id: each }) => each).sort()
  return rows.map((row, index) => ({ ...row, id: ids[index] ?? row.id }))
}
