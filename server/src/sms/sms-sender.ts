/** What is sent: the words of a template that the provider knows, filled in. */
export interface SmsMessage {
  phone: string
  template: 'code' | 'notice'
  values: Readonly<Record<string, string>>
  /** The same message with the same key is sent once, however often it is asked for. */
  key: string
}

/** Sends to phones. Where nobody is configured to do so, there is none. docs/adr/0036 */
export abstract class SmsSender {
  /** @throws SmsRefusal, SmsUnreachable */
  abstract send(message: SmsMessage): Promise<void>
}
