import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import type { Config } from '../platform/config.js'
import { CONFIG } from '../platform/platform.module.js'

/** Names the cipher of what follows, so that another (SM4) can be read beside it. */
const PREFIX = 'g1.'
const IV_BYTES = 12
const TAG_BYTES = 16

/** Personal data at rest: AES-256-GCM for what is stored, HMAC-SHA-256 for finding it again. */
@Injectable()
export class PersonalData {
  private readonly cipherKey: Buffer
  private readonly indexKey: Buffer

  constructor(@Inject(CONFIG) config: Pick<Config, 'personalDataKey'>) {
    const subKey = (use: string) => Buffer.from(hkdfSync('sha256', config.personalDataKey, '', use, 32))
    this.cipherKey = subKey('personal data cipher')
    this.indexKey = subKey('personal data index')
  }

  /** The same text gives another cipher each time. A phone takes 55 characters, a name of 4 about as many. */
  encrypt(text: string): string {
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv('aes-256-gcm', this.cipherKey, iv)
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return PREFIX + Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
  }

  /** @throws Error when the stored text was altered, or encrypted with another key */
  decrypt(stored: string): string {
    if (!stored.startsWith(PREFIX)) throw new Error('Personal data of an unknown cipher')
    const bytes = Buffer.from(stored.slice(PREFIX.length), 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', this.cipherKey, bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    })
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    const body = bytes.subarray(IV_BYTES + TAG_BYTES)
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
  }

  /** Blind index: the same text gives the same 64 characters, from which nobody gets the text. */
  indexOf(text: string): string {
    return createHmac('sha256', this.indexKey).update(text).digest('hex')
  }
}
