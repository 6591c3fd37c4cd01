import {
  type CareMark,
  careMarks,
  type GridTaskKind,
  gridTaskKinds,
  type GridTaskScope,
  gridTaskScopes,
  isIdNumber,
  type Meeting,
  meetings,
  mobilePhone,
  needTextMax,
  type OperationKind,
  operationKinds,
  type OperationOutcome,
  operationOutcomes,
  operationsMax,
  type VisitTag,
  visitTags,
} from '@minsheng/shared'
import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger'
import { Transform, Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsOptional,
  IsRFC3339,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  registerDecorator,
  ValidateNested,
} from 'class-validator'
import { AttachmentIds } from '../handling/index.js'
import { PlaceBody } from '../places/index.js'
import { DAY } from '@minsheng/shared'
import { idPattern } from '../platform/database/index.js'

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value)
const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const householdWords = { message: '没有这一户，请刷新后再选' }

/** A resident's ID number, its check digit included. */
const IdNumber = (): PropertyDecorator => (target, property) => {
  registerDecorator({
    name: 'isIdNumber',
    target: target.constructor,
    propertyName: String(property),
    options: { message: '身份证号不对，请核对 18 位号码' },
    validator: { validate: (value: unknown) => typeof value === 'string' && isIdNumber(value) },
  })
}

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

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Who was met, of the residents of the household',
  })
  @IsOptional()
  @Matches(idPattern, { message: '没有这位住户，请重新选择' })
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
  @Matches(day, { message: '下次走访的日期不对，请重新选择' })
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

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description:
      'For whom. Without it, for somebody of the household who is not on the list; then `phone` says who',
  })
  @IsOptional()
  @Matches(idPattern, { message: '没有这位住户，请重新选择' })
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

export class HouseholdResidentBody {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Of one who is on the list already; none for somebody new',
  })
  @IsOptional()
  @Matches(idPattern, { message: '没有这位住户，请刷新后再改' })
  id?: string | null

  @ApiProperty({ maxLength: 20 })
  @Transform(trimmed)
  @IsString({ message: '请填住户的姓名' })
  @IsNotEmpty({ message: '请填住户的姓名' })
  @MaxLength(20, { message: '姓名最多 20 个字' })
  name: string

  @ApiPropertyOptional({ type: String, nullable: true, description: 'Left out: as before. Null: none' })
  @IsOptional()
  @Matches(mobilePhone, { message: '请填 11 位手机号' })
  phone?: string | null

  @ApiPropertyOptional({ type: String, nullable: true, description: 'Left out: as before. Null: none' })
  @IsOptional()
  @IdNumber()
  idNumber?: string | null

  @ApiPropertyOptional({ type: String, nullable: true, example: '户主', maxLength: 20 })
  @IsOptional()
  @IsString({ message: '与户主的关系填写有误' })
  @MaxLength(20, { message: '与户主的关系最多 20 个字' })
  relation?: string | null
}

/** `household.change`: what is left out stays as it is. */
export class HouseholdChangeBody {
  @ApiProperty() @Matches(idPattern, householdWords) householdId: string

  @ApiPropertyOptional({ enum: careMarks, enumName: 'CareMark', isArray: true })
  @IsOptional()
  @IsArray({ message: '关爱标记的格式不对' })
  @ArrayUnique({ message: '关爱标记有重复' })
  @IsIn(careMarks, { each: true, message: '没有这个关爱标记，请重新选择' })
  marks?: CareMark[]

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 500 })
  @IsOptional()
  @IsString({ message: '备注的格式不对' })
  @MaxLength(500, { message: '备注最多 500 个字，请删减一些' })
  note?: string | null

  @ApiPropertyOptional({
    enum: [true],
    description: 'The door is not there any more: pulled down, or made one with another',
  })
  @IsOptional()
  @IsIn([true], { message: '是否注销这一户填写有误' })
  isGone?: true

  @ApiPropertyOptional({
    type: [HouseholdResidentBody],
    description: 'All of them: whoever is missing is gone',
  })
  @IsOptional()
  @IsArray({ message: '住户名单的格式不对' })
  @ArrayMaxSize(20, { message: '一户最多 20 人' })
  @ValidateNested({ each: true })
  @Type(() => HouseholdResidentBody)
  residents?: HouseholdResidentBody[]
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
  'household.change': HouseholdChangeBody,
  'task.report': TaskReportBody,
} as const satisfies Record<OperationKind, unknown>

const bodies = Object.values(operationBodies)

/** One thing that was typed. Made once, on the phone; repeated with the same UUID it is the same. */
@ApiExtraModels(...bodies)
export class Operation {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('all', { message: '这条记录的编号不对，请更新小程序' })
  id: string

  @ApiProperty({ enum: operationKinds, enumName: 'OperationKind' })
  @IsIn(operationKinds, { message: '不认识这类记录，请更新小程序' })
  kind: OperationKind

  @ApiProperty({ format: 'date-time', description: 'By the clock of the phone' })
  @IsRFC3339({ message: '时间格式不对' })
  recordedAt: string

  @ApiPropertyOptional({
    type: 'integer',
    description: 'Milliseconds to add to the clock of the phone, as last known from `serverTime`',
  })
  @IsOptional()
  @IsInt({ message: '时间格式不对' })
  @Min(-36_500 * DAY, { message: '时间格式不对' })
  @Max(36_500 * DAY, { message: '时间格式不对' })
  clockOffset?: number

  @ApiPropertyOptional({
    type: 'integer',
    description: 'Of `household.change`: the version that was changed',
  })
  @IsOptional()
  @IsInt({ message: '版本不对，请刷新这一户后再改' })
  baseVersion?: number

