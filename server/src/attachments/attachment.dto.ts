import { ApiProperty } from '@nestjs/swagger'
import { type AttachmentKind, attachmentKinds } from './attachment.entity.js'

/** An uploaded file, with addresses that work for about an hour without a header. */
export class AttachmentView {
  @ApiProperty({ minLength: 26, maxLength: 26 })
  id: string

  @ApiProperty({ enum: attachmentKinds })
  kind: AttachmentKind

  @ApiProperty({ example: 'image/jpeg' })
  contentType: string

  @ApiProperty({ type: 'integer', description: 'Size as stored' })
  bytes: number

  @ApiProperty({ description: 'Signed, relative to the server' })
  url: string

  @ApiProperty({ type: String, nullable: true, description: 'Signed, relative to the server; photos only' })
  thumbnailUrl: string | null

  @ApiProperty({ type: 'integer', nullable: true, description: 'Of voice and video, where the file says so' })
  durationSeconds: number | null
}
