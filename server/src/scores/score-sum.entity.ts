import { Column, Entity, PrimaryColumn } from 'typeorm'
import { id, instant, word } from '../platform/database/index.js'
import type { Dimension } from './dimensions.js'
import { FigureColumns } from './figure-columns.js'

/**
 * How much was counted in a half day, of one department, field, town or source, within the whole district, one
 * department or one town. The primary key is the order in which dashboards read. docs/adr/0080
 */
@Entity('score_sum')
export class ScoreSum extends FigureColumns {
  /** '' is everything. */
  @PrimaryColumn(id()) scope: string
  @PrimaryColumn(word(10)) dimension: Dimension
  @PrimaryColumn({ type: 'integer' }) halfDay: number
  /** '' is what has no department, or no field, yet. */
  @PrimaryColumn(id()) groupId: string
}

/** The sums of a month as they were when it was frozen: nobody changes them any more. WORKFLOW §4. */
@Entity('score_snapshot')
export class ScoreSnapshot extends FigureColumns {
  @PrimaryColumn(word(7)) month: string
  @PrimaryColumn(id()) scope: string
  @PrimaryColumn(word(10)) dimension: Dimension
  @PrimaryColumn(id()) groupId: string
}

/** That a month is frozen, and since when. */
@Entity('score_month')
export class ScoreMonth {
  @PrimaryColumn(word(7)) month: string
  @Column(instant()) frozenAt: Date
  /** Whether it can be told item by item what was counted then; not of months that are frozen longer than that is kept. */
  @Column({ type: 'boolean', default: false }) isListed: boolean
}
