import { Module } from '@nestjs/common'
import type { Config } from '../platform/config.js'
import { CONFIG } from '../platform/platform.module.js'
import { HttpSmsSender } from './http-sms-sender.js'
import { SmsSender } from './sms-sender.js'

/** Where no provider is configured there is no sender, and whoever needs one says so to the person. */
const sender = {
  provide: SmsSender,
  inject: [CONFIG],
  useFactory: ({ sms }: Pick<Config, 'sms'>) => sms && new HttpSmsSender(sms),
}

/** Short messages to phones. Knows nothing of needs and residents. */
@Module({ providers: [sender], exports: [SmsSender] })
export class SmsModule {}
