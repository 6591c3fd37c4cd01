import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, nullable, word } from '../platform/database/index.js'
import type { Suggestion } from '../wechat/index.js'

export const decisions = ['keep', 'hide'] as const
export type Decision = (typeof decisions)[number]

/**
 * Content safety of one text or photo of a need. `waiting` until WeChat has answered; `flagged` is a person's to
 * decide; nothing is ever thrown away.
 */
@Entity('content_check')
@Index('uq_content_check_subject', ['subjectId'], { unique: true })
@Index('ix_content_check_state', ['state', 'createdAt', 'id'])
@Index('ix_content_check_trace', ['traceId'])
@Index('ix_content_check_need', ['needId', 'state'])
export class ContentCheck {
  @PrimaryColumn(id()) id: string
  @Column(id()) needId: string
  @Column(word(8)) kind: 'text' | 'photo'
  /** The need of a text, the attachment of a photo. */
  @Column(id()) subjectId: string
  @Column(word(8)) state: 'waiting' | 'passed' | 'flagged' | 'decided'
  /** Names the check in the event that brings the verdict on a photo. */
  @Column(nullable(word(64))) traceId: string | null
  @Column(nullable(word(8))) suggest: Suggestion | null
  @Column({ type: 'integer', nullable: true }) label: number | null
  @Column(instant()) createdAt: Date
  @Column(nullable(instant())) checkedAt: Date | null
  @Column(nullable(word(8))) decision: Decision | null
  @Column(nullable(id())) decidedById: string | null
  @Column(nullable(instant())) decidedAt: Date | null
}
