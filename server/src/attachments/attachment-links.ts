import { createHmac, timingSafeEqual } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import type { Config } from '../platform/config.js'
import { CONFIG } from '../platform/platform.module.js'
import { Present } from '../platform/present.js'

/** Least seconds that a link is good for. It ends on a full hour, so that a picture keeps its address meanwhile. */
const LIFE = 3600

export const contentSizes = ['whole', 'thumbnail'] as const
export type ContentSize = (typeof contentSizes)[number]

/** Addresses that show a file to whoever was given them: an image element sends no header. */
@Injectable()
export class AttachmentLinks {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'attachmentSecret'>,
    private readonly present: Present,
  ) {}

  /** An address relative to the server, good for one to two hours. */
  to(id: string, size: ContentSize): string {
    const expires = (Math.floor(this.seconds() / LIFE) + 2) * LIFE
    const which = size === 'thumbnail' ? 'size=thumbnail&' : ''
    const signature = this.signature(id, size, expires).toString('base64url')
    return `/api/v1/attachments/${id}/content?${which}expires=${expires}&signature=${signature}`
  }

  isGood(id: string, size: ContentSize, expires: number, signature: string): boolean {
    const expected = this.signature(id, size, expires)
    const given = Buffer.from(signature, 'base64url')
    return expires > this.seconds() && given.length === expected.length && timingSafeEqual(given, expected)
  }

  private signature(id: string, size: ContentSize, expires: number): Buffer {
    return createHmac('sha256', this.config.attachmentSecret).update(`${id}.${size}.${expires}`).digest()
  }

  private seconds(): number {
    return this.present.now().getTime() / 1000
  }
}
