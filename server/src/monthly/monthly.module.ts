import { Module } from '@nestjs/common'
import { FeedbackModule } from '../feedback/index.js'
import { HandlingModule } from '../handling/index.js'
import { PeopleModule } from '../people/index.js'
import { RoutingModule } from '../routing/index.js'
import { CategoryMonths } from './category-months.js'
import { MonthlyController } from './monthly.controller.js'
import { MonthlyTopics } from './monthly-topics.js'

/** 每月一题: what the figures propose and the district takes up as a whole. */
@Module({
  imports: [FeedbackModule, HandlingModule, PeopleModule, RoutingModule],
  controllers: [MonthlyController],
  providers: [CategoryMonths, MonthlyTopics],
})
export class MonthlyModule {}
