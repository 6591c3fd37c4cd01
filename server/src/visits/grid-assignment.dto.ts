import { type GridTaskKind, gridTaskKinds, type GridTaskScope, gridTaskScopes } from '@minsheng/shared'
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, Matches } from 'class-validator'
import { AttachmentView } from '../attachments/index.js'
import { PageQuery } from '../handling/index.js'
import { idPattern } from '../platform/database/index.js'
import { IsDay } from '../platform/dates.js'
import { MaxLength, Words } from '../platform/words.js'

export class AssignBody {
  @ApiProperty({ description: 'All grids of this area get it' })
  @Matches(idPattern, { message: '请选择布置到哪个区域' })
  areaId: string

  @ApiProperty({ enum: gridTaskKinds, enumName: 'GridTaskKind' })
  @IsIn(gridTaskKinds, { message: '请选择任务类别' })
  kind: GridTaskKind

  @ApiProperty({
    enum: gridTaskScopes,
    enumName: 'GridTaskScope',
    description: 'For each household, or once',
  })
  @IsIn(gridTaskScopes, { message: '请选择每户办，还是每个网格办一次' })
  scope: GridTaskScope

  @Words({ min: 2, max: 60, message: '任务名称 2 到 60 个字' })
  title: string

  @Words({ min: 2, max: 1000, message: '请写明要做什么，2 到 1000 个字' })
  text: string

  @ApiPropertyOptional({ type: [String], maxItems: 8 })
  @IsOptional()
  @IsArray({ message: '选项的格式不对' })
  @ArrayMaxSize(8, { message: '选项最多 8 个' })
  @ArrayUnique({ message: '选项有重复' })
  @IsString({ each: true, message: '选项的格式不对' })
  @MaxLength(20, { each: true, message: '每个选项最多 20 个字' })
  choices?: string[]

  @ApiProperty({ example: '2026-12-05', description: 'The last day' })
  @IsDay('请选择截止日期')
  dueOn: string
}

export class AssignmentSummary {
  @ApiProperty() id: string
  @ApiProperty() areaName: string
  @ApiProperty() title: string
  @ApiProperty({ example: '2026-12-05' }) dueOn: string
  @ApiProperty({ format: 'date-time' }) assignedAt: string
  @ApiProperty() assignedByName: string
  @ApiProperty({ type: 'integer' }) total: number
  @ApiProperty({ type: 'integer' }) reported: number
  @ApiProperty() isRevoked: boolean
}
export class AssignmentPage {
  @ApiProperty({ type: [AssignmentSummary] }) items: AssignmentSummary[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}
export class GridProgress {
  @ApiProperty() gridId: string
  @ApiProperty() gridName: string
  @ApiProperty({ type: 'integer' }) total: number
  @ApiProperty({ type: 'integer' }) reported: number
}
export class AssignmentView extends AssignmentSummary {
  @ApiProperty({ enum: gridTaskKinds, enumName: 'GridTaskKind' }) kind: GridTaskKind
  @ApiProperty({ enum: gridTaskScopes, enumName: 'GridTaskScope' }) scope: GridTaskScope
  @ApiProperty() text: string
  @ApiProperty({ type: [String] }) choices: string[]
  @ApiProperty({ type: [GridProgress] }) grids: GridProgress[]
}

export class TaskReportQuery extends PageQuery {
  @ApiProperty() @Matches(idPattern, { message: '请先选择网格' }) gridId: string
}
export class TaskReportView {
  @ApiProperty() id: string
  @ApiProperty({ type: String, nullable: true, description: 'Of a task for each household' }) door:
    string | null
  @ApiProperty() workerName: string
  @ApiProperty({ type: String, nullable: true }) choice: string | null
  @ApiProperty({ type: String, nullable: true }) words: string | null
  @ApiProperty({ type: [AttachmentView] }) attachments: AttachmentView[]
  @ApiProperty({ format: 'date-time' }) reportedAt: string
}
export class TaskReportPage {
  @ApiProperty({ type: [TaskReportView] }) items: TaskReportView[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}
