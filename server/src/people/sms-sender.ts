/** Sends codes to phones. No provider is connected yet; whoever connects one provides this in PeopleModule. */
export abstract class SmsSender {
  abstract send(phone: string, code: string): Promise<void>
}
