import type { CountedKind } from '@minsheng/shared'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, nullable, word } from '../platform/database/index.js'
import type { NeedSource } from './dimensions.js'

/**
 * One dated thing that counts in some figures: what is behind a number. Written anew whenever its need counts
 * otherwise; the sums are the sums of these rows, always. docs/adr/0080
 */
@Entity('score_item')
@Index('ix_score_item_need', ['needId'])
@Index('ix_score_item_kind', ['kind', 'at', 'id'])
@Index('ix_score_item_department', ['departmentId', 'kind', 'at', 'id'])
@Index('ix_score_item_street', ['streetId', 'kind', 'at', 'id'])
export class ScoreItem {
  @PrimaryColumn(id()) id: string
  @Column(id()) needId: string
  @Column(nullable(id())) workOrderId: string | null
  @Column(word(10)) kind: CountedKind
  @Column(instant()) at: Date
  /** Empty while nobody works for it. */
  @Column(id()) departmentId: string
  @Column(id()) fieldId: string
  @Column(id()) streetId: string
  @Column(word(10)) source: NeedSource
  /** One bit for each figure of its kind, in their order. */
  @Column({ type: 'integer' }) marks: number
}
