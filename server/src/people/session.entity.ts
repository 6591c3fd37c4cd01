import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, nullable, word } from '../platform/database/index.js'

export const personKinds = ['resident', 'staff'] as const
export type PersonKind = (typeof personKinds)[number]

/** A signed-in device. Holds the hash of the one refresh token that is good now. docs/adr/0035 */
@Entity('session')
@Index('uq_session_token', ['tokenHash'], { unique: true })
@Index('ix_session_person', ['personId'])
export class Session {
  @PrimaryColumn(id()) id: string
  @Column(id()) personId: string
  @Column(word(8)) personKind: PersonKind
  @Column(word(64)) tokenHash: string
  /** Hash of the token before, and when it was traded: the same trade may be asked for again shortly after. */
  @Column(nullable(word(64))) tradedHash: string | null
  @Column(nullable(instant())) tradedAt: Date | null
  @Column(instant()) createdAt: Date
  @Column(instant()) expiresAt: Date
}
