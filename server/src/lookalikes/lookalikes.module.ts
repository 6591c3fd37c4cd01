import { Module } from '@nestjs/common'
import { AttachmentsModule } from '../attachments/index.js'
import { DisclosureModule } from '../disclosure/index.js'
import { HandlingModule } from '../handling/index.js'
import { MessagesModule } from '../messages/index.js'
import { PeopleModule } from '../people/index.js'
import { PlacesModule } from '../places/index.js'
import { RoutingModule } from '../routing/index.js'
import { SafetyModule } from '../safety/index.js'
import { ScoresModule } from '../scores/index.js'
import { GrowingTopics } from './growing-topics.js'
import { LookalikeController } from './lookalike.controller.js'
import { LookalikeFollowers } from './lookalike-followers.js'
import { LookalikeStore } from './lookalike.store.js'
import { Lookalikes } from './lookalikes.js'
import { TopicMaking } from './topic-making.js'
import { TopicController } from './topic.controller.js'
import { TopicStore } from './topic.store.js'
import { Topics } from './topics.js'

/** What is about the same thing: shown while filing, and to the desk as topics. */
@Module({
  imports: [
    AttachmentsModule,
    DisclosureModule,
    HandlingModule,
    MessagesModule,
    PeopleModule,
    PlacesModule,
    RoutingModule,
    SafetyModule,
    ScoresModule,
  ],
  controllers: [LookalikeController, TopicController],
  providers: [GrowingTopics, LookalikeFollowers, LookalikeStore, Lookalikes, TopicMaking, Topics, TopicStore],
  exports: [Lookalikes],
})
export class LookalikesModule {}
