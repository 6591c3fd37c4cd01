import { Inject, Injectable } from '@nestjs/common'
import { Residents } from '../people/index.js'
import { type Config, type TemplateKind, templateKinds } from '../platform/config.js'
import type { Tx } from '../platform/database/index.js'
import { CONFIG } from '../platform/platform.module.js'
import { WeChat, WeChatRefusal } from '../wechat/index.js'
import type { Outbox } from './outbox.entity.js'
import { SmsDelivery } from './sms-delivery.js'
import { Subscribers, Undeliverable } from './subscribers.js'
import { Subscriptions } from './subscriptions.js'
import type { Telling } from './telling.js'
import { templateData } from './template-values.js'

export const messageLane = 'message'
const isKind = (topic: string): topic is TemplateKind => templateKinds.some((kind) => kind === topic)

/**
 * Brings a message out of the house: by WeChat while the person has allowed one, else by SMS where there
 * is a provider. Whoever can be reached by neither has the notice inside of the app all the same.
 */
@Injectable()
export class MessageDelivery {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'weChatTemplates'>,
    private readonly weChat: WeChat,
    private readonly residents: Residents,
    private readonly subscriptions: Subscriptions,
    private readonly sms: SmsDelivery,
    subscribers: Subscribers,
  ) {
    subscribers.deliver(messageLane, (row) => this.deliver(row))
  }

  /** Those of the tellings that it is worth posting a message for. */
  async reachable(tx: Tx, tellings: readonly Telling[]): Promise<Telling[]> {
    const outward = tellings.filter(({ message }) => message)
    if (this.sms.isThere) return outward
    const left = await this.subscriptions.leftOf(
      tx,
      outward.map(({ personId }) => personId),
    )
    const allowed = new Set(left.map(({ personId, templateId }) => `${personId} ${templateId}`))
    return outward.filter(({ personId, message }) => {
      const template = message && this.config.weChatTemplates[message.kind]
      return template && allowed.has(`${personId} ${template.id}`)
    })
  }

  private async deliver(row: Outbox): Promise<void> {
    const { needId, topic, payload } = row
    const { personId, words, ...values } = payload as Record<string, string>
    if (!isKind(topic) || !personId || !words) throw new Undeliverable(`a message without ${topic}`)
    const resident = await this.residents.byId(personId)
    const openId = this.residents.readable(resident?.weChatCipher)
    if (openId && (await this.byWeChat({ openId, personId, needId, kind: topic, values }))) return
    if (resident?.phoneCipher) await this.sms.insteadOf(row)
  }

  /** @returns false when the person has not allowed it (any more) */
  private async byWeChat(message: {
    openId: string
    personId: string
    needId: string
    kind: TemplateKind
    values: Record<string, string>
  }): Promise<boolean> {
    const { openId, personId, needId, kind, values } = message
    const template = this.config.weChatTemplates[kind]
    if (!template || (await this.subscriptions.remaining(personId, template.id)) < 1) return false
    try {
      await this.weChat.sendSubscribeMessage({
        openId,
        templateId: template.id,
        page: `pages/need/index?id=${needId}`,
        data: templateData(template, values),
      })
      await this.subscriptions.spend(personId, template.id)
      return true
    } catch (error) {
      if (!(error instanceof WeChatRefusal)) throw error
      if (error.remedy === 'never') throw new Undeliverable(error.message)
      if (error.remedy !== 'notAllowed') throw error
      await this.subscriptions.exhaust(personId, template.id)
      return false
    }
  }
}
