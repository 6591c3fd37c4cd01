import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { DAY, MINUTE } from '@minsheng/shared'
import { LessThan, MoreThanOrEqual } from 'typeorm'
import type { Config } from '../platform/config.js'
import { insertRows, newId, UnitOfWork } from '../platform/database/index.js'
import { CONFIG } from '../platform/platform.module.js'
import { Present } from '../platform/present.js'
import { unauthorized } from '../platform/problem.js'
import { accessTokenLife, AccessTokens } from './access-tokens.js'
import type { SessionView } from './people.dto.js'
import { Persons } from './persons.js'
import type { Person } from './person.js'
import { Session } from './session.entity.js'

const LIFE = 60 * DAY
/** So long the same trade may be asked for again: the answer was lost, or two windows asked at once. */
const GRACE = MINUTE

/** `<session id>.<secret>`: the id tells a token that was used before from one that never was. */
const refreshToken = (sessionId: string, secret: string) => `${sessionId}.${secret}`
const newSecret = () => randomBytes(32).toString('base64url')
const expiryFrom = (now: Date) => new Date(now.getTime() + LIFE)
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** Signed-in devices. */
@Injectable()
export class Sessions {
  private readonly key: Buffer

  constructor(
    @Inject(CONFIG) config: Pick<Config, 'sessionSecret'>,
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
    private readonly tokens: AccessTokens,
    private readonly persons: Persons,
  ) {
    this.key = Buffer.from(hkdfSync('sha256', config.sessionSecret, '', 'refresh token', 32))
  }

  /** Begins a session of somebody who has proved to be this person. */
  async begin(person: Person): Promise<SessionView> {
    const now = this.present.now()
    const secret = newSecret()
    const session: Session = {
      id: newId(now),
      personId: person.id,
      personKind: person.kind,
      tokenHash: hashOf(secret),
      tradedHash: null,
      tradedAt: null,
      createdAt: now,
      expiresAt: expiryFrom(now),
    }
    await this.unitOfWork.run(async (tx) => {
      await tx.delete(Session, { personId: person.id, expiresAt: LessThan(now) })
      await insertRows(tx, Session, [session])
    })
    return this.view(person, session.id, secret)
  }

  /**
   * Trades a refresh token for the next one. The trade before may be repeated for a minute, with the same answer;
   * any older token has been copied: its session ends. docs/adr/0035
   * @throws Problem 401 `session_ended`
   */
  async refresh(token: string): Promise<SessionView> {
    const [id = '', secret = ''] = token.split('.')
    const session = await this.unitOfWork.reader.findOneBy(Session, { id })
    if (!session || session.expiresAt <= this.present.now()) throw sessionEnded()
    const person = await this.persons.ofSession(session)
    const next = this.after(id, secret)
    if (person && ((await this.trade(id, secret, next)) || (await this.isRepeated(id, secret))))
      return this.view(person, id, next)
    await this.end(id)
    throw sessionEnded()
  }

  /** Ends a session: its refresh token is good no more; the access token runs out within its 15 minutes. */
  async end(id: string): Promise<void> {
    await this.unitOfWork.run((tx) => tx.delete(Session, { id }))
  }

  /** The secret that follows: always the same one, so that a repeated trade needs nothing readable in the table. */
  private after(id: string, secret: string): string {
    return createHmac('sha256', this.key).update(refreshToken(id, secret)).digest('base64url')
  }

  /** Named by the hash that is good now, so of two who trade the same token at once one is first. */
  private async trade(id: string, secret: string, next: string): Promise<boolean> {
    const now = this.present.now()
    const tokenHash = hashOf(secret)
    const change = {
      tokenHash: hashOf(next),
      tradedHash: tokenHash,
      tradedAt: now,
      expiresAt: expiryFrom(now),
    }
    const traded = await this.unitOfWork.run((tx) => tx.update(Session, { id, tokenHash }, change))
    return traded.affected === 1
  }

  /** Whether this very token was traded last, and just now. */
  private isRepeated(id: string, secret: string): Promise<boolean> {
    const since = new Date(this.present.now().getTime() - GRACE)
    const key = { id, tradedHash: hashOf(secret), tradedAt: MoreThanOrEqual(since) }
    return this.unitOfWork.run((tx) => tx.existsBy(Session, key))
  }

  private async view(person: Person, sessionId: string, secret: string): Promise<SessionView> {
    return {
      accessToken: await this.tokens.sign({ person, sessionId }),
      refreshToken: refreshToken(sessionId, secret),
      expiresIn: accessTokenLife,
      person: await this.persons.view(person),
    }
  }
}

const sessionEnded = () => unauthorized('session_ended', '登录已过期，请重新登录')
