import { openWorkOrderStates, type Urgency, type WorkOrderState } from '@minsheng/shared'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, json, nullable, word } from '../platform/database/index.js'

export interface ReturnRequest {
  reason: string
  legalBasis: string
  suggestedDepartmentId: string
}

/**
 * 工单: one department's share of a need. Repeats what the queue shows and filters by (title, category, place),
 * so that a page of the queue is one range of one index.
 */
@Entity('work_order')
@Index('ix_work_order_queue', ['departmentId', 'state', 'dueAt', 'id'])
@Index('ix_work_order_queue_category', ['departmentId', 'state', 'categoryId', 'dueAt', 'id'])
@Index('ix_work_order_queue_street', ['departmentId', 'state', 'streetId', 'dueAt', 'id'])
@Index('ix_work_order_state', ['state', 'dueAt', 'id'])
@Index('ix_work_order_receipt', ['receiptNo', 'dueAt', 'id'])
@Index('ix_work_order_need', ['needId', 'round'])
@Index('ix_work_order_due', ['dueAt', 'departmentId', 'fieldId', 'streetId', 'state', 'answeredAt'])
export class WorkOrder {
  @PrimaryColumn(id()) id: string
  @Column(id()) needId: string
  @Column(word(24)) receiptNo: string
  @Column({ type: 'integer' }) round: number
  @Column(id()) departmentId: string
  @Column(word(8)) role: 'lead' | 'assist'
  @Column(word(12)) state: WorkOrderState
  @Column(word(60)) title: string
  @Column(word(12)) urgency: Urgency
  @Column({ type: 'boolean', default: false }) isGreenChannel: boolean
  @Column(id()) categoryId: string
  @Column(id()) fieldId: string
  @Column(id()) communityId: string
  @Column(id()) streetId: string
  @Column({ type: 'integer' }) attachmentsCount: number
  @Column({ type: 'integer', default: 0 }) remindersCount: number
  /** Who accepted it; who may not review it. */
  @Column(nullable(id())) handlerId: string | null
  @Column(instant()) dispatchedAt: Date
  @Column(instant()) acceptDueAt: Date
  @Column(instant()) contactDueAt: Date
  @Column(instant()) dueAt: Date
  @Column({ type: 'boolean' }) isDueProvisional: boolean
  @Column(nullable(instant())) acceptedAt: Date | null
  @Column(nullable(instant())) contactedAt: Date | null
  @Column(nullable(instant())) answeredAt: Date | null
  @Column(nullable(json())) returnRequest: ReturnRequest | null
  @Column({ type: 'integer' }) version: number
}

/** Whether an order still is work of its department. */
export const isOpen = ({ state }: Pick<WorkOrder, 'state'>): boolean =>
  openWorkOrderStates.some((open) => open === state)
