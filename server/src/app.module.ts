import { type DynamicModule, Module } from '@nestjs/common'
import { AttachmentsModule } from './attachments/index.js'
import { CallbacksModule } from './callbacks/index.js'
import { DemonstrationModule } from './demonstration/index.js'
import { DisclosureModule } from './disclosure/index.js'
import { ExportsModule } from './exports/index.js'
import { FeedbackModule } from './feedback/index.js'
import { HandlingModule } from './handling/index.js'
import { IntakeModule } from './intake/index.js'
import { LookalikesModule } from './lookalikes/index.js'
import { MessagesModule } from './messages/index.js'
import { MonthlyModule } from './monthly/index.js'
import { PeopleModule } from './people/index.js'
import { PlacesModule } from './places/index.js'
import { PlatformModule, type Surroundings } from './platform/platform.module.js'
import { RoutingModule } from './routing/index.js'
import { SafetyModule } from './safety/index.js'
import { ScoresModule } from './scores/index.js'
import { SupervisionModule } from './supervision/index.js'
import { VisitsModule } from './visits/index.js'

/** The whole server. */
@Module({})
export class AppModule {
  static in(surroundings: Surroundings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(surroundings),
        PeopleModule,
        MessagesModule,
        PlacesModule,
        RoutingModule,
        AttachmentsModule,
        HandlingModule,
        LookalikesModule,
        IntakeModule,
        FeedbackModule,
        CallbacksModule,
        ScoresModule,
        ExportsModule,
        MonthlyModule,
        SupervisionModule,
        SafetyModule,
        VisitsModule,
        DisclosureModule,
        DemonstrationModule,
      ],
    }
  }
}
