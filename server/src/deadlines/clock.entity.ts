import type { ClockKind, Limit } from '@minsheng/shared'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { asNumber, id, instant, nullable, word } from '../platform/database/index.js'

/** 时限: one limit of one need or work order. Open until it is stopped. WORKFLOW §5. */
@Entity('clock')
@Index('ix_clock_due', ['stoppedAt', 'dueAt', 'id'])
@Index('ix_clock_need', ['needId', 'kind'])
export class Clock {
  @PrimaryColumn(id()) id: string
  @Column(id()) needId: string
  @Column(nullable(id())) workOrderId: string | null
  @Column(word(12)) kind: ClockKind
  @Column({ type: 'decimal', precision: 8, scale: 2, transformer: asNumber }) limitAmount: number
  @Column(word(12)) limitUnit: Limit['unit']
  @Column(instant()) startAt: Date
  @Column(instant()) dueAt: Date
  @Column({ type: 'boolean' }) isProvisional: boolean
  @Column(nullable(instant())) stoppedAt: Date | null
}
