import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { IsIn, IsInt, IsLatitude, IsLongitude, IsOptional, IsString } from 'class-validator'
import { IsMoment } from '../platform/dates.js'
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

  @ApiProperty({ description: 'Whether it is known when it was taken' })
  hasTime: boolean

  @ApiProperty({ description: 'Whether it is known where it was taken' })
  hasPlace: boolean
}

/** What the phone says about a file. */
export class AttachmentNote {
  @ApiPropertyOptional({ format: 'date-time', description: 'When it was taken; a photo may say it itself' })
  @IsOptional()
  @IsMoment('拍摄时间不对')
  takenAt?: string

  @ApiPropertyOptional({ type: Number, description: 'GCJ-02' })
  @IsOptional()
  @Type(() => Number)
  @IsLatitude({ message: '拍摄位置不对' })
  latitude?: number

  @ApiPropertyOptional({ type: Number, description: 'GCJ-02' })
  @IsOptional()
  @Type(() => Number)
  @IsLongitude({ message: '拍摄位置不对' })
  longitude?: number
}

/** The form, for the published document. */
export class AttachmentForm extends AttachmentNote {
  @ApiProperty({ type: String, format: 'binary' })
  file: unknown
}

/** The query of a signed address. */
export class ContentQuery {
  @ApiPropertyOptional({ enum: ['thumbnail'] })
  @IsOptional()
  @IsIn(['thumbnail'], { message: '没有这种尺寸' })
  size?: 'thumbnail'

  @ApiProperty({ type: 'integer', description: 'Seconds since 1970' })
  @Type(() => Number)
  @IsInt({ message: '文件地址不完整，请刷新页面' })
  expires: number

  @ApiProperty()
  @IsString({ message: '文件地址不完整，请刷新页面' })
  signature: string
}
