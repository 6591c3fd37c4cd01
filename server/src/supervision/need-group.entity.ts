import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, nullable } from '../platform/database/index.js'

/** 群体诉求: many needs of one category close together. WORKFLOW §6.3. */
@Entity('need_group')
@Index('ix_need_group_open', ['isOpen', 'lastAt', 'id'])
export class NeedGroup {
  @PrimaryColumn(id()) id: string
  @Column(id()) categoryId: string
  /** The oldest of them, which the others are suggested to follow. */
  @Column(id()) masterId: string
  @Column(id()) communityId: string
  @Column({ type: 'integer' }) size: number
  @Column(instant()) firstAt: Date
  @Column(instant()) lastAt: Date
  /** Until a dispatcher has looked at it. */
  @Column({ type: 'boolean' }) isOpen: boolean
  @Column(nullable(id())) settledById: string | null
}
