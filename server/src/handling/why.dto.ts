import {
  type DecidedLimit,
  type LimitSource,
  limitSources,
  limitUnits,
  type LimitUnit,
} from '@minsheng/shared'
import { ApiProperty } from '@nestjs/swagger'
import { RoutingView } from '../routing/index.js'
import { NamedView } from './need.dto.js'

/** Who could have said where a need goes. */
export const whyActs = ['submit', 'correctCategory', 'dispatch'] as const
export type WhyAct = (typeof whyActs)[number]

export class WhyStep {
  @ApiProperty({ format: 'date-time' }) at: string
  @ApiProperty({ enum: whyActs, enumName: 'WhyAct' }) act: WhyAct
  @ApiProperty({ type: NamedView, nullable: true, description: 'Whom a person named' })
  department: NamedView | null
  @ApiProperty({ type: RoutingView, nullable: true, description: 'How the system came to its answer' })
  routing: RoutingView | null
}
/** How long the answer may take, as it was when the need was dispatched. */
export class LimitDecidedView implements DecidedLimit {
  @ApiProperty() amount: number
  @ApiProperty({ enum: limitUnits, enumName: 'LimitUnit' }) unit: LimitUnit
  @ApiProperty({
    enum: limitSources,
    enumName: 'LimitSource',
    description: 'Whose word it is: of the routing rule, of the limits of the city, or of the common table',
  })
  source: LimitSource
}
export class WhyView {
  @ApiProperty({ type: NamedView, nullable: true, description: 'Who has it now' })
  department: NamedView | null
  @ApiProperty({ type: LimitDecidedView, nullable: true, description: 'Null before the first dispatch' })
  limit: DecidedLimit | null
  @ApiProperty({ type: [WhyStep] }) steps: WhyStep[]
}
