import type { CallBackReason, CallBackState, RatingLevel } from '@minsheng/shared'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, json, nullable, word } from '../platform/database/index.js'

/** One try: when, by whom, and whether somebody answered. */
export interface Call {
  at: string
  byId: string
  isReached: boolean
}

/**
 * 回访: somebody who is to be called about a rating, about none, or about the answer to a complaint. Repeats what the
 * supervision office's list shows and sorts by, so that a page of it is one range of one index. docs/adr/0110
 */
@Entity('call_back')
@Index('ix_call_back_queue', ['state', 'availableAt', 'id'])
@Index('ix_call_back_need', ['needId', 'state'])
@Index('ix_call_back_complaint', ['complaintId', 'state'])
@Index('uq_call_back_cause', ['cause'], { unique: true })
export class CallBack {
  @PrimaryColumn(id()) id: string
  @Column(word(12)) reason: CallBackReason
  /** About which rating or answer it is: nobody is called twice about the same one. */
  @Column(word(60)) cause: string
  /** Null when it is about a complaint about the service as such. */
  @Column(nullable(id())) needId: string | null
  @Column(nullable(id())) complaintId: string | null
  @Column(nullable(word(24))) receiptNo: string | null
  @Column(word(60)) title: string
  /** Who was judged: nobody of that department calls. */
  @Column(nullable(id())) departmentId: string | null
  @Column(nullable(id())) streetId: string | null
  @Column(word(12)) state: CallBackState
  /** From when on the next try can be made; once it is over, when that was. */
  @Column(instant()) availableAt: Date
  @Column(json()) calls: Call[]
  /** Who is on the phone, so that two do not call the same person. */
  @Column(nullable(id())) claimedById: string | null
  @Column(nullable(instant())) claimedUntil: Date | null
  /** What was said: of an answer that nobody had rated, and of the answer to a complaint. */
  @Column({ type: 'integer', nullable: true }) level: RatingLevel | null
  @Column({ type: 'boolean', nullable: true }) isSolved: boolean | null
  @Column({ type: 'boolean', nullable: true }) isAccepted: boolean | null
  @Column(nullable(word(500))) words: string | null
  @Column(instant()) createdAt: Date
}

/** Of which rating or answer a call is: the same for the same one. */
export const causeOf = (reason: CallBackReason, id: string, number: number): string =>
  `${reason} ${id} ${number}`
