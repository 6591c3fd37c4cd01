import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, json, word } from '../database/index.js'

/** A write that a phone may repeat, and the answer it got the first time. */
@Entity('idempotency_key')
@Index('ix_idempotency_key_created', ['createdAt'])
export class IdempotencyKey {
  @PrimaryColumn(id()) personId: string
  @PrimaryColumn(word(36)) key: string
  @Column(word(64)) bodyHash: string
  /** As text inside of JSON: MySQL cuts a `text` at 64 kB and gives the keys of JSON back in another order. */
  @Column(json()) answer: { text: string }
  @Column(instant()) createdAt: Date
}
