import { Module } from '@nestjs/common'
import { RoutingController } from './routing.controller.js'
import { Routing } from './routing.js'

@Module({ controllers: [RoutingController], providers: [Routing], exports: [Routing] })
export class RoutingModule {}
