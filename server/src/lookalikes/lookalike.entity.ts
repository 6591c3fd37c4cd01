import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { degrees, id, instant, nullable } from '../platform/database/index.js'

/**
 * A need that neighbours may be shown: what, where, when. Beside the needs, so that taking one in costs nothing more,
 * and without a word of the resident. Forgotten when it is too old to be shown. docs/adr/0060
 */
@Entity('lookalike')
@Index('uq_lookalike_need', ['needId'], { unique: true })
@Index('ix_lookalike_cell', ['fieldId', 'cell', 'at'])
@Index('ix_lookalike_community', ['fieldId', 'communityId', 'at'])
@Index('ix_lookalike_at', ['at'])
export class Lookalike {
  /** What the phone knows it by; it leads to no need. */
  @PrimaryColumn(id()) id: string
  @Column(id()) needId: string
  @Column(id()) fieldId: string
  @Column(id()) categoryId: string
  @Column(id()) communityId: string
  /** The cell that it lies in; the community where nobody said the place exactly. */
  @Column(id()) cell: string
  @Column(nullable(degrees())) wgsLatitude: number | null
  @Column(nullable(degrees())) wgsLongitude: number | null
  @Column(instant()) at: Date
}
