import type { AspectLevels, RatingLevel, RatingSource } from '@minsheng/shared'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, json, nullable, word } from '../platform/database/index.js'

/**
 * 评价: a resident's judgement of one answer. One per round of a need, so that a bad one does not vanish behind a
 * later good one. Repeats by what it is counted, so that scores are one range of one index.
 */
@Entity('rating')
@Index('uq_rating_round', ['needId', 'round'], { unique: true })
@Index('ix_rating_scores', [
  'ratedAt',
  'departmentId',
  'fieldId',
  'streetId',
  'level',
  'isSolved',
  'isContacted',
])
export class Rating {
  @PrimaryColumn(id()) id: string
  @Column(id()) needId: string
  @Column({ type: 'integer' }) round: number
  @Column(id()) departmentId: string
  @Column(id()) fieldId: string
  @Column(id()) streetId: string
  @Column({ type: 'integer' }) level: RatingLevel
  /** What the resident said; null when asked and silent. */
  @Column({ type: 'boolean', nullable: true }) saidSolved: boolean | null
  @Column({ type: 'boolean' }) isSolved: boolean
  @Column({ type: 'boolean' }) isContacted: boolean
  @Column({ ...word(10), default: 'tap' }) source: RatingSource
  /** What was judged besides the whole. */
  @Column(nullable(json())) aspects: AspectLevels | null
  @Column(json()) tags: string[]
  @Column(nullable(word(500))) words: string | null
  @Column(instant()) ratedAt: Date
}
