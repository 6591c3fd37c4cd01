import { Module } from '@nestjs/common'
import { DeadlinesModule } from '../deadlines/index.js'
import { HandlingModule } from '../handling/index.js'
import { MessagesModule } from '../messages/index.js'
import { PeopleModule } from '../people/index.js'
import { PlacesModule } from '../places/index.js'
import { RoutingModule } from '../routing/index.js'
import { SupervisionModule } from '../supervision/index.js'
import { CountedNeeds } from './counted-needs.js'
import { Counting } from './counting.js'
import { ExclusionController } from './exclusion.controller.js'
import { Exclusions } from './exclusions.js'
import { Pooling } from './pooled-sums.js'
import { FrozenLists } from './frozen-lists.js'
import { SchemeController } from './scheme.controller.js'
import { Schemes } from './schemes.js'
import { Scopes } from './scope.js'
import { ScoresController } from './scores.controller.js'
import { Scores } from './scores.service.js'
import { ScoresStore } from './scores.store.js'
import { Snapshots } from './snapshots.js'

/** 三率: what is counted of the needs, and what the leaders see of it. WORKFLOW §4. */
@Module({
  imports: [
    DeadlinesModule,
    HandlingModule,
    MessagesModule,
    PeopleModule,
    PlacesModule,
    RoutingModule,
    SupervisionModule,
  ],
  controllers: [ExclusionController, SchemeController, ScoresController],
  providers: [
    CountedNeeds,
    Counting,
    Exclusions,
    FrozenLists,
    Pooling,
    Schemes,
    Scopes,
    Scores,
    ScoresStore,
    Snapshots,
  ],
  exports: [CountedNeeds, Counting, Scores, Scopes],
})
export class ScoresModule {}
