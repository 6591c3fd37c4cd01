import { Module } from '@nestjs/common'
import { PeopleModule } from '../people/index.js'
import { Editions } from './editions.js'
import { RoutingController } from './routing.controller.js'
import { RoutingRules } from './routing-rules.js'
import { Routing } from './routing.js'
import { RuleAlarm } from './rule-alarm.js'

@Module({
  imports: [PeopleModule],
  controllers: [RoutingController],
  providers: [Editions, Routing, RoutingRules, RuleAlarm],
  exports: [Routing],
})
export class RoutingModule {}
