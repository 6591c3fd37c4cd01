import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, nullable, word } from '../platform/database/index.js'

/** 热点: what several persons have written about this week. Made anew every hour; ids follow the heat. */
@Entity('topic')
@Index('ix_topic_made', ['madeAt', 'id'])
export class Topic {
  @PrimaryColumn(id()) id: string
  @Column(instant()) madeAt: Date
  @Column(word(80)) title: string
  @Column(nullable(id())) categoryId: string | null
  @Column(id()) communityId: string
  /** One person who writes again and again is one. */
  @Column({ type: 'integer' }) persons: number
  @Column({ type: 'integer' }) needs: number
  /** Who wrote about it in each of the four weeks before, added up. */
  @Column({ type: 'integer' }) personsBefore: number
  @Column(instant()) firstAt: Date
  @Column(instant()) lastAt: Date
}
