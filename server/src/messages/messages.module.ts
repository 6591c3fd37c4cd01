import { Module } from '@nestjs/common'
import { PeopleModule } from '../people/index.js'
import { SmsModule } from '../sms/index.js'
import { WeChatModule } from '../wechat/index.js'
import { Claims } from './claims.js'
import { GivenUp } from './given-up.js'
import { MessageDelivery } from './message-delivery.js'
import { Notices } from './notices.js'
import { NoticesController } from './notices.controller.js'
import { OutboxController } from './outbox.controller.js'
import { Relay } from './relay.js'
import { SmsDelivery } from './sms-delivery.js'
import { Subscribers } from './subscribers.js'
import { Subscriptions } from './subscriptions.js'

/** The outbox and what becomes of it: notices in the app, subscribe messages, SMS. */
@Module({
  imports: [PeopleModule, SmsModule, WeChatModule],
  controllers: [NoticesController, OutboxController],
  providers: [Claims, GivenUp, MessageDelivery, Notices, Relay, SmsDelivery, Subscribers, Subscriptions],
  exports: [Notices, Relay, Subscribers],
})
export class MessagesModule {}
