import { createHash, randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DAY } from '@minsheng/shared'
import { LessThan } from 'typeorm'
import { insertRows, newId, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { unauthorized } from '../platform/problem.js'
import { accessTokenLife, AccessTokens } from './access-tokens.js'
import type { SessionView } from './people.dto.js'
import { Persons } from './persons.js'
import type { Person } from './person.js'
import { Session } from './session.entity.js'

const LIFE = 60 * DAY

/** `<session id>.<secret>`: the id tells a token that was used before from one that never was. */
const refreshToken = (sessionId: string, secret: string) => `${sessionId}.${secret}`
const newSecret = () => randomBytes(32).toString('base64url')
const expiryFrom = (now: Date) => new Date(now.getTime() + LIFE)
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** Signed-in devices. */
@Injectable()
export class Sessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
    private readonly tokens: AccessTokens,
    private readonly persons: Persons,
  ) {}

  /** Begins a session of somebody who has proved to be this person. */
  async begin(person: Person): Promise<SessionView> {
    const now = this.present.now()
    const secret = newSecret()
    const session: Session = {
      id: newId(now),
      personId: person.id,
      personKind: person.kind,
      tokenHash: hashOf(secret),
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
   * Trades a refresh token for the next one. One that was traded before has been copied: its session ends.
   * @throws Problem 401 `session_ended`
   */
  async refresh(token: string): Promise<SessionView> {
    const [id = '', secret = ''] = token.split('.')
    const now = this.present.now()
    const session = await this.unitOfWork.reader.findOneBy(Session, { id })
    if (!session || session.expiresAt <= now) throw sessionEnded()
    const person = await this.persons.ofSession(session)
    const next = newSecret()
    if (person && (await this.trade(id, secret, next, now))) return this.view(person, id, next)
    await this.end(id)
    throw sessionEnded()
  }

  /** Ends a session: its refresh token is good no more; the access token runs out within its 15 minutes. */
  async end(id: string): Promise<void> {
    await this.unitOfWork.run((tx) => tx.delete(Session, { id }))
  }

  /** Named by the hash that is good now, so of two who trade the same token at once one fails. */
  private async trade(id: string, secret: string, next: string, now: Date): Promise<boolean> {
    const change = { tokenHash: hashOf(next), expiresAt: expiryFrom(now) }
    const traded = await this.unitOfWork.run((tx) =>
      tx.update(Session, { id, tokenHash: hashOf(secret) }, change),
    )
    return traded.affected === 1
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
