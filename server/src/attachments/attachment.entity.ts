import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { degrees, id, instant, nullable, word } from '../platform/database/index.js'

export const attachmentKinds = ['photo', 'voice', 'video'] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

/** A file that somebody uploaded. It belongs to its uploader until a need or an answer takes it. */
@Entity('attachment')
@Index('ix_attachment_need', ['needId', 'id'])
export class Attachment {
  @PrimaryColumn(id()) id: string
  @Column(id()) uploadedBy: string
  @Column(nullable(id())) needId: string | null
  @Column(word(8)) kind: AttachmentKind
  @Column(word(40)) contentType: string
  @Column({ type: 'integer' }) bytes: number
  @Column({ type: 'boolean' }) hasThumbnail: boolean
  @Column({ type: 'integer', nullable: true }) durationSeconds: number | null
  /** When and where the phone says it was taken (GCJ-02); the evidence of an answer. */
  @Column(nullable(instant())) takenAt: Date | null
  @Column(nullable(degrees())) longitude: number | null
  @Column(nullable(degrees())) latitude: number | null
  @Column(instant()) createdAt: Date
  /** Since when only staff see it: somebody decided so. */
  @Column(nullable(instant())) hiddenAt: Date | null
}
