import { Column, Entity, PrimaryColumn } from 'typeorm'
import { id } from '../platform/database/index.js'

/**
 * The book of a grid: how many changes it has seen. Whoever changes something of a grid takes the next number first
 * and holds the row until the commit, so that the numbers are in the order of the commits, and a phone that has seen
 * a number has seen all before it. docs/adr/0122
 */
@Entity('grid_book')
export class GridBook {
  @PrimaryColumn(id()) gridId: string
  @Column({ type: 'integer' }) changes: number
  @Column({ type: 'integer', default: 0 }) households: number
}
