import { Module } from '@nestjs/common'
import { DeadlinesModule } from '../deadlines/index.js'
import { HandlingModule } from '../handling/index.js'
import { MessagesModule } from '../messages/index.js'
import { PeopleModule } from '../people/index.js'
import { PlacesModule } from '../places/index.js'
import { RoutingModule } from '../routing/index.js'
import { AttachmentsModule } from '../attachments/index.js'
import { SupervisionModule } from '../supervision/index.js'
import { ComplaintClocks } from './complaint-clocks.js'
import { ComplaintEscalating } from './complaint-escalating.js'
import { EvidenceController } from './complaint-evidence.controller.js'
import { EvidenceRequests } from './complaint-evidence.service.js'
import { ComplaintStaffNotices } from './complaint-staff-notices.js'
import { ComplaintController } from './complaint.controller.js'
import { ComplaintSupervision } from './complaint-supervision.js'
import { ComplaintNotices } from './complaint-notices.js'
import { Complaints } from './complaint.service.js'
import { ComplaintStore } from './complaint.store.js'
import { ComplaintViews } from './complaint.views.js'
import { RatingController } from './rating.controller.js'
import { FollowUpController } from './follow-up.controller.js'
import { FollowUps } from './follow-up.service.js'
import { Ratings } from './rating.service.js'
import { RatingStore } from './rating.store.js'

@Module({
  imports: [
    AttachmentsModule,
    SupervisionModule,
    DeadlinesModule,
    HandlingModule,
    MessagesModule,
    PeopleModule,
    PlacesModule,
    RoutingModule,
  ],
  controllers: [ComplaintController, EvidenceController, FollowUpController, RatingController],
  providers: [
    ComplaintClocks,
    ComplaintEscalating,
    ComplaintStaffNotices,
    ComplaintSupervision,
    EvidenceRequests,
    ComplaintNotices,
    Complaints,
    ComplaintStore,
    ComplaintViews,
    FollowUps,
    Ratings,
    RatingStore,
  ],
  exports: [Complaints, ComplaintViews, Ratings],
})
export class FeedbackModule {}
