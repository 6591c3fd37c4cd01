import { randomBytes } from 'node:crypto'
import { type Call, type Reply, refusal } from './protocol.js'

const LIFE = 7_200_000
/** In its last five minutes a token is replaced unasked, and both are good. */
const EARLY = 300_000
const FORCED_A_DAY = 20
const FORGOTTEN = 40001

interface Token {
  token: string
  expiresAt: number
}

/** `stable_token`, as documented: the same token while it lasts; another one when forced, twenty times a day. */
export class Tokens {
  private readonly issued = new Map<string, Token>()
  private current: Token | undefined
  private forced = 0

  constructor(private readonly now: () => Date) {}

  issue({ body }: Call): Reply {
    if (!body.appid || !body.secret) return refusal(40013)
    const now = this.now().getTime()
    const isForced = body.force_refresh === true
    if (isForced && (this.forced += 1) > FORCED_A_DAY) return refusal(45009)
    if (isForced) this.forget()
    if (!this.current || this.current.expiresAt - EARLY <= now) this.current = this.add(now + LIFE)
    const { token, expiresAt } = this.current
    return { access_token: token, expires_in: Math.floor((expiresAt - now) / 1_000) }
  }

  /** What is wrong with the token of a call. */
  wrongWith({ query }: Call): Reply | undefined {
    const given = query.get('access_token')
    if (!given) return refusal(41001)
    const known = this.issued.get(given)
    if (!known) return refusal(FORGOTTEN)
    return known.expiresAt <= this.now().getTime() ? refusal(42001) : undefined
  }

  forget(): void {
    this.issued.clear()
    this.current = undefined
  }

  private add(expiresAt: number): Token {
    const token = { token: randomBytes(64).toString('base64url'), expiresAt }
    this.issued.set(token.token, token)
    return token
  }
}
