import { Module } from '@nestjs/common'
import { Areas } from './areas.js'

/** Areas and coordinates. */
@Module({ providers: [Areas], exports: [Areas] })
export class PlacesModule {}
