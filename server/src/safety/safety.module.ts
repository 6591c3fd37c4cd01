import { Module } from '@nestjs/common'
import { AttachmentsModule } from '../attachments/index.js'
import { HandlingModule } from '../handling/index.js'
import { MessagesModule } from '../messages/index.js'
import { PeopleModule } from '../people/index.js'
import { WeChatModule } from '../wechat/index.js'
import { Checking } from './checking.js'
import { Flagged } from './flagged.js'
import { FlaggedController } from './flagged.controller.js'
import { NeedSafety } from './need-safety.js'

/** Content safety of what residents file. */
@Module({
  imports: [AttachmentsModule, HandlingModule, MessagesModule, PeopleModule, WeChatModule],
  controllers: [FlaggedController],
  providers: [Checking, Flagged, NeedSafety],
  exports: [Flagged],
})
export class SafetyModule {}
