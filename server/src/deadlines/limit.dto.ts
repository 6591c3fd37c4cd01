import {
  type LimitedClock,
  limitedClocks,
  limitUnits,
  type LimitUnit,
  type Urgency,
  urgencies,
} from '@minsheng/shared'
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { IsIn, IsNumber, IsOptional, IsString, Max, Min } from 'class-validator'
import { IsDay } from '../platform/dates.js'
import { MaxLength } from '../platform/words.js'

export class LimitBody {
  @ApiProperty({ enum: limitedClocks, enumName: 'LimitedClock' })
  @IsIn(limitedClocks, { message: '请选择是哪一种时限' })
  kind: LimitedClock

  @ApiPropertyOptional({ enum: urgencies, enumName: 'Urgency', description: 'Without: of every urgency' })
  @IsOptional()
  @IsIn(urgencies, { message: '请选择紧急程度' })
  urgency?: Urgency

  @ApiPropertyOptional({ description: 'A category or a field. Without: of every category' })
  @IsOptional()
  @IsString({ message: '请选择事项分类' })
  @MaxLength(26, { message: '请选择事项分类' })
  categoryId?: string

  @ApiPropertyOptional({ description: 'A community, a street or a district. Without: everywhere' })
  @IsOptional()
  @IsString({ message: '请选择区域' })
  @MaxLength(26, { message: '请选择区域' })
  areaId?: string

  @ApiProperty({ minimum: 0.5, maximum: 1000 })
  @IsNumber({ maxDecimalPlaces: 2 }, { message: '时限请写数字' })
  @Min(0.5, { message: '时限要大于 0，最少 0.5' })
  @Max(1000, { message: '时限最多 1000' })
  amount: number

  @ApiProperty({ enum: limitUnits, enumName: 'LimitUnit' })
  @IsIn(limitUnits, { message: '请选择分钟、小时、工作小时或工作日' })
  unit: LimitUnit

  @ApiProperty({ example: '2026-12-01', description: 'First day, Shanghai; today or later' })
  @IsDay('开始日期形如 2026-12-01')
  validFrom: string

  @ApiPropertyOptional({
    example: '2026-12-31',
    description: 'Last day, included. Without: until it is ended',
  })
  @IsOptional()
  @IsDay('结束日期形如 2026-12-31')
  validUntil?: string
}

export class EndLimitBody {
  @ApiProperty({ example: '2026-12-31', description: 'Last day, included; today or later' })
  @IsDay('结束日期形如 2026-12-31')
  validUntil: string
}

export class LimitView {
  @ApiProperty() id: string
  @ApiProperty({ enum: limitedClocks, enumName: 'LimitedClock' }) kind: LimitedClock
  @ApiProperty({ enum: urgencies, enumName: 'Urgency', nullable: true }) urgency: Urgency | null
  @ApiProperty({ type: String, nullable: true }) categoryId: string | null
  @ApiProperty({ type: String, nullable: true }) areaId: string | null
  @ApiProperty({ type: String, nullable: true, description: 'Of `areaId`' }) areaName: string | null
  @ApiProperty() amount: number
  @ApiProperty({ enum: limitUnits, enumName: 'LimitUnit' }) unit: LimitUnit
  @ApiProperty() validFrom: string
  @ApiProperty({ type: String, nullable: true }) validUntil: string | null
  @ApiProperty({ format: 'date-time' }) createdAt: string
}

export class LimitPage {
  @ApiProperty({ type: [LimitView] }) items: LimitView[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}
