import {
  type Meeting,
  meetings,
  mobilePhone,
  needTextMax,
  type OperationKind,
  type VisitTag,
  visitTags,
} from '@minsheng/shared'
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Transform, Type } from 'class-transformer'
import {
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator'
import { AttachmentIds } from '../handling/index.js'
import { PlaceBody } from '../places/index.js'
import { idPattern } from '../platform/database/index.js'
import { IsDay } from '../platform/dates.js'
import { MaxLength } from '../platform/words.js'
import { HouseholdAddBody, HouseholdChangeBody, householdWords, ResidentName } from './household.dto.js'

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value)

/** Where the phone was at the visit. Not asked for at any other time. */
export class VisitPlaceBody {
  @ApiProperty({ description: 'GCJ-02' })
  @IsNumber({}, { message: '位置不对，可以不带位置保存' })
  @Min(-90, { message: '位置不对，可以不带位置保存' })
  @Max(90, { message: '位置不对，可以不带位置保存' })
  latitude: number

  @ApiProperty({ description: 'GCJ-02' })
  @IsNumber({}, { message: '位置不对，可以不带位置保存' })
  @Min(-180, { message: '位置不对，可以不带位置保存' })
  @Max(180, { message: '位置不对，可以不带位置保存' })
  longitude: number
}

/** `visit.record` */
export class VisitBody {
  @ApiProperty() @Matches(idPattern, householdWords) householdId: string

  @ApiProperty({ enum: meetings, enumName: 'Meeting' })
  @IsIn(meetings, { message: '请点一下：见到了人、家里没人，还是不便见面' })
  meeting: Meeting

  @ResidentName('Who was met, of the residents of the household')
  residentId?: string | null

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 1000 })
  @IsOptional()
  @Transform(trimmed)
  @IsString({ message: '谈话内容的格式不对' })
  @MaxLength(1000, { message: '谈话内容最多 1000 个字，请删减一些' })
  said?: string | null

  @ApiPropertyOptional({ enum: visitTags, enumName: 'VisitTag', isArray: true })
  @IsOptional()
  @IsArray({ message: '标签的格式不对' })
  @ArrayUnique({ message: '标签有重复' })
  @IsIn(visitTags, { each: true, message: '没有这个标签，请重新选择' })
  tags?: VisitTag[]

  @AttachmentIds()
  attachmentIds?: string[]

  @ApiPropertyOptional({ type: String, nullable: true, example: '2026-12-05', description: 'Null for none' })
  @IsOptional()
  @IsDay('下次走访的日期不对，请重新选择')
  nextVisitOn?: string | null

  @ApiPropertyOptional({ type: VisitPlaceBody, nullable: true })
  @IsOptional()
  @IsObject({ message: '位置不对，可以不带位置保存' })
  @ValidateNested()
  @Type(() => VisitPlaceBody)
  place?: VisitPlaceBody | null
}

/** `need.file`: on behalf of somebody of a household. */
export class HouseholdNeedBody {
  @ApiProperty() @Matches(idPattern, householdWords) householdId: string

  @ResidentName(
    'For whom; also by the `localId` under which they were entered before. Without it, for somebody of the ' +
      'household who is not on the list; `phone` says who, or the card is all they have',
  )
  residentId?: string | null

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'When it is not the one that is kept of the resident',
  })
  @IsOptional()
  @Matches(mobilePhone, { message: '请填 11 位手机号' })
  phone?: string | null

  @ApiProperty({ minLength: 1, maxLength: needTextMax })
  @Transform(trimmed)
  @IsString({ message: '请写下居民遇到的困难' })
  @IsNotEmpty({ message: '请写下居民遇到的困难' })
  @MaxLength(needTextMax, { message: `内容最多 ${needTextMax} 个字，请删减一些` })
  text: string

  @AttachmentIds()
  attachmentIds?: string[]

  @ApiPropertyOptional({
    type: PlaceBody,
    nullable: true,
    description: 'Where the matter is, when it is not at the door',
  })
  @IsOptional()
  @IsObject({ message: '位置不对，请重新定位' })
  @ValidateNested()
  @Type(() => PlaceBody)
  place?: PlaceBody | null

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    format: 'uuid',
    description: 'The operation of the visit from which it comes',
  })
  @IsOptional()
  @IsUUID('all', { message: '走访记录的编号不对' })
  visitOperationId?: string | null
}

/** `task.report` */
export class TaskReportBody {
  @ApiProperty() @Matches(idPattern, { message: '没有这个任务，请刷新后再看' }) taskId: string

  @ApiPropertyOptional({ type: String, nullable: true, description: 'Of a task for each household' })
  @IsOptional()
  @Matches(idPattern, householdWords)
  householdId?: string | null

  @ApiPropertyOptional({ type: String, nullable: true, description: 'One of the choices of the task' })
  @IsOptional()
  @IsString({ message: '请点一个选项' })
  choice?: string | null

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 500 })
  @IsOptional()
  @IsString({ message: '情况说明的格式不对' })
  @MaxLength(500, { message: '情况说明最多 500 个字，请删减一些' })
  words?: string | null

  @AttachmentIds()
  attachmentIds?: string[]
}

/** The body of an operation, by its kind. */
export const operationBodies = {
  'visit.record': VisitBody,
  'need.file': HouseholdNeedBody,
  'household.add': HouseholdAddBody,
  'household.change': HouseholdChangeBody,
  'task.report': TaskReportBody,
} as const satisfies Record<OperationKind, unknown>
