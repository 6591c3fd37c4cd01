import { Inject, Injectable } from '@nestjs/common'
import { Attachments } from '../attachments/index.js'
import { NeedStore } from '../handling/index.js'
import { type Outbox, Subscribers } from '../messages/index.js'
import { Residents } from '../people/index.js'
import type { Config } from '../platform/config.js'
import { type Tx, UnitOfWork } from '../platform/database/index.js'
import { CONFIG } from '../platform/platform.module.js'
import { Present } from '../platform/present.js'
import { notFound } from '../platform/problem.js'
import {
  type ContentVerdict,
  type PushedEvent,
  suggestions,
  WeChat,
  WeChatEvents,
  WeChatRefusal,
} from '../wechat/index.js'
import { ContentCheck } from './content-check.entity.js'
import { lateLane, safetyLanes } from './need-safety.js'

/** WeChat could not tell, so a person has to. */
const forPerson: ContentVerdict = { suggest: 'review', label: null }

/** Asks WeChat about a text or a photo and keeps what it says. */
@Injectable()
export class Checking {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    private readonly attachments: Attachments,
    private readonly needs: NeedStore,
    private readonly present: Present,
    private readonly residents: Residents,
    private readonly unitOfWork: UnitOfWork,
    private readonly weChat: WeChat,
    subscribers: Subscribers,
    events: WeChatEvents,
  ) {
    for (const lane of Object.values(safetyLanes)) subscribers.deliver(lane, (row) => this.ask(row))
    subscribers.deliver(lateLane, (row) => this.giveToPerson(row))
    events.on('wxa_media_check', (tx, event) => this.takeVerdict(tx, event))
  }

  private async ask({ payload }: Outbox): Promise<void> {
    const check = await this.waiting(String(payload.checkId))
    const need = check && (await this.needs.byId(check.needId))
    if (!check || !need) return
    const resident = await this.residents.byId(need.residentId)
    const openId = this.residents.readable(resident?.weChatCipher)
    try {
      if (!openId) await this.keep(check.id, forPerson)
      else if (check.kind === 'text')
        await this.keep(check.id, await this.weChat.checkText(openId, need.text))
      else await this.askAboutPhoto(check, openId)
    } catch (error) {
      // For example somebody who has not used WeChat for two hours: asking again does not help.
      if (!(error instanceof WeChatRefusal) || error.remedy !== 'never') throw error
      await this.keep(check.id, forPerson)
    }
  }

  private async askAboutPhoto(
    { id, subjectId, traceId: asked }: ContentCheck,
    openId: string,
  ): Promise<void> {
    if (asked) return
    const url = this.config.publicUrl + this.attachments.linkTo(subjectId)
    const traceId = await this.weChat.checkPhoto(openId, url)
    await this.unitOfWork.run((tx) => tx.update(ContentCheck, { id }, { traceId }))
  }

  /** @throws Problem 404 for a check that nobody asked for (or not yet: WeChat pushes again) */
  private async takeVerdict(tx: Tx, event: PushedEvent): Promise<void> {
    const check = await tx.findOneBy(ContentCheck, { traceId: String(event.trace_id) })
    if (!check) throw notFound('content_check_not_found', '没有这次检测')
    await store(tx, check.id, verdictOf(event), this.present.now())
  }

  private async giveToPerson({ payload }: Outbox): Promise<void> {
    await this.keep(String(payload.checkId), forPerson)
  }

  private waiting(id: string): Promise<ContentCheck | null> {
    return this.unitOfWork.reader.findOneBy(ContentCheck, { id, state: 'waiting' })
  }

  private async keep(id: string, verdict: ContentVerdict): Promise<void> {
    await this.unitOfWork.run((tx) => store(tx, id, verdict, this.present.now()))
  }
}

/** The first verdict counts; a later or repeated one changes nothing. */
async function store(tx: Tx, id: string, { suggest, label }: ContentVerdict, checkedAt: Date): Promise<void> {
  const state = suggest === 'pass' ? 'passed' : 'flagged'
  await tx.update(ContentCheck, { id, state: 'waiting' }, { state, suggest, label, checkedAt })
}

function verdictOf({ errcode, result }: PushedEvent): ContentVerdict {
  if (errcode || typeof result !== 'object' || result === null) return forPerson
  const { suggest, label } = result as Partial<ContentVerdict>
  const known = suggestions.find((each) => each === suggest)
  return known ? { suggest: known, label: typeof label === 'number' ? label : null } : forPerson
}
