import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, json, nullable, word } from '../platform/database/index.js'

/**
 * What the accused department is asked about, and what it sends: beside the complaint, which it can neither read nor
 * write. Repeats of it only the need and the question. WORKFLOW §3, docs/adr/0076
 */
@Entity('complaint_evidence')
@Index('ix_complaint_evidence_department', ['departmentId', 'state', 'dueAt', 'id'])
@Index('uq_complaint_evidence_complaint', ['complaintId'], { unique: true })
export class ComplaintEvidence {
  @PrimaryColumn(id()) id: string
  @Column(id()) complaintId: string
  @Column(id()) departmentId: string
  @Column(nullable(word(24))) receiptNo: string | null
  @Column(word(60)) title: string
  @Column(word(500)) question: string
  /** `closed`: the complaint was answered or ended without it. */
  @Column(word(8)) state: 'asked' | 'sent' | 'closed'
  @Column(instant()) askedAt: Date
  @Column(instant()) dueAt: Date
  @Column({ type: 'text', nullable: true }) text: string | null
  @Column(nullable(json())) attachmentIds: string[] | null
  @Column(nullable(id())) sentById: string | null
  @Column(nullable(instant())) sentAt: Date | null
}
