import type { SupervisionCause, SupervisionLevel, SupervisionState } from '@minsheng/shared'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, nullable, word } from '../platform/database/index.js'

/**
 * 督办单: a formal chase with its own limit. Repeats what its list shows, so that a page is one range of one index.
 * It changes only together with its need, whose version tells who was first. docs/adr/0030
 */
@Entity('supervision_order')
@Index('uq_supervision_order_number', ['number'], { unique: true })
@Index('ix_supervision_order_state', ['state', 'dueAt', 'id'])
@Index('ix_supervision_order_level', ['state', 'level', 'dueAt', 'id'])
@Index('ix_supervision_order_department', ['departmentId', 'state', 'dueAt', 'id'])
@Index('ix_supervision_order_department_level', ['departmentId', 'state', 'level', 'dueAt', 'id'])
@Index('ix_supervision_order_listed', ['isListed', 'issuedAt', 'id'])
@Index('ix_supervision_order_need', ['needId'])
export class SupervisionOrder {
  @PrimaryColumn(id()) id: string
  @Column(word(40)) number: string
  @Column({ type: 'integer' }) level: SupervisionLevel
  @Column(word(20)) cause: SupervisionCause
  @Column(word(12)) state: SupervisionState
  @Column(id()) needId: string
  @Column(nullable(id())) workOrderId: string | null
  /** Null when it is the dispatchers' or the supervisors' own work that is late. */
  @Column(nullable(id())) departmentId: string | null
  @Column(word(24)) receiptNo: string
  @Column(word(60)) title: string
  @Column(nullable(id())) categoryId: string | null
  @Column(id()) communityId: string
  @Column(id()) streetId: string
  @Column(word(500)) demand: string
  @Column(instant()) issuedAt: Date
  @Column(instant()) dueAt: Date
  @Column({ type: 'boolean' }) isDueProvisional: boolean
  /** Who closes it. Null until a supervisor has taken up what a rule has made. */
  @Column(nullable(id())) issuedById: string | null
  @Column(nullable(word(500))) feedback: string | null
  @Column(nullable(instant())) answeredAt: Date | null
  @Column(nullable(word(500))) conclusion: string | null
  @Column(nullable(instant())) settledAt: Date | null
  /** 挂牌: everybody may see it, without the resident's words. */
  @Column({ type: 'boolean' }) isListed: boolean
}
