import { Module } from '@nestjs/common'
import { Areas } from './areas.js'
import { EntriesController } from './entries.controller.js'
import { Entries } from './entries.js'
import { PlacesController } from './places.controller.js'

/** Areas, coordinates, and the codes that hang in places. */
@Module({
  controllers: [EntriesController, PlacesController],
  providers: [Areas, Entries],
  exports: [Areas, Entries],
})
export class PlacesModule {}
