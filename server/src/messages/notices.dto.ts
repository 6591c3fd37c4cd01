import { ApiProperty } from '@nestjs/swagger'
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString } from 'class-validator'
import { type TemplateKind, templateKinds } from '../platform/config.js'
import { MaxLength } from '../platform/words.js'

export class NoticeView {
  @ApiProperty() id: string
  @ApiProperty({ type: String, nullable: true, description: 'The need that it is about' }) needId:
    string | null
  @ApiProperty({ type: String, nullable: true, description: 'For staff' }) workOrderId: string | null
  @ApiProperty({ type: String, nullable: true, description: 'For staff' }) supervisionOrderId: string | null
  @ApiProperty({ example: '城市管理局答复了您的“路灯不亮”，请看看办得怎么样' }) words: string
  @ApiProperty({ format: 'date-time' }) at: string
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readAt: string | null
}

export class NoticePage {
  @ApiProperty({ type: [NoticeView] }) items: NoticeView[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
  @ApiProperty({ type: 'integer', description: 'Not read yet, at most 99' }) unread: number
}

export class SubscriptionView {
  @ApiProperty({ enum: templateKinds }) kind: TemplateKind
  @ApiProperty({ description: 'For wx.requestSubscribeMessage' }) templateId: string
  @ApiProperty({ type: 'integer', description: 'Messages that may still be sent' }) remaining: number
}

export class SubscriptionList {
  @ApiProperty({ type: [SubscriptionView] }) items: SubscriptionView[]
}

export class AcceptedBody {
  @ApiProperty({
    type: [String],
    description: 'Template ids that wx.requestSubscribeMessage answered with "accept": one message for each',
  })
  @IsArray({ message: '缺少订阅结果' })
  @ArrayMinSize(1, { message: '缺少订阅结果' })
  @ArrayMaxSize(5, { message: '一次最多订阅 5 种消息' })
  @IsString({ each: true, message: '订阅结果不对' })
  @MaxLength(64, { each: true, message: '订阅结果不对' })
  accepted: string[]
}
