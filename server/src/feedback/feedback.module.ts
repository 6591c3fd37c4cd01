import { Module } from '@nestjs/common'
import { DeadlinesModule } from '../deadlines/index.js'
import { HandlingModule } from '../handling/index.js'
import { MessagesModule } from '../messages/index.js'
import { PeopleModule } from '../people/index.js'
import { PlacesModule } from '../places/index.js'
import { ComplaintClock } from './complaint-clock.js'
import { ComplaintController } from './complaint.controller.js'
import { ComplaintNotices } from './complaint-notices.js'
import { Complaints } from './complaint.service.js'
import { ComplaintStore } from './complaint.store.js'
import { ComplaintViews } from './complaint.views.js'
import { RatingController } from './rating.controller.js'
import { Ratings } from './rating.service.js'

@Module({
  imports: [DeadlinesModule, HandlingModule, MessagesModule, PeopleModule, PlacesModule],
  controllers: [ComplaintController, RatingController],
  providers: [ComplaintClock, ComplaintNotices, Complaints, ComplaintStore, ComplaintViews, Ratings],
  exports: [Complaints, Ratings],
})
export class FeedbackModule {}
