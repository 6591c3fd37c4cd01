import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant } from '../platform/database/index.js'

/** The same person, the same matter, again and again. WORKFLOW §6.4. */
@Entity('repeated_need')
@Index('uq_repeated_need', ['residentId', 'categoryId'], { unique: true })
@Index('ix_repeated_need_last', ['lastAt', 'id'])
export class RepeatedNeed {
  @PrimaryColumn(id()) id: string
  @Column(id()) residentId: string
  @Column(id()) categoryId: string
  /** Within the ninety days before the last one. */
  @Column({ type: 'integer' }) times: number
  @Column(id()) lastNeedId: string
  @Column(instant()) lastAt: Date
}
