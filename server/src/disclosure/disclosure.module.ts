import { Module } from '@nestjs/common'
import { AttachmentsModule } from '../attachments/index.js'
import { HandlingModule } from '../handling/index.js'
import { MessagesModule } from '../messages/index.js'
import { PeopleModule } from '../people/index.js'
import { PlacesModule } from '../places/index.js'
import { RoutingModule } from '../routing/index.js'
import { SafetyModule } from '../safety/index.js'
import { ScoresModule } from '../scores/index.js'
import { Disclosing } from './disclosing.js'
import { DisclosureController } from './disclosure.controller.js'
import { DisclosureStore } from './disclosure.store.js'
import { Disclosures } from './disclosures.js'

/** 公示: what the public sees. */
@Module({
  imports: [
    AttachmentsModule,
    HandlingModule,
    MessagesModule,
    PeopleModule,
    PlacesModule,
    RoutingModule,
    SafetyModule,
    ScoresModule,
  ],
  controllers: [DisclosureController],
  providers: [Disclosing, Disclosures, DisclosureStore],
  exports: [Disclosures],
})
export class DisclosureModule {}
