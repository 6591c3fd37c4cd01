import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { degrees, id, instant, nullable, word } from '../platform/database/index.js'

/**
 * What was asked for, where, when and by whom: what the rules that count need, beside the needs, so that taking
 * one in costs nothing more. Forgotten when no rule looks back so far.
 */
@Entity('occurrence')
@Index('ix_occurrence_cell', ['categoryId', 'cell', 'at'])
@Index('ix_occurrence_resident', ['residentId', 'categoryId', 'at'])
@Index('ix_occurrence_group', ['groupId'])
@Index('ix_occurrence_at', ['at'])
export class Occurrence {
  @PrimaryColumn(id()) needId: string
  @Column(id()) categoryId: string
  @Column(id()) residentId: string
  @Column(instant()) at: Date
  /** Null where nobody said the place exactly. */
  @Column(nullable(word(16))) cell: string | null
  @Column(nullable(degrees())) wgsLatitude: number | null
  @Column(nullable(degrees())) wgsLongitude: number | null
  @Column(nullable(id())) groupId: string | null
}
