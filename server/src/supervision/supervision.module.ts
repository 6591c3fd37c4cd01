import { Module } from '@nestjs/common'
import { DeadlinesModule } from '../deadlines/index.js'
import { HandlingModule } from '../handling/index.js'
import { MessagesModule } from '../messages/index.js'
import { PeopleModule } from '../people/index.js'
import { PlacesModule } from '../places/index.js'
import { Issuing } from './issuing.js'
import { NearNeeds } from './near-needs.js'
import { Patterns } from './patterns.js'
import { PatternsController } from './patterns.controller.js'
import { ReminderController } from './reminder.controller.js'
import { Reminders } from './reminder.service.js'
import { RepeatedNeeds } from './repeated-needs.js'
import { RuleFollowers } from './rule-followers.js'
import { Rules } from './rules.js'
import { StaffNotices } from './staff-notices.js'
import { Subjects } from './subjects.js'
import { SupervisionOrderController } from './supervision-order.controller.js'
import { SupervisionOrders } from './supervision-order.service.js'
import { SupervisionOrderStore } from './supervision-order.store.js'
import { SupervisionOrderViews } from './supervision-order.views.js'

/** What happens when it takes too long: reminders, supervision by rule and by hand, what comes again. WORKFLOW §6 */
@Module({
  imports: [DeadlinesModule, HandlingModule, MessagesModule, PeopleModule, PlacesModule],
  controllers: [PatternsController, ReminderController, SupervisionOrderController],
  providers: [
    Issuing,
    NearNeeds,
    Patterns,
    Reminders,
    RepeatedNeeds,
    RuleFollowers,
    Rules,
    StaffNotices,
    SupervisionOrders,
    SupervisionOrderStore,
    SupervisionOrderViews,
    Subjects,
  ],
  exports: [Reminders, StaffNotices, Subjects, SupervisionOrders],
})
export class SupervisionModule {}
