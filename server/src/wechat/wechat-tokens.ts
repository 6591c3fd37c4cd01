import { setTimeout as wait } from 'node:timers/promises'
import { Inject, Injectable } from '@nestjs/common'
import { MINUTE } from '@minsheng/shared'
import { LessThanOrEqual } from 'typeorm'
import type { Config } from '../platform/config.js'
import { insertRows, isUniqueViolation, newId, UnitOfWork } from '../platform/database/index.js'
import { CONFIG } from '../platform/platform.module.js'
import { Present } from '../platform/present.js'
import { WeChatUnreachable } from './wechat-errors.js'
import { WeChatHttp } from './wechat-http.js'
import { WeChatToken } from './wechat-token.entity.js'

const SECOND = 1_000
/** A token is replaced this long before it expires; WeChat keeps the old one good meanwhile. */
const EARLY = 5 * MINUTE
/** Longer than WeChat may take to answer. */
const LEASE = 20 * SECOND
/** How often, and how many times, a server looks whether the one with the lease has finished. */
const LOOK_EVERY = 100
const LOOKS = 60
const PATH = '/cgi-bin/stable_token'

interface Held {
  token: string
  expiresAt: Date
}

/**
 * The access token, one for all servers: a row that is taken by a leased conditional update, so that of many
 * servers one asks WeChat (`stable_token`) while the others use what is there or wait. docs/adr/0012
 */
@Injectable()
export class WeChatTokens {
  private held: Held | undefined
  private renewing: Promise<string> | undefined
  /** Milliseconds since 1970. */
  private forcedAt = 0

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'weChat'>,
    private readonly http: WeChatHttp,
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
  ) {}

  /** A token that is good for some minutes yet. @throws WeChatRefusal, WeChatUnreachable */
  async current(): Promise<string> {
    return this.held && this.isFresh(this.held) ? this.held.token : this.renewed(undefined)
  }

  /**
   * Another token than the one that WeChat has just refused with 40001 or 42001. Only then is a new one forced,
   * which ends the old one at once and is rationed, and only if no other server has replaced it already.
   */
  async instead(refused: string): Promise<string> {
    if (this.held?.token === refused) this.held = undefined
    return this.renewed(refused)
  }

  /** One renewal at a time within this process. */
  private renewed(refused: string | undefined): Promise<string> {
    this.renewing ??= this.renew(refused).finally(() => {
      this.renewing = undefined
    })
    return this.renewing
  }

  private async renew(refused: string | undefined): Promise<string> {
    for (let look = 0; look < LOOKS; look += 1) {
      const stored = await this.stored()
      if (stored && stored.token !== refused && this.isFresh(stored)) return this.hold(stored)
      const owner = newId(this.present.now())
      if (await this.takeLease(owner)) return this.hold(await this.fetch(owner, refused))
      // Somebody else is at it. The old one is good for minutes yet, unless it was refused.
      if (stored && stored.token !== refused && stored.expiresAt > this.present.now()) return stored.token
      await wait(LOOK_EVERY)
    }
    throw new WeChatUnreachable(PATH, 'the server that fetches the token does not finish')
  }

  private async stored(): Promise<Held | undefined> {
    const row = await this.unitOfWork.reader.findOneBy(WeChatToken, { appId: this.config.weChat.appId })
    return row?.token ? { token: row.token, expiresAt: row.expiresAt } : undefined
  }

  private async takeLease(leaseOwner: string): Promise<boolean> {
    const { appId } = this.config.weChat
    const now = this.present.now()
    const leaseUntil = new Date(now.getTime() + LEASE)
    const taken = await this.unitOfWork.run((tx) =>
      tx.update(WeChatToken, { appId, leaseUntil: LessThanOrEqual(now) }, { leaseOwner, leaseUntil }),
    )
    if (taken.affected === 1) return true
    const isThere = await this.unitOfWork.reader.existsBy(WeChatToken, { appId })
    return isThere ? false : this.addRow({ appId, token: null, expiresAt: now, leaseOwner, leaseUntil })
  }

  private async addRow(row: WeChatToken): Promise<boolean> {
    try {
      await this.unitOfWork.run((tx) => insertRows(tx, WeChatToken, [row]))
      return true
    } catch (error) {
      if (isUniqueViolation(error)) return false
      throw error
    }
  }

  /** Asks WeChat and stores the answer, both only while the lease is ours. */
  private async fetch(leaseOwner: string, refused: string | undefined): Promise<Held> {
    const { appId, appSecret } = this.config.weChat
    const lease = { appId, leaseOwner }
    const over = { leaseOwner: null, leaseUntil: this.present.now() }
    try {
      // Between looking and taking the lease another server may have finished.
      const stored = await this.stored()
      const isForced = refused !== undefined && stored?.token === refused && this.mayForce()
      const answer = await this.http.json<{ access_token: string; expires_in: number }>(PATH, {
        body: { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: isForced },
      })
      const expiresAt = new Date(this.present.now().getTime() + answer.expires_in * SECOND)
      const held = { token: answer.access_token, expiresAt }
      await this.unitOfWork.run((tx) => tx.update(WeChatToken, lease, { ...held, ...over }))
      return held
    } catch (error) {
      await this.unitOfWork.run((tx) => tx.update(WeChatToken, lease, over))
      throw error
    }
  }

  /** A call that is refused whatever the token is must not use up the day's ration. */
  private mayForce(): boolean {
    const now = this.present.now().getTime()
    if (now - this.forcedAt < MINUTE) return false
    this.forcedAt = now
    return true
  }

  private hold(held: Held): string {
    this.held = held
    return held.token
  }

  private isFresh({ expiresAt }: Held): boolean {
    return expiresAt.getTime() - EARLY > this.present.now().getTime()
  }
}
