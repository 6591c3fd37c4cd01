import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

/** What the message push of the mini-program's backend is set to. */
export interface PushTo {
  url: string
  token: string
  /** EncodingAESKey, decoded: 32 bytes. */
  aesKey: Buffer
  appId: string
}

const TRIES = 3
const BETWEEN = 200
const REMEMBERED = 1_000

/** Pushes events to the developer's server: JSON, signed, encrypted; tried three times, as WeChat does. */
export class Push {
  private where: PushTo | undefined
  private readonly underWay = new Set<Promise<void>>()
  private statuses: number[] = []

  constructor(private readonly now: () => Date) {}

  to(where: PushTo): void {
    this.where = where
  }

  /** Pushes after the answer to the call that caused it has gone out. */
  later(fromOpenId: string, event: object): void {
    const { where } = this
    if (!where) return
    const message = {
      ToUserName: 'gh_stand_in',
      FromUserName: fromOpenId,
      CreateTime: this.seconds(),
      MsgType: 'event',
      ...event,
    }
    const pushing = this.push(where, JSON.stringify(message)).then((status) => {
      this.underWay.delete(pushing)
      this.statuses = [...this.statuses, status].slice(-REMEMBERED)
    })
    this.underWay.add(pushing)
  }

  /** The statuses that the events got since this was asked last, once all are through. */
  async finished(): Promise<number[]> {
    await Promise.all(this.underWay)
    const { statuses } = this
    this.statuses = []
    return statuses
  }

  private async push(where: PushTo, message: string): Promise<number> {
    let status = 0
    for (let left = TRIES; left > 0 && status !== 200; left -= 1) {
      await wait(BETWEEN)
      status = await this.post(where, message).catch(() => 0)
    }
    return status
  }

  private async post({ url, token, aesKey, appId }: PushTo, message: string): Promise<number> {
    const Encrypt = encrypted(aesKey, appId, message)
    const [timestamp, nonce] = [String(this.seconds()), randomBytes(8).toString('hex')]
    const address = new URL(url)
    address.search = new URLSearchParams({
      signature: signed(token, timestamp, nonce),
      timestamp,
      nonce,
      encrypt_type: 'aes',
      msg_signature: signed(token, timestamp, nonce, Encrypt),
    }).toString()
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ToUserName: 'gh_stand_in', Encrypt }),
    })
    return response.status
  }

  private seconds(): number {
    return Math.floor(this.now().getTime() / 1_000)
  }
}

const signed = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex')

/** 16 bytes of chance, the length, the message, the appid; PKCS#7 to 32 bytes; AES-256-CBC. */
function encrypted(aesKey: Buffer, appId: string, message: string): string {
  const body = Buffer.from(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const plain = Buffer.concat([randomBytes(16), length, body, Buffer.from(appId)])
  const padding = 32 - (plain.length % 32)
  const cipher = createCipheriv('aes-256-cbc', aesKey, aesKey.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc(padding, padding)])),
    cipher.final(),
  ]).toString('base64')
}
