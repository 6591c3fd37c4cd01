import { Column, Entity, PrimaryColumn } from 'typeorm'
import { id, word } from '../platform/database/index.js'

/** How many messages of a template somebody has allowed and not got yet. Each accept allows one. */
@Entity('subscription')
export class Subscription {
  @PrimaryColumn(id()) personId: string
  @PrimaryColumn(word(64)) templateId: string
  @Column({ type: 'integer' }) remaining: number
}
