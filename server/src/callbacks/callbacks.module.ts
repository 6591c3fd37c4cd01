import { Module } from '@nestjs/common'
import { FeedbackModule } from '../feedback/index.js'
import { HandlingModule } from '../handling/index.js'
import { MessagesModule } from '../messages/index.js'
import { PeopleModule } from '../people/index.js'
import { PlacesModule } from '../places/index.js'
import { CallBackController } from './call-back.controller.js'
import { CallBackStore } from './call-back.store.js'
import { CallBackViews } from './call-back.views.js'
import { CallBacks } from './call-backs.js'
import { CallingBack } from './calling-back.js'

@Module({
  imports: [FeedbackModule, HandlingModule, MessagesModule, PeopleModule, PlacesModule],
  controllers: [CallBackController],
  providers: [CallBacks, CallBackStore, CallBackViews, CallingBack],
  exports: [CallBacks],
})
export class CallbacksModule {}
