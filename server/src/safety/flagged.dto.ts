import { ApiProperty } from '@nestjs/swagger'
import { IsIn } from 'class-validator'
import { AttachmentView } from '../attachments/index.js'
import { type Suggestion, suggestions } from '../wechat/index.js'
import { type Decision, decisions } from './content-check.entity.js'

export class FlaggedView {
  @ApiProperty() id: string
  @ApiProperty({ enum: ['text', 'photo'] }) kind: 'text' | 'photo'
  @ApiProperty() needId: string
  @ApiProperty() receiptNo: string
  @ApiProperty() title: string
  @ApiProperty({ type: String, nullable: true, description: 'The words in question' }) text: string | null
  @ApiProperty({ type: AttachmentView, nullable: true, description: 'The photo in question' })
  attachment: AttachmentView | null
  @ApiProperty({ enum: suggestions }) suggest: Suggestion
  @ApiProperty({ example: '涉嫌广告', description: 'Why, in words' }) reason: string
  @ApiProperty({ format: 'date-time' }) filedAt: string
}

export class FlaggedPage {
  @ApiProperty({ type: [FlaggedView] }) items: FlaggedView[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}

export class DecideBody {
  @ApiProperty({ enum: decisions, description: 'hide: only staff still see the photo' })
  @IsIn([...decisions], { message: '请选择保留或隐藏' })
  decision: Decision
}
