import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger'
import { Transform } from 'class-transformer'
import { IsInt, IsNotEmpty, IsOptional, IsString, Matches } from 'class-validator'
import { idPattern } from '../platform/database/index.js'
import { MaxLength } from '../platform/words.js'
import { HouseholdChangeBody, HouseholdView } from './household.dto.js'
import { DoorQuery } from './visit.dto.js'

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value)

export class RegisterQuery extends DoorQuery {
  @ApiProperty({ description: 'A community or a grid' })
  @Matches(idPattern, { message: '请先选择社区或网格' })
  areaId: string
}

/** A door, and not who lives behind it. */
export class DoorView {
  @ApiProperty() id: string
  @ApiProperty() gridId: string
  @ApiProperty() gridName: string
  @ApiProperty({ example: '3 号楼' }) building: string
  @ApiProperty({ example: '2 单元' }) unit: string
  @ApiProperty({ example: '501' }) room: string
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastMetAt: string | null
  @ApiProperty({ format: 'date-time', description: 'For the lists of 60 and 90 days' }) unvisitedSince: string
}
export class DoorPage {
  @ApiProperty({ type: [DoorView] }) items: DoorView[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}

export class RegisteredView extends HouseholdView {
  @ApiProperty() gridName: string
  @ApiProperty() communityName: string
}

/** Without who lives there: the answer to a repeated write is kept. */
export class RegisterChanged {
  @ApiProperty() id: string
  @ApiProperty({ type: 'integer' }) version: number
}

/** What is left out stays as it is. */
export class RegisterChangeBody extends OmitType(HouseholdChangeBody, ['householdId'] as const) {
  @ApiProperty({ type: 'integer', description: 'Of the household as it was read' })
  @IsInt({ message: '版本不对，请刷新这一户后再改' })
  version: number

  @ApiPropertyOptional({ maxLength: 20 })
  @IsOptional()
  @Transform(trimmed)
  @IsString({ message: '请填楼号' })
  @IsNotEmpty({ message: '请填楼号' })
  @MaxLength(20, { message: '楼号最多 20 个字' })
  building?: string

  @ApiPropertyOptional({ maxLength: 10 })
  @IsOptional()
  @Transform(trimmed)
  @IsString({ message: '单元的格式不对' })
  @MaxLength(10, { message: '单元最多 10 个字' })
  unit?: string

  @ApiPropertyOptional({ maxLength: 10 })
  @IsOptional()
  @Transform(trimmed)
  @IsString({ message: '请填房号' })
  @IsNotEmpty({ message: '请填房号' })
  @MaxLength(10, { message: '房号最多 10 个字' })
  room?: string
}
