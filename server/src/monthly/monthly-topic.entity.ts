import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, nullable, word } from '../platform/database/index.js'

/** 每月一题: a category that the district has taken up as a whole: who does what, by when, and what came of it. */
@Entity('monthly_topic')
@Index('uq_monthly_topic', ['month', 'categoryId'], { unique: true })
@Index('ix_monthly_topic_chosen', ['chosenAt', 'id'])
export class MonthlyTopic {
  @PrimaryColumn(id()) id: string
  /** Whose figures led to it, "YYYY-MM". */
  @Column(word(7)) month: string
  @Column(id()) categoryId: string
  @Column(word(2000)) plan: string
  /** Who leads it. */
  @Column(id()) departmentId: string
  @Column(word(40)) owner: string
  /** A day in Shanghai. */
  @Column(word(10)) dueOn: string
  @Column(id()) chosenById: string
  @Column(instant()) chosenAt: Date
  @Column(nullable(word(2000))) result: string | null
  @Column(nullable(id())) finishedById: string | null
  @Column(nullable(instant())) finishedAt: Date | null
}
