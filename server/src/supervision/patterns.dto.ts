import { type NeedState, needStates } from '@minsheng/shared'
import { ApiProperty } from '@nestjs/swagger'
import { NamedView } from '../handling/index.js'

export class GroupMember {
  @ApiProperty({ description: "The need's id" }) id: string
  @ApiProperty() receiptNo: string
  @ApiProperty() title: string
  @ApiProperty({ enum: needStates, enumName: 'NeedState' }) state: NeedState
  @ApiProperty({ format: 'date-time' }) submittedAt: string
}
export class NeedGroupView {
  @ApiProperty() id: string
  @ApiProperty() categoryName: string
  @ApiProperty() areaName: string
  @ApiProperty({ type: 'integer' }) size: number
  @ApiProperty({ format: 'date-time' }) firstAt: string
  @ApiProperty({ format: 'date-time' }) lastAt: string
  @ApiProperty({ description: 'The need that the others are suggested to follow' }) masterId: string
  @ApiProperty({ type: [GroupMember], description: 'The newest ten' }) members: GroupMember[]
}
export class NeedGroupPage {
  @ApiProperty({ type: [NeedGroupView] }) items: NeedGroupView[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}
export class RepeatedNeedView {
  @ApiProperty() id: string
  @ApiProperty() categoryName: string
  @ApiProperty({ type: 'integer', description: 'In the ninety days before the last one' }) times: number
  @ApiProperty({ type: GroupMember, nullable: true }) last: GroupMember | null
  @ApiProperty({ type: NamedView, nullable: true }) department: NamedView | null
  @ApiProperty() areaName: string
  @ApiProperty({ format: 'date-time' }) lastAt: string
}
export class RepeatedNeedPage {
  @ApiProperty({ type: [RepeatedNeedView] }) items: RepeatedNeedView[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}
