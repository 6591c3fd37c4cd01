import { Module } from '@nestjs/common'
import { AttachmentsModule } from '../attachments/index.js'
import { DeadlinesModule } from '../deadlines/index.js'
import { MessagesModule } from '../messages/index.js'
import { PeopleModule } from '../people/index.js'
import { PlacesModule } from '../places/index.js'
import { RoutingModule } from '../routing/index.js'
import { Acting } from './acting.js'
import { Dispatching } from './dispatching.js'
import { NeedActs } from './need-acts.service.js'
import { NeedController } from './need.controller.js'
import { NeedNotices } from './need-notices.js'
import { NeedStore } from './need.store.js'
import { NeedViews } from './need.views.js'
import { Recomputing } from './recomputing.js'
import { TriageController } from './triage.controller.js'
import { TriageViews } from './triage.views.js'
import { WorkOrderActs } from './work-order-acts.service.js'
import { WorkOrderController } from './work-order.controller.js'
import { WorkOrderStore } from './work-order.store.js'
import { WorkOrderViews } from './work-order.views.js'

@Module({
  imports: [AttachmentsModule, DeadlinesModule, MessagesModule, PeopleModule, PlacesModule, RoutingModule],
  controllers: [NeedController, TriageController, WorkOrderController],
  providers: [
    Acting,
    Dispatching,
    NeedActs,
    NeedNotices,
    NeedStore,
    NeedViews,
    Recomputing,
    TriageViews,
    WorkOrderActs,
    WorkOrderStore,
    WorkOrderViews,
  ],
  exports: [Acting, Dispatching, NeedActs, NeedStore, NeedViews, WorkOrderActs],
})
export class HandlingModule {}
