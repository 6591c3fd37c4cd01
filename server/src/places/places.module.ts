import { Module } from '@nestjs/common'
import { Areas } from './areas.js'
import { PlacesController } from './places.controller.js'

/** Areas and coordinates. */
@Module({ controllers: [PlacesController], providers: [Areas], exports: [Areas] })
export class PlacesModule {}
