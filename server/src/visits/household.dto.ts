import {
  type CareMark,
  careMarks,
  isIdNumber,
  type Meeting,
  meetings,
  mobilePhone,
  type VisitTag,
  visitTags,
} from '@minsheng/shared'
import { applyDecorators } from '@nestjs/common'
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Transform, Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  registerDecorator,
  ValidateNested,
} from 'class-validator'
import { idPattern } from '../platform/database/index.js'
import { MaxLength } from '../platform/words.js'

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value)
/** What a phone says of a household that the server does not have. */
export const householdWords = { message: '没有这一户，请刷新后再选' }

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

/** How a phone calls somebody new until the server has named them: a UUID of its own. docs/adr/0159 */
const localId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
export const isLocalId = (name: string): boolean => localId.test(name)

/** Somebody of a household, by the id that the server has given or by the one that the phone has. */
export const ResidentName = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: String, nullable: true, description }),
    IsOptional(),
    Matches(new RegExp(`${idPattern.source}|${localId.source}`), { message: '没有这位住户，请重新选择' }),
  )

export class HouseholdResidentBody {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Of one who is on the list already; none for somebody new',
  })
  @IsOptional()
  @Matches(idPattern, { message: '没有这位住户，请刷新后再改' })
  id?: string | null

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    format: 'uuid',
    description: 'What the phone calls somebody new; told again, it is the same person',
  })
  @IsOptional()
  @Matches(localId, { message: '新住户的编号不对，请更新小程序' })
  localId?: string | null

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

const HouseholdMarks = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ enum: careMarks, enumName: 'CareMark', isArray: true }),
    IsOptional(),
    IsArray({ message: '关爱标记的格式不对' }),
    ArrayUnique({ message: '关爱标记有重复' }),
    IsIn(careMarks, { each: true, message: '没有这个关爱标记，请重新选择' }),
  )
const HouseholdNote = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: String, nullable: true, maxLength: 500 }),
    IsOptional(),
    IsString({ message: '备注的格式不对' }),
    MaxLength(500, { message: '备注最多 500 个字，请删减一些' }),
  )
const HouseholdResidents = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: [HouseholdResidentBody], description }),
    IsOptional(),
    IsArray({ message: '住户名单的格式不对' }),
    ArrayMaxSize(20, { message: '一户最多 20 人' }),
    ArrayUnique((one?: Partial<HouseholdResidentBody> | null) => one?.localId ?? Symbol('unnamed'), {
      message: '同一位新住户出现了两次，请去掉一个再保存',
    }),
    ValidateNested({ each: true }),
    Type(() => HouseholdResidentBody),
  )

/** `household.add`: a door that nobody has entered yet, found on the way. */
export class HouseholdAddBody {
  @ApiProperty({ description: 'One of one’s own grids' })
  @Matches(idPattern, { message: '请先选择网格' })
  gridId: string

  @ApiProperty({ example: '3 号楼', maxLength: 20 })
  @Transform(trimmed)
  @IsString({ message: '请填楼号' })
  @IsNotEmpty({ message: '请填楼号' })
  @MaxLength(20, { message: '楼号最多 20 个字' })
  building: string

  @ApiPropertyOptional({ example: '2 单元', maxLength: 10 })
  @IsOptional()
  @Transform(trimmed)
  @IsString({ message: '单元的格式不对' })
  @MaxLength(10, { message: '单元最多 10 个字' })
  unit?: string

  @ApiProperty({ example: '501', maxLength: 10 })
  @Transform(trimmed)
  @IsString({ message: '请填房号' })
  @IsNotEmpty({ message: '请填房号' })
  @MaxLength(10, { message: '房号最多 10 个字' })
  room: string

  @HouseholdMarks()
  marks?: CareMark[]

  @HouseholdNote()
  note?: string | null

  @HouseholdResidents('Who lives there')
  residents?: HouseholdResidentBody[]
}

/** `household.change`: what is left out stays as it is. */
export class HouseholdChangeBody {
  @ApiProperty() @Matches(idPattern, householdWords) householdId: string

  @HouseholdMarks()
  marks?: CareMark[]

  @HouseholdNote()
  note?: string | null

  @ApiPropertyOptional({
    enum: [true],
    description: 'The door is not there any more: pulled down, or made one with another',
  })
  @IsOptional()
  @IsIn([true], { message: '是否注销这一户填写有误' })
  isGone?: true

  @HouseholdResidents('All of them: whoever is missing is gone')
  residents?: HouseholdResidentBody[]
}

export class HouseholdResidentView {
  @ApiProperty() id: string
  @ApiPropertyOptional({ description: 'What the phone that entered them calls them' }) localId?: string
  @ApiProperty() name: string
  @ApiProperty({ type: String, nullable: true }) phoneMasked: string | null
  @ApiProperty({ type: String, nullable: true }) idNumberMasked: string | null
  @ApiProperty({ type: String, nullable: true }) relation: string | null
}
/** What was told at a door, in short. */
export class LatestVisitView {
  @ApiProperty() id: string
  @ApiProperty({ format: 'date-time' }) visitedAt: string
  @ApiProperty({ enum: meetings, enumName: 'Meeting' }) meeting: Meeting
  @ApiProperty({ type: String, nullable: true, description: 'Who was met' }) residentName: string | null
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'How it begins; the whole of it is under `visits`',
  })
  said: string | null
  @ApiProperty({ enum: visitTags, enumName: 'VisitTag', isArray: true }) tags: VisitTag[]
  @ApiProperty({ type: 'integer', description: 'How many photos and recordings' }) files: number
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
  @ApiProperty({ type: [LatestVisitView], description: 'The newest three, the newest first' })
  latestVisits: LatestVisitView[]
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastMetAt: string | null
  @ApiProperty({ format: 'date-time', description: 'For the lists of 60 and 90 days' }) unvisitedSince: string
  @ApiProperty({ type: String, nullable: true, example: '2026-12-05' }) nextVisitOn: string | null
}
