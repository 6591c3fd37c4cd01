import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, word } from '../platform/database/index.js'

/** A code sent to a phone; good for a few minutes and a few tries, once. */
@Entity('phone_code')
@Index('ix_phone_code_phone', ['phoneIndex', 'createdAt'])
export class PhoneCode {
  @PrimaryColumn(id()) id: string
  @Column(word(64)) phoneIndex: string
  @Column(word(64)) codeHash: string
  @Column({ type: 'integer' }) triesLeft: number
  @Column(instant()) createdAt: Date
  @Column(instant()) expiresAt: Date
}
