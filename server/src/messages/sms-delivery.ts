import { Injectable, Optional } from '@nestjs/common'
import { Residents } from '../people/index.js'
import { insertRows, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { SmsRefusal, SmsSender } from '../sms/index.js'
import { WeChat, WeChatRefusal, WeChatUnreachable } from '../wechat/index.js'
import { Outbox, toDeliver } from './outbox.entity.js'
import { Subscribers, Undeliverable } from './subscribers.js'

export const smsLane = 'sms'

/**
 * Tells by SMS who could not be told by WeChat. A lane of its own: a provider that is slow or out of money holds up
 * no other message.
 */
@Injectable()
export class SmsDelivery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
    private readonly residents: Residents,
    private readonly weChat: WeChat,
    subscribers: Subscribers,
    @Optional() private readonly sender?: SmsSender,
  ) {
    if (sender) subscribers.deliver(smsLane, (row) => this.deliver(sender, row))
  }

  /** Whether there is a provider at all. */
  get isThere(): boolean {
    return this.sender !== undefined
  }

  /** In place of this message. Posted twice it is still one SMS: the provider knows it by the key. */
  async insteadOf({ id, needId, topic, payload }: Outbox): Promise<void> {
    if (!this.sender) return
    const row = { needId, lane: smsLane, topic, payload: { ...payload, key: id } }
    await this.unitOfWork.run((tx) => insertRows(tx, Outbox, [toDeliver(row, this.present.now())]))
  }

  private async deliver(sender: SmsSender, { needId, payload }: Outbox): Promise<void> {
    const { personId, words, key } = payload as Record<string, string>
    const resident = personId ? await this.residents.byId(personId) : null
    const phone = this.residents.readable(resident?.phoneCipher)
    if (!phone || !words || !key) return
    const link = await this.linkTo(needId)
    const values = { words: link ? `${words} ${link}` : words }
    try {
      await sender.send({ phone, template: 'notice', values, key })
    } catch (error) {
      if (error instanceof SmsRefusal && error.remedy === 'never') throw new Undeliverable(error.message)
      throw error
    }
  }

  /** Opens the need in the mini-program, for whoever may see it. Without one the message is as good. */
  private async linkTo(needId: string): Promise<string | null> {
    try {
      return await this.weChat.urlLink('pages/need/index', `id=${needId}`)
    } catch (error) {
      if (error instanceof WeChatRefusal || error instanceof WeChatUnreachable) return null
      throw error
    }
  }
}
