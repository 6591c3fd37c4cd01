import type {
  ComplaintFinding,
  ComplaintState,
  ComplaintSubject,
  ContactWay,
  EscalationCause,
} from '@minsheng/shared'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, json, nullable, word } from '../platform/database/index.js'

/**
 * 投诉: its own record about a need, a project or the service as such, handled by people who did not handle the need. WORKFLOW §3.
 * Repeats what the supervision office's list shows and sorts by, so that a page of it is one range of one index.
 */
@Entity('complaint')
@Index('ix_complaint_queue', ['state', 'dueAt', 'id'])
@Index('ix_complaint_need', ['needId', 'filedAt'])
@Index('ix_complaint_resident', ['residentId', 'filedAt'])
@Index('ix_complaint_matter', ['departmentId', 'categoryId', 'filedAt'])
@Index('ix_complaint_escalated', ['escalatedAt', 'id'])
@Index('uq_complaint_open', ['openKey'], { unique: true })
export class Complaint {
  @PrimaryColumn(id()) id: string
  @Column({ ...word(8), default: 'need' }) about: ComplaintSubject
  /** Of what it is the open one; none once it is over. Two taps at the same moment make one complaint. */
  @Column(nullable(word(40))) openKey: string | null
  /** Null when it is about a project or the service as such. */
  @Column(nullable(id())) needId: string | null
  @Column(nullable(word(24))) receiptNo: string | null
  /** What the district has taken up as a whole, and how it is called. */
  @Column(nullable(id())) projectId: string | null
  @Column(nullable(word(60))) projectTitle: string | null
  /** Of which answer it is: the need's round when it was filed. */
  @Column({ type: 'integer' }) round: number
  @Column(id()) residentId: string
  /** Who is accused; nobody yet while the need has no department. */
  @Column(nullable(id())) departmentId: string | null
  /** The matter, by which repeated complaints are counted. */
  @Column(nullable(id())) categoryId: string | null
  @Column(nullable(id())) streetId: string | null
  @Column(word(16)) state: ComplaintState
  /** What the complainant said, also later; a tap alone says nothing. */
  @Column({ type: 'text', nullable: true }) words: string | null
  @Column(nullable(json())) attachmentIds: string[] | null
  @Column(instant()) filedAt: Date
  /** By when the next step has to be there. */
  @Column(instant()) dueAt: Date
  @Column(instant()) responseDueAt: Date
  @Column(nullable(instant())) respondedAt: Date | null
  @Column(nullable(id())) responderId: string | null
  @Column(nullable(word(12))) responseWay: ContactWay | null
  /** What was said, for the supervision office. */
  @Column({ type: 'text', nullable: true }) responseNote: string | null
  /** 办结. Runs from the tap, so that nothing without a response stays out of the figures. */
  @Column(instant()) answerDueAt: Date
  @Column({ type: 'boolean', default: false }) isComplex: boolean
  @Column({ type: 'boolean', default: false }) isExtended: boolean
  /** When the answer came that holds; none while somebody works on it. */
  @Column(nullable(instant())) answeredAt: Date | null
  /** Who has answered it so far: a recheck is another person's. */
  @Column(nullable(json())) answererIds: string[] | null
  @Column(nullable(word(12))) finding: ComplaintFinding | null
  @Column({ type: 'text', nullable: true }) measure: string | null
  /** The day in Shanghai until which the measure is taken. */
  @Column(nullable(word(10))) measureUntil: string | null
  @Column({ type: 'integer', default: 0 }) rechecks: number
  /** Since when it is public. */
  @Column(nullable(instant())) escalatedAt: Date | null
  @Column(nullable(word(12))) escalationCause: EscalationCause | null
  /** Who has signed first that it is void, and why. */
  @Column(nullable(id())) voidSignerId: string | null
  @Column(nullable(word(500))) voidReason: string | null
  @Column(nullable(instant())) endedAt: Date | null
  @Column({ type: 'integer' }) version: number
  /** End of the complaint's chain of events. */
  @Column({ type: 'integer' }) eventCount: number
  @Column(word(64)) lastEventHash: string
}

/** Under which id its clocks, effects and reads of its phone stand: its need's, or its own where there is none. */
export const subjectOf = ({ needId, id: own }: Pick<Complaint, 'needId' | 'id'>): string => needId ?? own
