import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, word } from '../platform/database/index.js'

/** Somebody above asks something of all grids of an area. */
@Entity('grid_assignment')
@Index('ix_grid_assignment_assigned', ['assignedAt', 'id'])
@Index('ix_grid_assignment_area', ['areaId', 'assignedAt', 'id'])
export class GridAssignment {
  @PrimaryColumn(id()) id: string
  @Column(id()) areaId: string
  @Column(word(60)) title: string
  @Column(word(10)) dueOn: string
  @Column(id()) assignedById: string
  @Column(instant()) assignedAt: Date
}
