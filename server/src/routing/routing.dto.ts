import { needTextMax } from '@minsheng/shared'
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { IsNotEmpty, IsOptional, IsString, Matches } from 'class-validator'
import { idPattern } from '../platform/database/index.js'
import { IsMoment } from '../platform/dates.js'
import { MaxLength } from '../platform/words.js'
import { type RoutingOutcome, routingOutcomes } from './route.js'
import { RuleName, RuleView } from './rule.dto.js'

export class TrialBody {
  @ApiProperty({ maxLength: needTextMax })
  @IsString({ message: '请写一段诉求试试' })
  @IsNotEmpty({ message: '请写一段诉求试试' })
  @MaxLength(needTextMax, { message: `内容最多 ${needTextMax} 个字，请删减一些` })
  text: string

  @ApiProperty({ description: 'A community or a grid' })
  @Matches(idPattern, { message: '请选择社区' })
  areaId: string

  @ApiPropertyOptional({ format: 'date-time', description: 'As if it came in then; without: now' })
  @IsOptional()
  @IsMoment('时间格式不对')
  at?: string
}

export class RoutingGuessView {
  @ApiProperty({ type: RuleName }) category: RuleName
  @ApiProperty({ description: '0–1' }) confidence: number
  @ApiProperty({ type: [String], description: 'What in the text spoke most for it, strongest first' })
  words: string[]
}
export class TownView {
  @ApiProperty({ description: '0–1: that it is the matter of the town or street' }) probability: number
  @ApiProperty({ type: [String], description: 'What in the text spoke most for it' }) words: string[]
  @ApiProperty({ description: 'The office of the town or street has it instead of the bureau of the rule' })
  isTaken: boolean
}
export class RoutingView {
  @ApiProperty({ enum: routingOutcomes, enumName: 'RoutingOutcome' }) outcome: RoutingOutcome
  @ApiProperty({ type: String, nullable: true, description: 'The version of the model that guessed' })
  model: string | null
  @ApiProperty({ type: [RoutingGuessView] }) guesses: RoutingGuessView[]
  @ApiProperty({
    type: RuleView,
    nullable: true,
    description: 'What decided, or would; the version of that time',
  })
  rule: RuleView | null
  @ApiProperty({ type: [RuleView], description: 'What would have decided next' }) close: RuleView[]
  @ApiProperty({ type: TownView, nullable: true }) town: TownView | null
  @ApiProperty({ type: RuleName, nullable: true, description: 'The department whose code had been scanned' })
  scanned: RuleName | null
}
