import { Column, Entity, PrimaryColumn } from 'typeorm'
import { id, word } from '../platform/database/index.js'

/** What a grid's workers have done in a month. 民情大走访 */
@Entity('visit_month')
export class VisitMonth {
  /** "2026-11", of Shanghai. */
  @PrimaryColumn(word(7)) month: string
  @PrimaryColumn(id()) gridId: string
  @Column({ type: 'integer', default: 0 }) visits: number
  /** Visits at which nobody was met. */
  @Column({ type: 'integer', default: 0 }) unmet: number
  /** Households of which somebody was met, each once. */
  @Column({ type: 'integer', default: 0 }) households: number
}
