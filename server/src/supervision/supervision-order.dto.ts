import {
  feedbackMin,
  supervisionActNames,
  type SupervisionAct,
  type SupervisionCause,
  supervisionCauses,
  type SupervisionLevel,
  supervisionLevels,
  type SupervisionState,
  supervisionStates,
  type SupervisionSubject,
  supervisionSubjects,
} from '@minsheng/shared'
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Transform } from 'class-transformer'
import { IsBoolean, IsIn, IsOptional, Matches } from 'class-validator'
import { DeskEvent, IdOf, PageQuery } from '../handling/index.js'
import { idPattern } from '../platform/database/index.js'
import { Words } from '../platform/words.js'

/** What everybody may see: nothing of the resident's words, no number that leads to the need. */
export class ListedSupervision {
  @ApiProperty() id: string
  @ApiProperty({ enum: supervisionLevels }) level: SupervisionLevel
  @ApiProperty({ enum: supervisionCauses, enumName: 'SupervisionCause' }) cause: SupervisionCause
  @ApiProperty({ enum: supervisionStates, enumName: 'SupervisionState' }) state: SupervisionState
  @ApiProperty({ type: String, nullable: true }) departmentName: string | null
  @ApiProperty({ type: String, nullable: true, description: 'Null while nobody has decided what it is' })
  categoryName: string | null
  @ApiProperty() areaName: string
  @ApiProperty({ format: 'date-time' }) issuedAt: string
  @ApiProperty({ format: 'date-time' }) dueAt: string
  @ApiProperty() isOverdue: boolean
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) settledAt: string | null
}
export class ListedSupervisionPage {
  @ApiProperty({ type: [ListedSupervision] }) items: ListedSupervision[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}

export class SupervisionSummary extends ListedSupervision {
  @ApiProperty({ example: 'DB20261121-0042-7-1' }) number: string
  @ApiProperty({ enum: supervisionSubjects, enumName: 'SupervisionSubject' }) about: SupervisionSubject
  @ApiProperty({ type: String, nullable: true, description: 'Of the need; a complaint about none has none' })
  receiptNo: string | null
  @ApiProperty() title: string
  @ApiProperty({ type: String, nullable: true }) workOrderId: string | null
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Who closes it; null until somebody takes it up',
  })
  issuerName: string | null
}
export class SupervisionPage {
  @ApiProperty({ type: [SupervisionSummary] }) items: SupervisionSummary[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}
export class SupervisionView extends SupervisionSummary {
  @ApiProperty() demand: string
  @ApiProperty() dueProvisional: boolean
  @ApiProperty({ type: String, nullable: true }) feedback: string | null
  @ApiProperty({ type: String, nullable: true }) conclusion: string | null
  @ApiProperty({ type: [DeskEvent] }) events: DeskEvent[]
  @ApiProperty({ enum: supervisionActNames, enumName: 'SupervisionAct', isArray: true })
  allowedActs: SupervisionAct[]
}

export class SupervisionQuery extends PageQuery {
  @ApiPropertyOptional({ enum: supervisionStates, enumName: 'SupervisionState', default: 'issued' })
  @IsOptional()
  @IsIn(supervisionStates, { message: '没有这种状态' })
  state?: SupervisionState

  @ApiPropertyOptional({ enum: supervisionLevels })
  @IsOptional()
  @Transform(({ value }) => Number(value))
  @IsIn(supervisionLevels, { message: '没有这种级别' })
  level?: SupervisionLevel

  @ApiPropertyOptional({ description: 'For those who see all; others see their own department' })
  @IsOptional()
  @Matches(idPattern, { message: '没有这个单位' })
  departmentId?: string

  @ApiPropertyOptional({ description: 'Only what is overdue' })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown)))
  @IsBoolean({ message: '没有这种时限' })
  overdue?: boolean
}

export class SuperviseBody {
  @IdOf('要督办的工单')
  workOrderId: string

  @ApiProperty({ enum: supervisionLevels })
  @IsIn(supervisionLevels, { message: '请选择督办级别' })
  level: SupervisionLevel

  @Words({ min: 5, max: 500, message: '请写清要求（5 到 500 个字）' })
  demand: string
}
export class FeedbackBody {
  @Words({
    min: feedbackMin,
    max: 500,
    message: `反馈为 ${feedbackMin} 到 500 个字，请写清原因、做了什么、何时办好`,
  })
  text: string
}
export class WordsBody {
  @Words({ min: 2, max: 500, message: '请写清楚（2 到 500 个字）' })
  text: string
}
