import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, json, word } from '../platform/database/index.js'

/** 发件箱: an effect to deliver after commit, at least once. `id` is its idempotency key. */
@Entity('outbox')
@Index('ix_outbox_state', ['state', 'availableAt', 'id'])
@Index('ix_outbox_need', ['needId', 'id'])
export class Outbox {
  @PrimaryColumn(id()) id: string
  @Column(id()) needId: string
  @Column(word(40)) topic: string
  @Column(json()) payload: Record<string, string | number | boolean | null>
  @Column(word(10)) state: 'pending' | 'sent' | 'givenUp'
  @Column({ type: 'integer' }) attempts: number
  @Column(instant()) availableAt: Date
  @Column(instant()) createdAt: Date
}
