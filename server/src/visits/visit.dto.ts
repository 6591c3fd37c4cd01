import {
  type Meeting,
  meetings,
  type NeedState,
  needStates,
  unvisitedDays,
  type VisitTag,
  visitTags,
} from '@minsheng/shared'
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Transform } from 'class-transformer'
import { IsIn, IsOptional, IsString, Matches } from 'class-validator'
import { AttachmentView } from '../attachments/index.js'
import { PageQuery } from '../handling/index.js'
import { type AreaLevel, areaLevels } from '../places/index.js'
import { idPattern } from '../platform/database/index.js'
import { Length, MaxLength, Words } from '../platform/words.js'
import { HouseholdView } from './household.dto.js'

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value)
const numbered = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? Number(value) : value

/** What a list of doors is narrowed down by. */
export class DoorQuery extends PageQuery {
  @ApiPropertyOptional({ example: '3 号楼', description: 'Whole' })
  @IsOptional()
  @Transform(trimmed)
  @IsString({ message: '楼号的格式不对' })
  @MaxLength(20, { message: '楼号最多 20 个字' })
  building?: string

  @ApiPropertyOptional({ example: '5', description: 'How the room begins' })
  @IsOptional()
  @Transform(trimmed)
  @Matches(/^[\p{L}\p{N}-]{1,10}$/u, { message: '房号的格式不对' })
  room?: string

  @ApiPropertyOptional({ enum: unvisitedDays, description: 'Of whom nobody was met for so many days' })
  @IsOptional()
  @Transform(numbered)
  @IsIn(unvisitedDays, { message: '请选择 60 天或 90 天' })
  unvisitedDays?: (typeof unvisitedDays)[number]
}
export class HouseholdQuery extends DoorQuery {
  @ApiProperty({ description: 'One of one’s own grids' })
  @Matches(idPattern, { message: '请先选择网格' })
  gridId: string
}
export class HouseholdPage {
  @ApiProperty({ type: [HouseholdView] }) items: HouseholdView[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}

export class VisitView {
  @ApiProperty() id: string
  @ApiProperty({ format: 'date-time' }) visitedAt: string
  @ApiProperty() workerName: string
  @ApiProperty({ enum: meetings, enumName: 'Meeting' }) meeting: Meeting
  @ApiProperty({ type: String, nullable: true, description: 'Who was met' }) residentName: string | null
  @ApiProperty({ type: String, nullable: true }) said: string | null
  @ApiProperty({ enum: visitTags, enumName: 'VisitTag', isArray: true }) tags: VisitTag[]
  @ApiProperty({ type: [AttachmentView] }) attachments: AttachmentView[]
  @ApiProperty({ type: String, nullable: true, example: '2026-12-05' }) nextVisitOn: string | null
}
export class VisitPage {
  @ApiProperty({ type: [VisitView] }) items: VisitView[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}

export class HouseholdNeedView {
  @ApiProperty() needId: string
  @ApiProperty({ example: 'MS20261121-0042-7' }) receiptNo: string
  @ApiProperty() title: string
  @ApiProperty({ enum: needStates, enumName: 'NeedState' }) state: NeedState
  @ApiProperty({ format: 'date-time' }) filedAt: string
  @ApiProperty({ type: String, nullable: true, description: 'For whom' }) residentName: string | null
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'For another card, as long as nobody has redeemed one',
  })
  claimCode: string | null
}
export class HouseholdNeedPage {
  @ApiProperty({ type: [HouseholdNeedView] }) items: HouseholdNeedView[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}

export class IdNumberReadBody {
  @Words({
    min: 2,
    max: 200,
    message: '请写明查看原因，2 到 200 个字',
    description: 'Is written down with who reads it and when',
  })
  reason: string
}
export class IdNumberView {
  @ApiProperty({ type: String, nullable: true }) idNumber: string | null
}

export class CoverageQuery {
  @ApiPropertyOptional({ description: 'Whose parts are compared; the whole district when left out' })
  @IsOptional()
  @Matches(idPattern, { message: '没有这个区域，请重新选择' })
  areaId?: string

  @ApiPropertyOptional({ example: '2026-11', description: 'This month when left out' })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/, { message: '请选择月份' })
  month?: string
}
export class CoverageRow {
  @ApiProperty() areaId: string
  @ApiProperty() name: string
  @ApiProperty({ enum: areaLevels, enumName: 'AreaLevel' }) level: AreaLevel
  @ApiProperty({ type: 'integer' }) households: number
  @ApiProperty({ type: 'integer', description: 'Households of which somebody was met in the month' })
  visited: number
  @ApiProperty({ type: 'integer' }) visits: number
  @ApiProperty({ type: 'integer', description: 'Visits at which nobody was met' }) unmet: number
  @ApiProperty({ type: 'integer', description: 'Of whom nobody was met for 60 days' }) unvisited60: number
  @ApiProperty({ type: 'integer', description: 'Of whom nobody was met for 90 days' }) unvisited90: number
}
export class CoverageView {
  @ApiProperty({ example: '2026-11' }) month: string
  @ApiProperty({ type: CoverageRow }) whole: CoverageRow
  @ApiProperty({ type: [CoverageRow], description: 'The next level below, in the order of their codes' })
  parts: CoverageRow[]
}

export class VisitMapQuery {
  @ApiProperty() @Matches(idPattern, { message: '请先选择网格' }) gridId: string

  @ApiPropertyOptional({ example: '2026-11', description: 'This month when left out' })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/, { message: '请选择月份' })
  month?: string
}
/** No household and no worker: where a grid was walked, and not who went where when. */
export class VisitPoint {
  @ApiProperty({ description: 'GCJ-02' }) longitude: number
  @ApiProperty({ description: 'GCJ-02' }) latitude: number
  @ApiProperty({ enum: meetings, enumName: 'Meeting' }) meeting: Meeting
  @ApiProperty({ example: '2026-11-16' }) day: string
}
export class VisitMapView {
  @ApiProperty({ type: [VisitPoint], description: 'At most 1,000, the newest first' }) points: VisitPoint[]
}

export class DoorCodesQuery {
  @ApiProperty({ description: 'One of one’s own grids' })
  @Matches(idPattern, { message: '请先选择网格' })
  gridId: string

  @ApiProperty({ example: '3 号楼' })
  @Transform(trimmed)
  @IsString({ message: '请选择楼号' })
  @Length(1, 20, { message: '请选择楼号' })
  building: string
}
