import { ApiProperty } from '@nestjs/swagger'
import { IsIn, Matches } from 'class-validator'
import { type ScoreGroup, scoreGroups } from './scores.store.js'

const date = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

export class ScoresQuery {
  @ApiProperty({ example: '2026-11-01', description: 'First day, Shanghai' })
  @Matches(date, { message: '开始日期形如 2026-11-01' })
  from: string

  @ApiProperty({ example: '2026-11-30', description: 'Last day, included' })
  @Matches(date, { message: '结束日期形如 2026-11-30' })
  to: string

  @ApiProperty({ enum: scoreGroups, enumName: 'ScoreGroup' })
  @IsIn(scoreGroups, { message: '请按单位、领域或区域查看' })
  by: ScoreGroup
}

const rate = {
  type: Number,
  nullable: true,
  description: '0–1; null when there is nothing to divide by',
} as const

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
  @ApiProperty({ type: Number, nullable: true, description: '0–100' }) composite: number | null
  @ApiProperty(rate) onTimeRate: number | null
  @ApiProperty() reworks: number
  @ApiProperty() openOverdue: number
  @ApiProperty({ type: Number, nullable: true, description: 'null below 10 ratings' }) rank: number | null
}
export class ScoresView {
  @ApiProperty() from: string
  @ApiProperty() to: string
  @ApiProperty({ enum: scoreGroups, enumName: 'ScoreGroup' }) by: ScoreGroup
  @ApiProperty({ type: ScoreRow }) total: ScoreRow
  @ApiProperty({ type: [ScoreRow] }) items: ScoreRow[]
}
