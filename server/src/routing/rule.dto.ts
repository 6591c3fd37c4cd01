import { assistingMax, type HourSpan, ruleWorkdaysMax } from '@minsheng/shared'
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator'
import { idPattern } from '../platform/database/index.js'
import { IsMoment } from '../platform/dates.js'
import { Length, MaxLength } from '../platform/words.js'
import { type FindingKind, findingKinds } from './rule-check.js'

const wordsMax = 20
export const priorityMax = 100

export class HourSpanBody implements HourSpan {
  @ApiProperty({ minimum: 0, maximum: 23, description: 'Full hour of the day, Shanghai' })
  @IsInt({ message: '钟点请写整数' })
  @Min(0, { message: '钟点从 0 到 23' })
  @Max(23, { message: '钟点从 0 到 23' })
  from: number

  @ApiProperty({
    minimum: 1,
    maximum: 24,
    description: 'Not included; smaller than `from` goes over midnight',
  })
  @IsInt({ message: '钟点请写整数' })
  @Min(0, { message: '钟点到 24 为止' })
  @Max(24, { message: '钟点到 24 为止' })
  until: number
}

export class RuleBody {
  @ApiProperty({ description: 'A category, or a field and with it all its categories' })
  @Matches(idPattern, { message: '请选择事项分类' })
  categoryId: string

  @ApiPropertyOptional({ description: 'A street or town, a community or a grid. Without: everywhere' })
  @IsOptional()
  @Matches(idPattern, { message: '请选择区域' })
  areaId?: string

  @ApiPropertyOptional({
    type: [String],
    maxItems: wordsMax,
    description: 'One of them has to stand in the text',
  })
  @IsOptional()
  @IsArray({ message: '请写关键词' })
  @ArrayNotEmpty({ message: '关键词还是空的：请写一个，或者去掉这个条件' })
  @ArrayMaxSize(wordsMax, { message: `关键词最多 ${wordsMax} 个` })
  @IsString({ each: true, message: '请写关键词' })
  @Length(2, 20, { each: true, message: '关键词每个 2 到 20 个字' })
  words?: string[]

  @ApiPropertyOptional({ type: [Number], description: '1–12, Shanghai' })
  @IsOptional()
  @IsArray({ message: '请选择月份' })
  @ArrayNotEmpty({ message: '月份还是空的：请选一个，或者去掉这个条件' })
  @ArrayUnique({ message: '月份重复了' })
  @IsInt({ each: true, message: '月份从 1 到 12' })
  @Min(1, { each: true, message: '月份从 1 到 12' })
  @Max(12, { each: true, message: '月份从 1 到 12' })
  months?: number[]

  @ApiPropertyOptional({ type: HourSpanBody })
  @IsOptional()
  @IsObject({ message: '钟点的格式不对' })
  @ValidateNested()
  @Type(() => HourSpanBody)
  hours?: HourSpanBody

  @ApiPropertyOptional({
    minimum: 0,
    maximum: priorityMax,
    default: 0,
    description: 'The larger comes first',
  })
  @IsOptional()
  @IsInt({ message: '优先级请写整数' })
  @Min(0, { message: `优先级从 0 到 ${priorityMax}` })
  @Max(priorityMax, { message: `优先级从 0 到 ${priorityMax}` })
  priority?: number

  @ApiPropertyOptional({ description: 'Without: a dispatcher decides' })
  @IsOptional()
  @Matches(idPattern, { message: '请选择主办单位' })
  departmentId?: string

  @ApiPropertyOptional({ type: [String], maxItems: assistingMax })
  @IsOptional()
  @IsArray({ message: '请选择协办单位' })
  @ArrayMaxSize(assistingMax, { message: `协办单位最多 ${assistingMax} 个，请留下必需的` })
  @ArrayUnique({ message: '协办单位重复了' })
  @Matches(idPattern, { each: true, message: '请重新选择协办单位' })
  assistingIds?: string[]

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: ruleWorkdaysMax,
    description: 'Until the answer to what is not pressing. Without: as the limits of the city say',
  })
  @IsOptional()
  @IsInt({ message: '办结时限请写整数的工作日' })
  @Min(1, { message: '办结时限最少 1 个工作日' })
  @Max(ruleWorkdaysMax, { message: `办结时限最多 ${ruleWorkdaysMax} 个工作日` })
  answerWorkdays?: number

  @ApiPropertyOptional({ format: 'date-time', description: 'From then on; without: at once' })
  @IsOptional()
  @IsMoment('开始时间的格式不对')
  validFrom?: string

  @ApiPropertyOptional({ format: 'date-time', description: 'Not from then on; without: until it is ended' })
  @IsOptional()
  @IsMoment('结束时间的格式不对')
  validUntil?: string
}

/** When a rule ends; at once where nothing is said. */
export class EndRuleBody {
  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsMoment('结束时间的格式不对')
  validUntil?: string
}

export class RulePageQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  cursor?: string

  @ApiPropertyOptional({ description: 'Of this category or field alone' })
  @IsOptional()
  @Matches(idPattern, { message: '请选择事项分类' })
  categoryId?: string

  @ApiPropertyOptional({ description: 'Of this lead department alone' })
  @IsOptional()
  @Matches(idPattern, { message: '请选择主办单位' })
  departmentId?: string

  @ApiPropertyOptional({ description: 'Of this area alone' })
  @IsOptional()
  @Matches(idPattern, { message: '请选择区域' })
  areaId?: string
}

export class RuleName {
  @ApiProperty() id: string
  @ApiProperty() name: string
}
export class RuleView {
  @ApiProperty({ description: 'Of this version' }) id: string
  @ApiProperty({ description: 'The same in every version' }) ruleId: string
  @ApiProperty({ type: 'integer' }) version: number
  @ApiProperty({ type: RuleName }) category: RuleName
  @ApiProperty({ type: RuleName, nullable: true, description: 'Null: everywhere' }) area: RuleName | null
  @ApiProperty({ type: [String], nullable: true }) words: string[] | null
  @ApiProperty({ type: [Number], nullable: true }) months: number[] | null
  @ApiProperty({ type: HourSpanBody, nullable: true }) hours: HourSpan | null
  @ApiProperty({ type: 'integer' }) priority: number
  @ApiProperty({ format: 'date-time' }) validFrom: string
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) validUntil: string | null
  @ApiProperty({ type: RuleName, nullable: true, description: 'Null: a dispatcher decides' })
  department: RuleName | null
  @ApiProperty({ type: [RuleName] }) assisting: RuleName[]
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Null: as the limits of the city say. What is pressing keeps its hours',
  })
  answerWorkdays: number | null
}
export class RulePage {
  @ApiProperty({ type: [RuleView] }) items: RuleView[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}

export class FindingView {
  @ApiProperty({ enum: findingKinds, enumName: 'RuleFindingKind' }) kind: FindingKind
  @ApiProperty({ type: RuleName, nullable: true }) category: RuleName | null
  @ApiProperty({ type: RuleName, nullable: true, description: 'Null: everywhere' }) area: RuleName | null
  @ApiProperty({ type: RuleName, nullable: true }) department: RuleName | null
  @ApiProperty({ type: [RuleView] }) rules: RuleView[]
}
export class RuleCheckView {
  @ApiProperty({ type: 'integer' }) rulesCount: number
  @ApiProperty({ type: 'integer', description: 'Categories × places that were looked at' }) casesCount: number
  @ApiProperty({ type: [FindingView] }) findings: FindingView[]
}
