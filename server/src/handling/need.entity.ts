import type { AnswerResult, DangerKind, NeedState, Urgency } from '@minsheng/shared'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { degrees, id, instant, json, nullable, word } from '../platform/database/index.js'

/** What the words of a need point to, best first. */
export interface StoredGuess {
  categoryId: string
  departmentId: string | null
  confidence: number
  isScanned?: true
}

/** 诉求: what a resident asked for. */
@Entity('need')
@Index('uq_need_receipt_no', ['receiptNo'], { unique: true })
@Index('ix_need_resident', ['residentId', 'submittedAt', 'id'])
@Index('ix_need_filer', ['filedById', 'submittedAt', 'id'])
@Index('ix_need_state', ['state', 'submittedAt', 'id'])
@Index('ix_need_triage', ['state', 'urgency', 'submittedAt', 'id'])
@Index('ix_need_submitted', ['submittedAt', 'id', 'departmentId', 'fieldId', 'streetId'])
export class Need {
  @PrimaryColumn(id()) id: string
  @Column(word(24)) receiptNo: string
  @Column(id()) residentId: string
  /** The grid worker who filed it on the resident's behalf. */
  @Column(nullable(id())) filedById: string | null
  @Column(word(12)) state: NeedState
  @Column({ type: 'integer' }) round: number
  @Column(word(60)) title: string
  @Column({ type: 'text' }) text: string
  @Column(word(12)) urgency: Urgency
  /** 绿色通道: filed at the door of a household with a mark for special care. */
  @Column({ type: 'boolean', default: false }) isGreenChannel: boolean
  /** Workdays until its answer, where the routing rule that decided says so. docs/adr/0143 */
  @Column({ type: 'integer', nullable: true }) ruleWorkdays: number | null
  @Column(nullable(id())) categoryId: string | null
  @Column(nullable(id())) fieldId: string | null
  @Column(json()) guesses: StoredGuess[]
  @Column(nullable(id())) departmentId: string | null
  @Column(id()) communityId: string
  @Column(id()) streetId: string
  @Column(nullable(id())) gridId: string | null
  /** As given by the phone, GCJ-02. */
  @Column(nullable(degrees())) longitude: number | null
  @Column(nullable(degrees())) latitude: number | null
  @Column(nullable(degrees())) wgsLongitude: number | null
  @Column(nullable(degrees())) wgsLatitude: number | null
  @Column({ type: 'text', nullable: true }) addressCipher: string | null
  @Column(nullable(word(255))) contactPhoneCipher: string | null
  @Column({ type: 'boolean' }) isAnonymous: boolean
  @Column(json()) danger: DangerKind[]
  @Column({ type: 'integer' }) attachmentsCount: number
  @Column(nullable(instant())) dueAt: Date | null
  @Column({ type: 'boolean' }) isDueProvisional: boolean
  @Column(nullable(instant())) capturedAt: Date | null
  @Column(instant()) submittedAt: Date
  @Column(nullable(instant())) answeredAt: Date | null
  @Column(nullable(instant())) closedAt: Date | null
  /** What the department says. */
  @Column(nullable(word(16))) result: AnswerResult | null
  /** What the resident says. */
  @Column({ type: 'boolean', nullable: true }) isSolved: boolean | null
  @Column({ type: 'integer' }) reopenings: number
  /** How often the resident has chased, and when last. */
  @Column({ type: 'integer', default: 0 }) remindersCount: number
  @Column(nullable(instant())) remindedAt: Date | null
  @Column({ type: 'integer' }) version: number
  /** End of the need's chain of events. */
  @Column({ type: 'integer' }) eventCount: number
  @Column(word(64)) lastEventHash: string
}
