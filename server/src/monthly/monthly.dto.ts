import { ApiProperty } from '@nestjs/swagger'
import { Matches } from 'class-validator'
import { IdOf } from '../handling/index.js'
import { IsDay } from '../platform/dates.js'
import { Words } from '../platform/words.js'

const month = /^20\d\d-(0[1-9]|1[0-2])$/

export class MonthQuery {
  @ApiProperty({ example: '2026-10' })
  @Matches(month, { message: '月份形如 2026-10' })
  month: string
}

export class ChooseTopicBody {
  @ApiProperty({ example: '2026-10', description: 'Whose figures led to it' })
  @Matches(month, { message: '月份形如 2026-10' })
  month: string

  @IdOf('题目')
  categoryId: string

  @IdOf('牵头单位')
  departmentId: string

  @Words({ min: 2, max: 40, message: '请写明负责人' })
  owner: string

  @Words({ min: 10, max: 2000, message: '请写明怎么解决，10 到 2000 个字' })
  plan: string

  @ApiProperty({ example: '2026-12-31', description: 'A day to come, Shanghai' })
  @IsDay('完成日期形如 2026-12-31')
  dueOn: string
}

export class FinishTopicBody {
  @Words({ min: 10, max: 2000, message: '请写明做成了什么，10 到 2000 个字' })
  result: string
}

/** What was filed of a category in a month. */
export class CategoryMonthView {
  @ApiProperty({ example: '2026-10' }) month: string
  @ApiProperty() needs: number
  @ApiProperty() needsBefore: number
  @ApiProperty() rated: number
  @ApiProperty() solved: number
}

export class TopicProposalView extends CategoryMonthView {
  @ApiProperty() categoryId: string
  @ApiProperty() categoryName: string
  @ApiProperty({ description: 'Count × growth × unsolved' }) score: number
  @ApiProperty({ description: 'Already taken up' }) isChosen: boolean
}
export class ChosenTopic {
  @ApiProperty() id: string
}
export class TopicProposalsView {
  @ApiProperty({ type: [TopicProposalView] }) items: TopicProposalView[]
}

export class MonthlyTopicView {
  @ApiProperty() id: string
  @ApiProperty({ example: '2026-10' }) month: string
  @ApiProperty() categoryName: string
  @ApiProperty() departmentName: string
  @ApiProperty() owner: string
  @ApiProperty() plan: string
  @ApiProperty() dueOn: string
  @ApiProperty({ format: 'date-time' }) chosenAt: string
  @ApiProperty({ type: String, nullable: true }) result: string | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt: string | null
  @ApiProperty({ type: CategoryMonthView, description: 'The month that led to it' }) before: CategoryMonthView
  @ApiProperty({ type: CategoryMonthView, nullable: true, description: 'The latest month after it' })
  after: CategoryMonthView | null
}
export class MonthlyTopicPage {
  @ApiProperty({ type: [MonthlyTopicView] }) items: MonthlyTopicView[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}
