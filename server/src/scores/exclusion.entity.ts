import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, nullable, word } from '../platform/database/index.js'

export const exclusionStates = ['proposed', 'confirmed', 'declined'] as const
export type ExclusionState = (typeof exclusionStates)[number]

/** 剔除: two persons take a need out of the three rates, with a reason. It stays counted as excluded. WORKFLOW §4. */
@Entity('score_exclusion')
@Index('ix_score_exclusion_state', ['state', 'proposedAt', 'id'])
@Index('ix_score_exclusion_need', ['needId'])
export class Exclusion {
  @PrimaryColumn(id()) id: string
  @Column(id()) needId: string
  @Column(word(24)) receiptNo: string
  @Column(word(60)) title: string
  @Column(nullable(id())) departmentId: string | null
  @Column(word(10)) state: ExclusionState
  @Column(word(500)) reason: string
  @Column(id()) proposedById: string
  @Column(instant()) proposedAt: Date
  @Column(nullable(id())) decidedById: string | null
  @Column(nullable(instant())) decidedAt: Date | null
}
