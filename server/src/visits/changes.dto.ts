import { type GridTaskKind, gridTaskKinds, type GridTaskScope, gridTaskScopes } from '@minsheng/shared'
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { IsOptional, IsString } from 'class-validator'
import { MaxLength } from '../platform/words.js'
import { HouseholdView } from './household.dto.js'

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
