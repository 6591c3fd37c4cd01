import type { ClockKind, ClockStage, Limit, Pause } from '@minsheng/shared'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { asNumber, id, instant, json, nullable, word } from '../platform/database/index.js'

/**
 * 时限: one limit of one need or work order. Open until it is stopped. What happens on its way is no row of its
 * own: the clock knows its next stage and when that is. WORKFLOW §5, docs/adr/0025
 */
@Entity('clock')
@Index('ix_clock_next', ['nextAt', 'id'])
@Index('ix_clock_provisional', ['isProvisional', 'id'])
@Index('ix_clock_need', ['needId', 'kind'])
export class Clock {
  @PrimaryColumn(id()) id: string
  @Column(id()) needId: string
  /** The work order that it is of; of a supervision order's clock, that order. */
  @Column(nullable(id())) workOrderId: string | null
  /** Whose clock it is; none has the dispatch of a need, or its rating. */
  @Column(nullable(id())) departmentId: string | null
  /** Where it runs: the working hours of that place count. */
  @Column(nullable(id())) streetId: string | null
  @Column(word(20)) kind: ClockKind
  @Column({ type: 'decimal', precision: 8, scale: 2, transformer: asNumber }) limitAmount: number
  @Column(word(12)) limitUnit: Limit['unit']
  @Column(instant()) startAt: Date
  @Column(instant()) dueAt: Date
  /** What was promised first, once it was moved. */
  @Column(nullable(instant())) firstDueAt: Date | null
  @Column({ type: 'boolean' }) isProvisional: boolean
  /** When it did not count. The last pause goes on while it has no end. */
  @Column(nullable(json())) pauses: Pause[] | null
  /** What happens next; none when nothing is left to happen. */
  @Column(nullable(word(10))) stage: ClockStage | null
  /** When that is to happen; never while it is paused or stopped. During a claim, the end of the lease. */
  @Column(nullable(instant())) nextAt: Date | null
  @Column(nullable(instant())) stoppedAt: Date | null
  /** The due time that was missed. Stays, whatever is moved later. */
  @Column(nullable(instant())) breachedAt: Date | null
  /** The claim under which its next stage is being carried out. */
  @Column(nullable(id())) leaseOwner: string | null
}
