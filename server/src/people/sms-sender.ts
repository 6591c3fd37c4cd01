/** Sends to phones. No provider is connected yet; whoever connects one provides this in PeopleModule and exports it. */
export abstract class SmsSender {
  abstract send(phone: string, code: string): Promise<void>
  /** @param key the same words with the same key are one message, however often they are sent */
  abstract tell(phone: string, words: string, key: string): Promise<void>
}
