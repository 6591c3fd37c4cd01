import { type RatingLevel, ratingLevels } from '@minsheng/shared'
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { IsOptional, IsString, Matches } from 'class-validator'
import { idPattern } from '../platform/database/index.js'
import { MaxLength } from '../platform/words.js'

export class SolvedQuery {
  @ApiPropertyOptional({ description: 'A community or a street; without it the whole district' })
  @IsOptional()
  @Matches(idPattern, { message: '请选一个社区或街道' })
  areaId?: string

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  cursor?: string
}

export class PublicPhoto {
  @ApiProperty({ description: 'Signed, relative to the server' }) url: string
  @ApiProperty({ type: String, nullable: true }) thumbnailUrl: string | null
}

/** One thing that was solved, as anybody may see it. */
export class SolvedView {
  @ApiProperty({ description: 'Of this line, not of the need' }) id: string
  @ApiProperty() categoryName: string
  @ApiProperty() areaName: string
  @ApiProperty({ type: String, nullable: true }) streetName: string | null
  @ApiProperty() departmentName: string
  @ApiProperty({ description: 'Calendar days from filing to the answer' }) daysTaken: number
  @ApiProperty({ enum: ratingLevels, description: '5 is 非常满意' }) level: RatingLevel
  @ApiProperty({ description: "The department's answer, redacted" }) text: string
  @ApiProperty({ type: [PublicPhoto] }) photos: PublicPhoto[]
  @ApiProperty({ format: 'date-time' }) closedAt: string
}
export class SolvedPage {
  @ApiProperty({ type: [SolvedView] }) items: SolvedView[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}

const rate = { type: Number, nullable: true, description: '0–1; null below 10 ratings' } as const

export class PublicRates {
  @ApiProperty() name: string
  @ApiProperty({ description: 'V: ratings by complainants who answered' }) rated: number
  @ApiProperty({ description: 'Whether there are ratings enough to say something' }) hasEnough: boolean
  @ApiProperty(rate) contactRate: number | null
  @ApiProperty(rate) solvedRate: number | null
  @ApiProperty(rate) satisfaction: number | null
  @ApiProperty({ ...rate, description: '0–1; null when nothing was due' }) onTimeRate: number | null
}
export class PublicRatesView {
  @ApiProperty({ example: '2026-11-01', description: 'First day, Shanghai' }) from: string
  @ApiProperty({ example: '2026-11-30', description: 'Last day, included' }) to: string
  @ApiProperty({ type: PublicRates }) total: PublicRates
  @ApiProperty({ type: [PublicRates] }) items: PublicRates[]
}
