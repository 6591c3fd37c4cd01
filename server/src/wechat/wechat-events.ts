import { Inject, Injectable, Logger } from '@nestjs/common'
import { DAY, MINUTE } from '@minsheng/shared'
import { LessThan } from 'typeorm'
import type { Config } from '../platform/config.js'
import { insertRows, isUniqueViolation, type Tx, UnitOfWork } from '../platform/database/index.js'
import { CONFIG } from '../platform/platform.module.js'
import { Present } from '../platform/present.js'
import { badRequest, conflict, forbidden } from '../platform/problem.js'
import { decryptEvent, isSigned } from './event-crypto.js'
import { WeChatEvent } from './wechat-event.entity.js'

const SECOND = 1_000
/** How far the event's time may be from ours. */
const TOLERANCE = 5 * MINUTE

/** What a pushed event says, beside what its kind adds. */
export interface PushedEvent {
  Event: string
  [name: string]: unknown
}
type Handler = (tx: Tx, event: PushedEvent) => Promise<void>

/** How WeChat signs an encrypted push: in the address, not in the body. */
export interface Signed {
  timestamp: string
  nonce: string
  msg_signature: string
}

/** Takes what WeChat pushes: checked, decrypted, each event once. */
@Injectable()
export class WeChatEvents {
  private readonly logger = new Logger('wechat')
  private readonly handlers = new Map<string, Handler>()

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'weChat' | 'weChatEvents'>,
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
  ) {}

  /** Whoever wants events of a kind. The handler runs in the transaction that notes the event as seen. */
  on(event: string, handler: Handler): void {
    this.handlers.set(event, handler)
  }

  /** The question that WeChat asks when the address is registered. @throws Problem 403 `event_signature_wrong` */
  greet({ signature, timestamp, nonce }: { signature: string; timestamp: string; nonce: string }): void {
    if (!isSigned(signature, this.config.weChatEvents.token, timestamp, nonce)) throw signatureWrong()
  }

  /**
   * @throws Problem 403 `event_signature_wrong`, `event_too_old`; 400 `event_unreadable`; 409 `event_replayed`;
   *   and whatever the handler throws, after which WeChat pushes again
   */
  async take(signed: Signed, encrypted: string): Promise<void> {
    const { timestamp, nonce, msg_signature: signature } = signed
    if (!isSigned(signature, this.config.weChatEvents.token, timestamp, nonce, encrypted))
      throw signatureWrong()
    const now = this.present.now()
    if (!(Math.abs(Number(timestamp) * SECOND - now.getTime()) <= TOLERANCE))
      throw forbidden('event_too_old', '消息的时间不对')
    const event = this.read(encrypted)
    try {
      await this.unitOfWork.run(async (tx) => {
        await tx.delete(WeChatEvent, { at: LessThan(new Date(now.getTime() - DAY)) })
        await insertRows(tx, WeChatEvent, [{ signature, at: now }])
        await this.handlers.get(event.Event)?.(tx, event)
      })
    } catch (error) {
      if (isUniqueViolation(error)) throw conflict('event_replayed', '这条消息已经收到过')
      throw error
    }
  }

  private read(encrypted: string): PushedEvent {
    const { weChat, weChatEvents } = this.config
    try {
      return JSON.parse(decryptEvent(weChatEvents.aesKey, weChat.appId, encrypted)) as PushedEvent
    } catch (error) {
      this.logger.warn(error instanceof Error ? error.message : 'an event cannot be read')
      throw badRequest('event_unreadable', '消息解不开')
    }
  }
}

const signatureWrong = () => forbidden('event_signature_wrong', '签名不对')
