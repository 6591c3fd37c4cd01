import type { Urgency } from '@minsheng/shared'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, json, nullable, word } from '../platform/database/index.js'

/** 事项分类. Level 1 is the Field (民生领域). */
@Entity('category')
@Index('uq_category_code', ['code'], { unique: true })
export class Category {
  @PrimaryColumn(id()) id: string
  @Column(word(40)) code: string
  @Column(word(40)) name: string
  @Column({ type: 'integer' }) level: number
  @Column(nullable(id())) parentId: string | null
  @Column({ type: 'integer' }) position: number
  @Column(word(12)) urgency: Urgency
  @Column({ type: 'boolean' }) isEvidenceRequired: boolean
  @Column({ type: 'boolean' }) isReviewed: boolean
  /** Works: four weeks after they were closed it is asked whether they still hold. */
  @Column({ type: 'boolean', default: false }) isFollowedUp: boolean
  @Column(json()) words: string[]
  /** How near another need has to be to be shown as a look-alike; null is as far as the rule says. */
  @Column({ type: 'integer', nullable: true }) lookalikeMetres: number | null
}
