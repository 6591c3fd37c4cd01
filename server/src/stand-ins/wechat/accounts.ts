import { createHash } from 'node:crypto'
import { type Call, ok, type Reply, refusal } from './protocol.js'

/** Milliseconds that a code is good for. */
const CODE_LIFE = 5 * 60_000
const REMEMBERED = 10_000
const isTime = /^\d{13}$/

/** Codes that make WeChat refuse, with its documented errcode. */
const provoked: Readonly<Record<string, number>> = {
  busy: -1,
  'too-often': 45011,
  'high-risk': 40226,
  invalid: 40029,
}

/** Who signs in with which account, and whose phone is whose. */
export class Accounts {
  private readonly used = new Set<string>()
  private readonly names = new Map<string, string>()
  private appId = ''

  constructor(private readonly now: () => Date) {}

  /** `jscode2session`. */
  session({ query }: Call): Reply {
    const [appId, code] = [query.get('appid') ?? '', query.get('js_code') ?? '']
    if (!appId || !query.get('secret')) return refusal(40013)
    this.appId = appId
    const [who = '', issuedAt = ''] = code.split('.')
    const isReused = this.isReused(`session ${code}`)
    if (who === 'busy-once' && !isReused) return refusal(-1)
    const errcode = provoked[who]
    if (errcode !== undefined) return refusal(errcode)
    const isOld = isTime.test(issuedAt) && this.now().getTime() - Number(issuedAt) > CODE_LIFE
    if (!who || isOld || (isReused && who !== 'busy-once')) return refusal(40029)
    const openid = this.openIdOf(who)
    this.names.set(openid, who)
    return { openid, session_key: digest(`session of ${code}`) }
  }

  /** `getuserphonenumber`. */
  phone({ body }: Call): Reply {
    if (typeof body.code !== 'string') return refusal(47001)
    const [what = ''] = body.code.split('.')
    const errcode = provoked[what]
    if (errcode !== undefined) return refusal(errcode)
    if (this.isReused(`phone ${body.code}`)) return refusal(40029)
    if (what === 'foreign') return { ...ok, phone_info: phoneInfo('51234567', '852') }
    if (!/^1\d{10}$/.test(what)) return refusal(40029)
    return { ...ok, phone_info: phoneInfo(what, '86') }
  }

  /** The openid of `who`, in the mini-program that asked last. */
  openIdOf(code: string): string {
    const [who = ''] = code.split('.')
    return `o${digest(`${this.appId} ${who}`).slice(0, 27)}`
  }

  /** Who an openid is; undefined when it never signed in here. */
  nameOf(openId: unknown): string | undefined {
    return typeof openId === 'string' ? this.names.get(openId) : undefined
  }

  private isReused(code: string): boolean {
    if (this.used.has(code)) return true
    this.used.add(code)
    for (const oldest of this.used) {
      if (this.used.size > REMEMBERED) this.used.delete(oldest)
      break
    }
    return false
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url')

const phoneInfo = (purePhoneNumber: string, countryCode: string) => ({
  phoneNumber: countryCode === '86' ? purePhoneNumber : `+${countryCode}${purePhoneNumber}`,
  purePhoneNumber,
  countryCode,
  watermark: { timestamp: Math.floor(Date.now() / 1_000), appid: 'stand-in' },
})
