import { Module } from '@nestjs/common'
import { AttachmentsModule } from '../attachments/index.js'
import { DeadlinesModule } from '../deadlines/index.js'
import { MessagesModule } from '../messages/index.js'
import { PeopleModule } from '../people/index.js'
import { PlacesModule } from '../places/index.js'
import { RoutingModule } from '../routing/index.js'
import { Acting } from './acting.js'
import { AssistingController } from './assisting.controller.js'
import { Assisting } from './assisting.service.js'
import { Concluding } from './concluding.service.js'
import { Dispatching } from './dispatching.js'
import { ExtendingController } from './extending.controller.js'
import { Extending } from './extending.service.js'
import { Loading } from './loading.js'
import { MergedNeedStore } from './merged-need.store.js'
import { MergingTogether } from './merging-together.js'
import { Merging } from './merging.service.js'
import { NeedActing } from './need-acting.js'
import { NeedActs } from './need-acts.service.js'
import { NeedDeskController } from './need-desk.controller.js'
import { NeedController } from './need.controller.js'
import { NeedNotices } from './need-notices.js'
import { NeedStore } from './need.store.js'
import { NeedViews } from './need.views.js'
import { Planning } from './planning.service.js'
import { Recomputing } from './recomputing.js'
import { Supplementing } from './supplementing.service.js'
import { TriageController } from './triage.controller.js'
import { TriageViews } from './triage.views.js'
import { WhyViews } from './why.views.js'
import { WorkOrderActing } from './work-order-acting.js'
import { WorkOrderActs } from './work-order-acts.service.js'
import { WorkOrderController } from './work-order.controller.js'
import { WorkOrderStore } from './work-order.store.js'
import { WorkOrderLists } from './work-order.lists.js'
import { WorkOrderViews } from './work-order.views.js'

@Module({
  imports: [AttachmentsModule, DeadlinesModule, MessagesModule, PeopleModule, PlacesModule, RoutingModule],
  controllers: [
    AssistingController,
    ExtendingController,
    NeedController,
    NeedDeskController,
    TriageController,
    WorkOrderController,
  ],
  providers: [
    Acting,
    Assisting,
    Concluding,
    Dispatching,
    Extending,
    Loading,
    MergedNeedStore,
    Merging,
    MergingTogether,
    NeedActing,
    NeedActs,
    NeedNotices,
    NeedStore,
    NeedViews,
    Planning,
    Recomputing,
    Supplementing,
    TriageViews,
    WhyViews,
    WorkOrderActing,
    WorkOrderActs,
    WorkOrderStore,
    WorkOrderLists,
    WorkOrderViews,
  ],
  exports: [
    Acting,
    Assisting,
    Concluding,
    Dispatching,
    Extending,
    Merging,
    MergingTogether,
    NeedActs,
    NeedStore,
    NeedViews,
    Planning,
    Supplementing,
    WorkOrderActs,
    WorkOrderViews,
  ],
})
export class HandlingModule {}
