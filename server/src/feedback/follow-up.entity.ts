import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, nullable } from '../platform/database/index.js'

/** Four weeks after works were closed: does it still hold? Asked once for each round. docs/adr/0075 */
@Entity('follow_up')
@Index('uq_follow_up_round', ['needId', 'round'], { unique: true })
export class FollowUp {
  @PrimaryColumn(id()) id: string
  @Column(id()) needId: string
  @Column({ type: 'integer' }) round: number
  @Column(nullable(id())) departmentId: string | null
  @Column(instant()) askedAt: Date
  /** Null while nobody has answered. */
  @Column({ type: 'boolean', nullable: true }) holds: boolean | null
  @Column(nullable(instant())) answeredAt: Date | null
}
