import {
  type Figure,
  figures,
  type Light,
  otherRateNames,
  type OtherRates,
  type PeriodKind,
  periodKinds,
  type TargetName,
  targetNames,
} from '@minsheng/shared'
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { IsIn, IsOptional, Matches } from 'class-validator'
import { idPattern } from '../platform/database/index.js'
import { type ScoreGroup, scoreGroups } from './groups.js'

const date = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const month = /^20\d\d-(0[1-9]|1[0-2])$/

export class PeriodQuery {
  @ApiPropertyOptional({ enum: periodKinds, enumName: 'PeriodKind', default: 'free' })
  @IsOptional()
  @IsIn(periodKinds, { message: '请选择自然月、19 日至次月 18 日、午间日或起止日期' })
  period?: PeriodKind

  @ApiPropertyOptional({ example: '2026-11', description: 'Of a month, and of 19th to 18th' })
  @IsOptional()
  @Matches(month, { message: '月份形如 2026-11' })
  month?: string

  @ApiPropertyOptional({ example: '2026-11-24', description: 'Of a day from noon to noon' })
  @IsOptional()
  @Matches(date, { message: '日期形如 2026-11-24' })
  day?: string

  @ApiPropertyOptional({ example: '2026-11-01', description: 'First day, Shanghai' })
  @IsOptional()
  @Matches(date, { message: '开始日期形如 2026-11-01' })
  from?: string

  @ApiPropertyOptional({ example: '2026-11-30', description: 'Last day, included' })
  @IsOptional()
  @Matches(date, { message: '结束日期形如 2026-11-30' })
  to?: string

  @ApiPropertyOptional({ description: 'Within a department or a town; else all that one may see' })
  @IsOptional()
  @Matches(idPattern, { message: '请从列表中选择单位或街镇' })
  within?: string
}

export class ScoresQuery extends PeriodQuery {
  @ApiProperty({ enum: scoreGroups, enumName: 'ScoreGroup' })
  @IsIn(scoreGroups, { message: '请按单位、领域、镇街、社区、来源、周或月查看' })
  by: ScoreGroup
}

export const itemListings = ['counted', 'added'] as const
export type ItemListing = (typeof itemListings)[number]
export const itemStates = ['now', 'frozen', 'partly', 'unlisted'] as const

export class ScoreItemsQuery extends ScoresQuery {
  @ApiProperty({ enum: figures, enumName: 'Figure' })
  @IsIn(figures, { message: '没有这个指标' })
  figure: Figure

  @ApiPropertyOptional({ description: 'The id of a row; all rows without it' })
  @IsOptional()
  @Matches(/^[\w-]{0,26}$/, { message: '没有这一行' })
  of?: string

  @ApiPropertyOptional({
    ...{ enum: itemListings, enumName: 'ItemListing', default: 'counted' },
    description: 'The items that make up the number; or, of frozen months, those that count since then only',
  })
  @IsOptional()
  @IsIn(itemListings, { message: '没有这种清单' })
  listing?: ItemListing

  @ApiPropertyOptional()
  @IsOptional()
  @Matches(/^[\w-]{1,80}$/, { message: '列表位置已失效，请下拉刷新' })
  cursor?: string
}

const rate = {
  type: Number,
  nullable: true,
  description: '0–1; null when there is nothing to divide by',
} as const
const points = { type: Number, nullable: true, description: '0–100' } as const
const counts = (names: readonly string[]) => ({
  type: 'object' as const,
  properties: Object.fromEntries(names.map((name) => [name, { type: 'integer' as const }])),
  required: [...names],
  selfRequired: true,
  additionalProperties: false,
})

/** How a figure of a frozen month has changed since. */
export class Correction {
  @ApiProperty({ enum: figures, enumName: 'Figure' }) figure: Figure
  @ApiProperty() frozen: number
  @ApiProperty() now: number
}

