export { SmsModule } from './sms.module.js'
export { type SmsMessage, SmsSender } from './sms-sender.js'
export { SmsRefusal, SmsUnreachable } from './sms-errors.js'
