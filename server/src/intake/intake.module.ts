import { Module } from '@nestjs/common'
import { AttachmentsModule } from '../attachments/index.js'
import { DeadlinesModule } from '../deadlines/index.js'
import { HandlingModule } from '../handling/index.js'
import { LookalikesModule } from '../lookalikes/index.js'
import { PeopleModule } from '../people/index.js'
import { PlacesModule } from '../places/index.js'
import { RoutingModule } from '../routing/index.js'
import { IntakeController } from './intake.controller.js'
import { Intake } from './intake.service.js'
import { ReceiptNumbers } from './receipt-numbers.js'

@Module({
  imports: [
    AttachmentsModule,
    DeadlinesModule,
    HandlingModule,
    LookalikesModule,
    PeopleModule,
    PlacesModule,
    RoutingModule,
  ],
  controllers: [IntakeController],
  providers: [Intake, ReceiptNumbers],
  exports: [Intake],
})
export class IntakeModule {}
