import { createHmac, timingSafeEqual } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { MINUTE } from '@minsheng/shared'
import type { Config } from '../platform/config.js'
import { CONFIG } from '../platform/platform.module.js'
import { Present } from '../platform/present.js'

/** A browser that begins within this time may take as long as it needs. */
const LIFE = 2 * MINUTE

/** Addresses from which a browser fetches a file by itself, to the disk: it sends no token then. */
@Injectable()
export class ExportLinks {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'attachmentSecret'>,
    private readonly present: Present,
  ) {}

  /** An address relative to the server, good for two minutes. Only for the owner. */
  to(id: string): string {
    const expires = this.present.now().getTime() + LIFE
    return `/api/v1/exports/${id}/file?expires=${expires}&signature=${this.signature(id, expires).toString('base64url')}`
  }

  isGood(id: string, expires: number, signature: string): boolean {
    const expected = this.signature(id, expires)
    const given = Buffer.from(signature, 'base64url')
    return (
      expires > this.present.now().getTime() &&
      given.length === expected.length &&
      timingSafeEqual(given, expected)
    )
  }

  private signature(id: string, expires: number): Buffer {
    return createHmac('sha256', this.config.attachmentSecret).update(`export.${id}.${expires}`).digest()
  }
}
