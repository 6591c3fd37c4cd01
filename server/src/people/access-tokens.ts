import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { type Role, roles } from '@minsheng/shared'
import { type JWTPayload, jwtVerify, SignJWT } from 'jose'
import type { Config } from '../platform/config.js'
import { CONFIG } from '../platform/platform.module.js'
import { Present } from '../platform/present.js'
import { BoundedMap } from './bounded-map.js'
import type { Person } from './person.js'

/** Seconds that an access token is good for. */
export const accessTokenLife = 15 * 60
const ALGORITHM = 'HS256'
const VERIFIED_TOKENS = 10_000

/** What an access token says. */
export interface Access {
  person: Person
  sessionId: string
}
interface Verified extends Access {
  /** Milliseconds since 1970. */
  expiresAt: number
}

/** Signs and checks access tokens. Every request brings one, so those that were checked are remembered. */
@Injectable()
export class AccessTokens {
  private readonly key: KeyObject
  private readonly verified = new BoundedMap<string, Verified>(VERIFIED_TOKENS)

  constructor(
    @Inject(CONFIG) config: Pick<Config, 'sessionSecret'>,
    private readonly present: Present,
  ) {
    this.key = createSecretKey(Buffer.from(hkdfSync('sha256', config.sessionSecret, '', 'access token', 32)))
  }

  sign({ person, sessionId }: Access): Promise<string> {
    const now = Math.floor(this.present.now().getTime() / 1000)
    const { kind, roles: held, departmentId, areaId } = person
    return new SignJWT({ sid: sessionId, kind, roles: held, departmentId, areaId })
      .setProtectedHeader({ alg: ALGORITHM })
      .setSubject(person.id)
      .setIssuedAt(now)
      .setExpirationTime(now + accessTokenLife)
      .sign(this.key)
  }

  /** The token's content when it was checked before and is still good: the hot path, without a promise. */
  remembered(token: string): Access | undefined {
    const known = this.verified.get(token)
    if (!known || known.expiresAt > this.present.now().getTime()) return known
    this.verified.delete(token)
    return undefined
  }

  /** @returns undefined for a token that is not ours, was altered, or has expired */
  async verify(token: string): Promise<Access | undefined> {
    const known = this.remembered(token)
    if (known) return known
    const options = { algorithms: [ALGORITHM], currentDate: this.present.now() }
    const payload = await jwtVerify(token, this.key, options).then(
      (result) => result.payload,
      () => undefined,
    )
    const access = payload && accessOf(payload)
    if (access) this.verified.set(token, access)
    return access
  }
}

const isRole = (value: unknown): value is Role => roles.some((role) => role === value)
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function accessOf(payload: JWTPayload): Verified | undefined {
  const { sub, exp, sid, kind, roles: held, departmentId, areaId } = payload
  if (sub === undefined || exp === undefined || typeof sid !== 'string' || !Array.isArray(held))
    return undefined
  if (kind !== 'resident' && kind !== 'staff') return undefined
  return {
    person: {
      id: sub,
      kind,
      roles: held.filter(isRole),
      departmentId: textOrNull(departmentId),
      areaId: textOrNull(areaId),
    },
    sessionId: sid,
    expiresAt: exp * 1000,
  }
}
