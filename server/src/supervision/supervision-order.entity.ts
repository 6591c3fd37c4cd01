import type { SupervisionCause, SupervisionLevel, SupervisionState } from '@minsheng/shared'
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, nullable, word } from '../platform/database/index.js'

/**
 * 督办单: a formal chase with its own limit. Repeats what its list shows, so that a page is one range of one index.
 * It changes only together with what it is about, whose version tells who was first. docs/adr/0030, docs/adr/0155
 */
@Entity('supervision_order')
@Index('uq_supervision_order_number', ['number'], { unique: true })
@Index('ix_supervision_order_state', ['state', 'dueAt', 'id'])
@Index('ix_supervision_order_level', ['state', 'level', 'dueAt', 'id'])
@Index('ix_supervision_order_department', ['departmentId', 'state', 'dueAt', 'id'])
@Index('ix_supervision_order_department_level', ['departmentId', 'state', 'level', 'dueAt', 'id'])
@Index('ix_supervision_order_listed', ['isListed', 'issuedAt', 'id'])
@Index('ix_supervision_order_need', ['needId'])
@Index('ix_supervision_order_complaint', ['complaintId'])
@Check('ck_supervision_order_subject', '(need_id IS NULL) <> (complaint_id IS NULL)')
export class SupervisionOrder {
  @PrimaryColumn(id()) id: string
  @Column(word(40)) number: string
  @Column({ type: 'integer' }) level: SupervisionLevel
  @Column(word(20)) cause: SupervisionCause
  @Column(word(12)) state: SupervisionState
  /** What it is about: a need, or a complaint that is about none. */
  @Column(nullable(id())) needId: string | null
  @Column(nullable(id())) complaintId: string | null
  /** Whom that complaint accuses: a department sees nothing of a complaint about itself. */
  @Column(nullable(id())) accusedDepartmentId: string | null
  @Column(nullable(id())) workOrderId: string | null
  /** Null when it is the dispatchers' or the supervisors' own work that is late. */
  @Column(nullable(id())) departmentId: string | null
  @Column(nullable(word(24))) receiptNo: string | null
  @Column(word(60)) title: string
  @Column(nullable(id())) categoryId: string | null
  @Column(nullable(id())) communityId: string | null
  @Column(nullable(id())) streetId: string | null
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
