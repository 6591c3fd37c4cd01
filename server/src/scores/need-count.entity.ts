import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, nullable } from '../platform/database/index.js'

/** How far a need has been counted: of two who count it at once, the version tells who was first. */
@Entity('need_count')
@Index('ix_need_count_next', ['nextAt', 'id'])
export class NeedCount {
  /** The need's. */
  @PrimaryColumn(id()) id: string
  @Column({ type: 'integer' }) version: number
  /** When a limit passes, and it counts otherwise though nobody acts. */
  @Column(nullable(instant())) nextAt: Date | null
}
