import type { ComplaintAct, ContactWay } from '@minsheng/shared'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, json, word } from '../platform/database/index.js'

export interface ComplaintEventData {
  words?: string
  how?: ContactWay
  note?: string
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
  @Column(word(20)) act: ComplaintAct
  @Column(word(8)) actorKind: 'resident' | 'staff'
  @Column(id()) actorId: string
  @Column(instant()) at: Date
  @Column(json()) data: ComplaintEventData
  @Column(word(64)) previousHash: string
  @Column(word(64)) hash: string
}
