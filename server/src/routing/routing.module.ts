import { Module } from '@nestjs/common'
import { PeopleModule } from '../people/index.js'
import { PlacesModule } from '../places/index.js'
import { Localities } from './locality/localities.js'
import { RoutingController } from './routing.controller.js'
import { ModelKeeping } from './model-keeping.js'
import { RoutingModels } from './routing-models.js'
import { RoutingRules } from './routing-rules.js'
import { RoutingViews } from './routing.views.js'
import { Routing } from './routing.js'
import { RuleAlarm } from './rule-alarm.js'
import { RuleChecking } from './rule-checking.js'
import { RuleKeeping } from './rule-keeping.service.js'
import { RulesController } from './rules.controller.js'
import { SiteLearning } from './site-learning.js'
import { SiteTextStore } from './site-texts.js'

@Module({
  imports: [PeopleModule, PlacesModule],
  controllers: [RoutingController, RulesController],
  providers: [
    Localities,
    ModelKeeping,
    Routing,
    RoutingModels,
    RoutingRules,
    RoutingViews,
    RuleAlarm,
    RuleChecking,
    RuleKeeping,
    SiteLearning,
    SiteTextStore,
  ],
  exports: [Routing, RoutingViews],
})
export class RoutingModule {}