  @ApiProperty({ oneOf: bodies.map((body) => ({ $ref: getSchemaPath(body) })), description: 'By `kind`' })
  @IsObject({ message: '这条记录没有内容' })
  body: object
}

export class SyncBody {
  @ApiProperty({
    type: [Operation],
    maxItems: operationsMax,
    description:
      'In the order in which they were typed. One that is wrong is refused by itself, not all of them',
  })
  @IsArray({ message: '没有收到记录，请更新小程序' })
  @ArrayMaxSize(operationsMax, { message: `一次最多同步 ${operationsMax} 条，请分批` })
  operations: Operation[]
}

export class OperationRecord {
  @ApiProperty({ description: 'Of the visit, the need, the household or the report' }) id: string
  @ApiPropertyOptional({ type: 'integer', description: 'The new version of the household' }) version?: number
  @ApiPropertyOptional({ example: 'MS20261121-0042-7' }) receiptNo?: string
  @ApiPropertyOptional({
    description: 'For the card: with it and the receipt number the resident takes the need over',
  })
  claimCode?: string
}

export class HouseholdResidentView {
  @ApiProperty() id: string
  @ApiProperty() name: string
  @ApiProperty({ type: String, nullable: true }) phoneMasked: string | null
  @ApiProperty({ type: String, nullable: true }) idNumberMasked: string | null
  @ApiProperty({ type: String, nullable: true }) relation: string | null
}
export class HouseholdView {
  @ApiProperty() id: string
  @ApiProperty({ type: 'integer', description: 'To be given as `baseVersion` when it is changed' })
  version: number
  @ApiProperty() gridId: string
  @ApiProperty({ example: '3 号楼' }) building: string
  @ApiProperty({ example: '2 单元' }) unit: string
  @ApiProperty({ example: '501' }) room: string
  @ApiProperty({ description: 'What the code on the door says' }) doorCode: string
  @ApiProperty({ enum: careMarks, enumName: 'CareMark', isArray: true }) marks: CareMark[]
  @ApiProperty({ type: String, nullable: true }) note: string | null
  @ApiProperty({ type: [HouseholdResidentView] }) residents: HouseholdResidentView[]
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastMetAt: string | null
  @ApiProperty({ format: 'date-time', description: 'For the lists of 60 and 90 days' }) unvisitedSince: string
  @ApiProperty({ type: String, nullable: true, example: '2026-12-05' }) nextVisitOn: string | null
}

export class OperationResult {
  @ApiProperty({ description: 'The UUID of the operation' }) id: string
  @ApiProperty({ enum: operationOutcomes, enumName: 'OperationOutcome' }) outcome: OperationOutcome
  @ApiPropertyOptional({ type: OperationRecord, description: 'When it is done or a duplicate' })
  record?: OperationRecord
  @ApiPropertyOptional({ type: HouseholdView, description: 'At a conflict: as the server has it' })
  current?: HouseholdView
  @ApiPropertyOptional({ description: 'At a conflict or a refusal: stable, English' }) code?: string
  @ApiPropertyOptional({ description: 'At a conflict or a refusal: what to do' }) message?: string
}
export class SyncView {
  @ApiProperty({ format: 'date-time' }) serverTime: string
  @ApiProperty({ type: [OperationResult], description: 'One for each operation, in their order' })
  results: OperationResult[]
}

export class GridView {
  @ApiProperty() id: string
  @ApiProperty() name: string
  @ApiProperty() communityName: string
}
export class GridTaskView {
  @ApiProperty() id: string
  @ApiProperty() gridId: string
  @ApiProperty({ enum: gridTaskKinds, enumName: 'GridTaskKind' }) kind: GridTaskKind
  @ApiProperty({ enum: gridTaskScopes, enumName: 'GridTaskScope' }) scope: GridTaskScope
  @ApiProperty() title: string
  @ApiProperty() text: string
  @ApiProperty({ type: [String], description: 'Of which one is tapped; none for free words' })
  choices: string[]
  @ApiProperty({ example: '2026-12-05' }) dueOn: string
  @ApiProperty({ type: 'integer' }) total: number
  @ApiProperty({ type: 'integer' }) reported: number
  @ApiProperty({ type: [String], description: 'Of a task for each household: those that are done' })
  reportedHouseholdIds: string[]
}

export class PhoneKeyView {
  @ApiProperty({
    description: 'Base64 of 32 bytes, the same each time: what is kept on the phone is closed with it',
  })
  key: string
}

const tombstoneKinds = ['grid', 'household', 'task'] as const
export class Tombstone {
  @ApiProperty({
    enum: tombstoneKinds,
    description: 'A grid that is not yours any more goes with all its households and tasks',
  })
  kind: (typeof tombstoneKinds)[number]
  @ApiProperty() id: string
}
export class ChangesQuery {
  @ApiPropertyOptional({ description: 'From the answer before; without it everything comes' })
  @IsOptional()
  @IsString({ message: '同步位置已失效，请重新下载' })
  @MaxLength(8000, { message: '同步位置已失效，请重新下载' })
  cursor?: string
}
export class ChangesView {
  @ApiProperty({ format: 'date-time' }) serverTime: string
  @ApiProperty({ description: 'To be kept together with what came, and given next time' }) cursor: string
  @ApiProperty({ description: 'Whether there is more to fetch at once' }) more: boolean
  @ApiProperty({ type: [GridView], description: 'All grids of the worker, each time' }) grids: GridView[]
  @ApiProperty({
    type: [HouseholdView],
    description: 'Whole, with all residents: replaces what the phone has',
  })
  households: HouseholdView[]
  @ApiProperty({ type: [GridTaskView], description: 'Whole: replaces what the phone has' })
  tasks: GridTaskView[]
  @ApiProperty({ type: [Tombstone] }) tombstones: Tombstone[]
}
