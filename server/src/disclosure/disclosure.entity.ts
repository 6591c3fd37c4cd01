import type { RatingLevel } from '@minsheng/shared'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, json } from '../platform/database/index.js'

/**
 * 公示: what the public sees of one solved need. A row of its own, without a word of the resident, so that the
 * public pages read no table that holds anything private. docs/adr/0045
 */
@Entity('disclosure')
@Index('uq_disclosure_need', ['needId'], { unique: true })
@Index('ix_disclosure_closed', ['closedAt', 'id'])
@Index('ix_disclosure_street', ['streetId', 'closedAt', 'id'])
@Index('ix_disclosure_community', ['communityId', 'closedAt', 'id'])
export class Disclosure {
  /** Not the need's: nobody learns from it which need this was. */
  @PrimaryColumn(id()) id: string
  @Column(id()) needId: string
  @Column(id()) communityId: string
  @Column(id()) streetId: string
  @Column(id()) categoryId: string
  @Column(id()) departmentId: string
  @Column(instant()) closedAt: Date
  @Column({ type: 'integer' }) daysTaken: number
  @Column({ type: 'integer' }) level: RatingLevel
  /** What the department answered, redacted. */
  @Column({ type: 'text' }) text: string
  /** The answer's photos, where its field is one of public places. */
  @Column(json()) photoIds: string[]
}
