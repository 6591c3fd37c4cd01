import { Inject, Injectable } from '@nestjs/common'
import { In, LessThan, MoreThan } from 'typeorm'
import { Joining } from '../people/index.js'
import { type Config, templateKinds } from '../platform/config.js'
import { insertRows, isUniqueViolation, type Tx, UnitOfWork } from '../platform/database/index.js'
import { CONFIG } from '../platform/platform.module.js'
import { unprocessable } from '../platform/problem.js'
import type { SubscriptionList } from './notices.dto.js'
import { Subscription } from './subscription.entity.js'

/** Nobody taps "allow" more often without a message in between; WeChat's own count decides anyway. */
const MOST = 100

/** How many subscribe messages each person has allowed. One accept is one message. */
@Injectable()
export class Subscriptions {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'weChatTemplates'>,
    private readonly unitOfWork: UnitOfWork,
    joining: Joining,
  ) {
    joining.onJoin(moved)
  }

  /** The templates there are, and what is left of each. */
  async list(personId: string): Promise<SubscriptionList> {
    const rows = await this.unitOfWork.reader.findBy(Subscription, { personId })
    const left = new Map(rows.map(({ templateId, remaining }) => [templateId, remaining]))
    return {
      items: templateKinds.flatMap((kind) => {
        const template = this.config.weChatTemplates[kind]
        return template ? { kind, templateId: template.id, remaining: left.get(template.id) ?? 0 } : []
      }),
    }
  }

  /** One more message of each template. @throws Problem 422 `template_unknown` */
  async accept(personId: string, templateIds: readonly string[]): Promise<SubscriptionList> {
    const known = new Set(this.templateIds())
    if (templateIds.some((templateId) => !known.has(templateId)))
      throw unprocessable('template_unknown', '消息模板已更换，请重新打开小程序再订阅')
    for (const templateId of new Set(templateIds)) await this.addOne({ personId, templateId })
    return this.list(personId)
  }

  /** What these persons have left to be sent. By primary key. */
  async leftOf(tx: Tx, personIds: readonly string[]): Promise<Subscription[]> {
    if (personIds.length === 0 || this.templateIds().length === 0) return []
    return tx.findBy(Subscription, { personId: In([...new Set(personIds)]), remaining: MoreThan(0) })
  }

  async remaining(personId: string, templateId: string): Promise<number> {
    const row = await this.unitOfWork.reader.findOneBy(Subscription, { personId, templateId })
    return row?.remaining ?? 0
  }

  /** A message went out. */
  async spend(personId: string, templateId: string): Promise<void> {
    const key = { personId, templateId, remaining: MoreThan(0) }
    await this.unitOfWork.run((tx) => tx.decrement(Subscription, key, 'remaining', 1))
  }

  /** WeChat says that there is none left. */
  async exhaust(personId: string, templateId: string): Promise<void> {
    await this.unitOfWork.run((tx) => tx.update(Subscription, { personId, templateId }, { remaining: 0 }))
  }

  private templateIds(): string[] {
    return Object.values(this.config.weChatTemplates).map(({ id }) => id)
  }

  private async addOne(key: Pick<Subscription, 'personId' | 'templateId'>): Promise<void> {
    if (await this.countUp(key)) return
    try {
      await this.unitOfWork.run((tx) => insertRows(tx, Subscription, [{ ...key, remaining: 1 }]))
    } catch (error) {
      // There is a row already: at the limit, or made by another request just now.
      if (!isUniqueViolation(error)) throw error
      await this.countUp(key)
    }
  }

  private async countUp(key: Pick<Subscription, 'personId' | 'templateId'>): Promise<boolean> {
    const { affected } = await this.unitOfWork.run((tx) =>
      tx.increment(Subscription, { ...key, remaining: LessThan(MOST) }, 'remaining', 1),
    )
    return affected === 1
  }
}

/** A resident turned out to be another one; the account on WeChat, and so its accepts, is the same. */
async function moved(tx: Tx, from: string, to: string): Promise<void> {
  await tx.delete(Subscription, { personId: to })
  await tx.update(Subscription, { personId: from }, { personId: to })
}
