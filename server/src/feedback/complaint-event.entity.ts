import type {
  ComplaintAct,
  ComplaintFinding,
  ContactWay,
  EscalationCause,
  SupervisionAct,
} from '@minsheng/shared'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { EventActor } from '../handling/index.js'
import type { SupervisionData } from '../supervision/index.js'
import { id, instant, json, nullable, word } from '../platform/database/index.js'

/** Acts on the complaint and on its supervision, and what the accused department sent, which is none. */
export type ComplaintEventAct = ComplaintAct | SupervisionAct | 'evidence'

export interface ComplaintEventData {
  attachmentIds?: string[]
  cause?: EscalationCause
  finding?: ComplaintFinding
  how?: ContactWay
  isComplex?: boolean
  measure?: string
  measureUntil?: string
  note?: string
  question?: string
  reason?: string
  /** Of an act on a supervision order. */
  supervision?: SupervisionData
  words?: string
  workdays?: number
}

/**
 * Something that happened to a complaint. Append-only; each row holds the hash of the one before it. A chain apart
 * from the need's, which the accused department reads. docs/adr/0046
 */
@Entity('complaint_event')
@Index('uq_complaint_event_sequence', ['complaintId', 'sequence'], { unique: true })
export class ComplaintEvent {
  @PrimaryColumn(id()) id: string
  @Column(id()) complaintId: string
  @Column({ type: 'integer' }) sequence: number
  @Column(word(20)) act: ComplaintEventAct
  @Column(word(8)) actorKind: EventActor
  @Column(nullable(id())) actorId: string | null
  @Column(instant()) at: Date
  @Column(json()) data: ComplaintEventData
  @Column(word(64)) previousHash: string
  @Column(word(64)) hash: string
}
