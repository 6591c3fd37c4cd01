import type { ComplaintState, ContactWay } from '@minsheng/shared'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, nullable, word } from '../platform/database/index.js'

/**
 * 投诉: its own record about a need, handled by people who did not handle the need. WORKFLOW §3. Repeats what the
 * supervision office's list shows and sorts by, so that a page of it is one range of one index.
 */
@Entity('complaint')
@Index('ix_complaint_queue', ['state', 'responseDueAt', 'id'])
@Index('ix_complaint_need', ['needId', 'filedAt'])
@Index('ix_complaint_resident', ['residentId', 'filedAt'])
export class Complaint {
  @PrimaryColumn(id()) id: string
  @Column(id()) needId: string
  @Column(word(24)) receiptNo: string
  /** Of which answer it is: the need's round when it was filed. */
  @Column({ type: 'integer' }) round: number
  @Column(id()) residentId: string
  /** Who is accused; nobody yet while the need has no department. */
  @Column(nullable(id())) departmentId: string | null
  @Column(word(16)) state: ComplaintState
  /** What the complainant said, also later; a tap alone says nothing. */
  @Column({ type: 'text', nullable: true }) words: string | null
  @Column(instant()) filedAt: Date
  @Column(instant()) responseDueAt: Date
  @Column(nullable(instant())) respondedAt: Date | null
  @Column(nullable(id())) responderId: string | null
  @Column(nullable(word(12))) responseWay: ContactWay | null
  /** What was said, for the supervision office. */
  @Column({ type: 'text', nullable: true }) responseNote: string | null
  @Column({ type: 'integer' }) version: number
  /** End of the complaint's chain of events. */
  @Column({ type: 'integer' }) eventCount: number
  @Column(word(64)) lastEventHash: string
}
