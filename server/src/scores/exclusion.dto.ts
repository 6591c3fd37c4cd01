import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { IsIn, IsOptional, IsString, Matches } from 'class-validator'
import { PageQuery } from '../handling/index.js'
import { Words } from '../platform/words.js'
import { type ExclusionState, exclusionStates } from './exclusion.entity.js'

export class ProposeExclusionBody {
  @ApiProperty({ example: 'MS20261121-0042-7' })
  @IsString()
  @Matches(/^[\w-]{6,24}$/, { message: '请填写受理编号' })
  receiptNo: string

  @Words({ min: 10, max: 500, message: '请写明理由，10 到 500 个字' })
  reason: string
}

export class ExclusionQuery extends PageQuery {
  @ApiPropertyOptional({ enum: exclusionStates, enumName: 'ExclusionState', default: 'proposed' })
  @IsOptional()
  @IsIn(exclusionStates, { message: '请选择待定、已剔除或未同意' })
  state?: ExclusionState
}

export class ExclusionView {
  @ApiProperty() id: string
  @ApiProperty() needId: string
  @ApiProperty() receiptNo: string
  @ApiProperty() title: string
  @ApiProperty({ type: String, nullable: true }) departmentName: string | null
  @ApiProperty({ enum: exclusionStates, enumName: 'ExclusionState' }) state: ExclusionState
  @ApiProperty() reason: string
  @ApiProperty({ type: String, nullable: true }) proposedBy: string | null
  @ApiProperty({ format: 'date-time' }) proposedAt: string
  @ApiProperty({ type: String, nullable: true }) decidedBy: string | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt: string | null
  @ApiProperty({ description: 'Somebody else proposed it, and it is open' }) mayConfirm: boolean
}
export class ExclusionPage {
  @ApiProperty({ type: [ExclusionView] }) items: ExclusionView[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}
