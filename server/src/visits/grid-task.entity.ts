import type { GridTaskKind, GridTaskScope } from '@minsheng/shared'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, json, nullable, word } from '../platform/database/index.js'

/** What was asked of a grid from above. One assignment to an area is one task for each of its grids. */
@Entity('grid_task')
@Index('ix_grid_task_change', ['gridId', 'changeNumber'])
@Index('ix_grid_task_assignment', ['assignmentId', 'gridId'])
export class GridTask {
  @PrimaryColumn(id()) id: string
  @Column(id()) assignmentId: string
  @Column(id()) gridId: string
  @Column(word(8)) kind: GridTaskKind
  @Column(word(10)) scope: GridTaskScope
  @Column(word(60)) title: string
  @Column({ type: 'text' }) text: string
  /** What can be answered by one tap; none for free words. */
  @Column(json()) choices: string[]
  /** The last day, of Shanghai. */
  @Column(word(10)) dueOn: string
  /** Of how many households (or 1, of the grid) a report is asked for, and of how many there is one. */
  @Column({ type: 'integer' }) total: number
  @Column({ type: 'integer' }) reported: number
  @Column({ type: 'integer' }) changeNumber: number
  @Column(nullable(instant())) revokedAt: Date | null
}
