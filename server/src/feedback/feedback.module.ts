import { Module } from '@nestjs/common'
import { HandlingModule } from '../handling/index.js'
import { PeopleModule } from '../people/index.js'
import { RatingController } from './rating.controller.js'
import { Ratings } from './rating.service.js'

@Module({
  imports: [HandlingModule, PeopleModule],
  controllers: [RatingController],
  providers: [Ratings],
  exports: [Ratings],
})
export class FeedbackModule {}
