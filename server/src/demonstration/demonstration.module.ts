import { Module } from '@nestjs/common'
import { PlacesModule } from '../places/index.js'
import { SetupController } from './setup.controller.js'

@Module({ imports: [PlacesModule], controllers: [SetupController] })
export class DemonstrationModule {}
