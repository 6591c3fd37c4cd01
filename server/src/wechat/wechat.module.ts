import { Module } from '@nestjs/common'
import { WeChat } from './wechat.js'
import { WeChatEvents } from './wechat-events.js'
import { WeChatEventsController } from './wechat-events.controller.js'
import { WeChatHttp } from './wechat-http.js'
import { WeChatTokens } from './wechat-tokens.js'

/** WeChat's servers, as we talk to them and as they talk to us. Knows nothing of needs and residents. */
@Module({
  controllers: [WeChatEventsController],
  providers: [WeChat, WeChatEvents, WeChatHttp, WeChatTokens],
  exports: [WeChat, WeChatEvents],
})
export class WeChatModule {}
