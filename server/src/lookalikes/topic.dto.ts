import { type NeedState, needStates } from '@minsheng/shared'
import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger'
import { IsOptional, Matches } from 'class-validator'
import { idPattern } from '../platform/database/index.js'
import { ScopeView } from '../scores/index.js'

export class TopicView {
  @ApiProperty() id: string
  @ApiProperty({ description: 'Place and problem' }) title: string
  @ApiProperty() areaName: string
  @ApiProperty({ type: 'integer', description: 'In the last week; who writes again is one' }) persons: number
  @ApiProperty({ type: 'integer' }) needs: number
  @ApiProperty({ type: Number, description: 'Persons a week in the four weeks before' }) personsBefore: number
  @ApiProperty({ format: 'date-time' }) firstAt: string
  @ApiProperty({ format: 'date-time' }) lastAt: string
  @ApiProperty({ format: 'date-time', description: 'When the topics were made' }) madeAt: string
}
export class TopicPage {
  @ApiProperty({ type: [TopicView], description: 'The hottest first' }) items: TopicView[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}
export class GrowingTopicsQuery {
  @ApiPropertyOptional({ description: 'A department or a town; else all that one may see' })
  @IsOptional()
  @Matches(idPattern, { message: '请从列表中选择单位或街镇' })
  within?: string
}
export class GrowingTopicView extends OmitType(TopicView, ['firstAt', 'lastAt', 'madeAt'] as const) {}
export class GrowingTopicsView {
  @ApiProperty({ type: ScopeView }) scope: ScopeView
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null: there are none' })
  madeAt: string | null
  @ApiProperty({ type: [GrowingTopicView], description: 'The fastest first' }) items: GrowingTopicView[]
}
export class TopicMember {
  @ApiProperty({ description: "The need's id" }) id: string
  @ApiProperty() receiptNo: string
  @ApiProperty() title: string
  @ApiProperty({ enum: needStates, enumName: 'NeedState' }) state: NeedState
  @ApiProperty({ format: 'date-time' }) submittedAt: string
}
export class TopicMemberPage {
  @ApiProperty({ type: [TopicMember], description: 'The newest first' }) items: TopicMember[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}