export class ScoreRow {
  @ApiProperty({ type: String, nullable: true, description: 'null: not dispatched yet' }) id: string | null
  @ApiProperty() name: string
  @ApiProperty() filed: number
  @ApiProperty() answered: number
  @ApiProperty({ description: 'V: ratings by complainants who answered' }) rated: number
  @ApiProperty() solved: number
  @ApiProperty(rate) contactRate: number | null
  @ApiProperty(rate) solvedRate: number | null
  @ApiProperty(rate) satisfaction: number | null
  @ApiProperty(points) composite: number | null
  @ApiProperty(rate) onTimeRate: number | null
  @ApiProperty() reworks: number
  @ApiProperty() openOverdue: number
  @ApiProperty({ type: Number, nullable: true, description: 'null below 10 ratings' }) rank: number | null
  @ApiProperty({ ...points, description: 'Against the period before; null below 10 ratings in either' })
  progress: number | null
  @ApiProperty({ type: Number, nullable: true }) progressRank: number | null
  @ApiProperty({
    type: 'object',
    properties: Object.fromEntries(
      otherRateNames.map((name) => [name, { type: 'number' as const, nullable: true }]),
    ),
    required: [...otherRateNames],
    selfRequired: true,
    additionalProperties: false,
  })
  rates: OtherRates
  @ApiProperty({ ...counts(figures), description: 'All that is counted' })
  figures: Record<Figure, number>
  @ApiProperty({ type: [Correction] }) corrections: Correction[]
}

export class TargetView {
  @ApiProperty({ enum: targetNames, enumName: 'TargetName' }) name: TargetName
  @ApiProperty() goal: number
  @ApiProperty(rate) rate: number | null
  @ApiProperty({ type: String, enum: ['green', 'yellow', 'red'], nullable: true }) light: Light | null
}

export class SchemeView {
  @ApiProperty() contact: number
  @ApiProperty() solved: number
  @ApiProperty() satisfaction: number
  @ApiProperty() fairlySatisfied: number
}

export class ScopeView {
  @ApiProperty({ type: String, nullable: true }) id: string | null
  @ApiProperty() name: string
  @ApiProperty({ type: String, nullable: true, description: 'Why this is not all' }) reason: string | null
}

export class ScoresView {
  @ApiProperty({ example: '2026-11-01' }) from: string
  @ApiProperty({ example: '2026-11-30' }) to: string
  @ApiProperty({ enum: scoreGroups, enumName: 'ScoreGroup' }) by: ScoreGroup
  @ApiProperty({ type: ScopeView }) scope: ScopeView
  @ApiProperty({ type: SchemeView }) scheme: SchemeView
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When all of it is frozen, since when',
  })
  frozenAt: string | null
  @ApiProperty({ type: [String], description: 'The months of it that are frozen, the oldest first' })
  frozenMonths: string[]
  @ApiProperty({ type: [TargetView] }) targets: TargetView[]
  @ApiProperty({ type: ScoreRow }) total: ScoreRow
  @ApiProperty({ type: [ScoreRow] }) items: ScoreRow[]
}

/** One thing that counts: what is behind a number. */
export class ScoreItemView {
  @ApiProperty() id: string
  @ApiProperty() needId: string
  @ApiProperty() receiptNo: string
  @ApiProperty() title: string
  @ApiProperty({ type: String, nullable: true, description: 'Of its own, or the newest of the lead' })
  workOrderId: string | null
  @ApiProperty({ type: String, nullable: true }) departmentName: string | null
  @ApiProperty() areaName: string
  @ApiProperty({ format: 'date-time', description: 'When it counts' }) at: string
  @ApiProperty({
    ...{ type: String, enum: ['gone', 'added'], nullable: true },
    description: 'Since its month was frozen: it counts in the figure no more; it was added',
  })
  correction: 'gone' | 'added' | null
}
export class ScoreItemPage {
  @ApiProperty({
    ...{ enum: itemStates, enumName: 'ItemsAs' },
    description:
      'As counted now; as counted when frozen; partly: some month was frozen before lists were kept; unlisted: all were, so as counted now',
  })
  countedAs: (typeof itemStates)[number]
  @ApiProperty({ type: [ScoreItemView] }) items: ScoreItemView[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}
