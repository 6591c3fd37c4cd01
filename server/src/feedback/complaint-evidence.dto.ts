import { evidenceTextMin } from '@minsheng/shared'
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { IsIn, IsOptional, IsString } from 'class-validator'
import { AttachmentView } from '../attachments/index.js'
import { AttachmentIds } from '../handling/index.js'
import { MaxLength, Words } from '../platform/words.js'

export const evidenceLists = ['asked', 'sent'] as const
export type EvidenceList = (typeof evidenceLists)[number]

export class EvidenceQuery {
  @ApiPropertyOptional({ enum: evidenceLists, enumName: 'EvidenceList', default: 'asked' })
  @IsOptional()
  @IsIn(evidenceLists, { message: '没有这种状态' })
  state?: EvidenceList

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  cursor?: string
}
export class SendEvidenceBody {
  @Words({ min: evidenceTextMin, max: 2000, message: `请写清办理经过（${evidenceTextMin} 到 2000 个字）` })
  text: string

  @AttachmentIds()
  attachmentIds?: string[]
}
/** What the accused department sees: the need and the question, and nothing of who complained or why. */
export class EvidenceView {
  @ApiProperty() id: string
  @ApiProperty({ type: String, nullable: true }) receiptNo: string | null
  @ApiProperty() title: string
  @ApiProperty() question: string
  @ApiProperty({ format: 'date-time' }) askedAt: string
  @ApiProperty({ format: 'date-time' }) dueAt: string
  @ApiProperty() isOverdue: boolean
  @ApiProperty({ type: String, nullable: true }) text: string | null
  @ApiProperty({ type: [AttachmentView] }) attachments: AttachmentView[]
  @ApiProperty({ type: String, nullable: true, description: 'Who sent it' }) senderName: string | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) sentAt: string | null
}
export class EvidencePage {
  @ApiProperty({ type: [EvidenceView] }) items: EvidenceView[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}
