import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Inject, Injectable } from '@nestjs/common'
import type { Config } from '../platform/config.js'
import { CONFIG } from '../platform/platform.module.js'

/** Files of exports, in `DATA_DIR/exports`, until their time is over. */
@Injectable()
export class ExportFiles {
  private readonly root: string

  constructor(@Inject(CONFIG) config: Pick<Config, 'dataDir'>) {
    this.root = join(config.dataDir, 'exports')
  }

  /** Writes beside the place and moves there when it is whole. @returns how many bytes */
  async write(id: string, token: string, content: Readable): Promise<number> {
    await mkdir(this.root, { recursive: true })
    const part = join(this.root, `${id}.${token}`)
    try {
      await pipeline(content, createWriteStream(part, { flush: true }))
      await rename(part, this.pathOf(id))
    } catch (error) {
      await rm(part, { force: true })
      throw error
    }
    return (await stat(this.pathOf(id))).size
  }

  /** Bytes of the file, null where there is none. */
  async sizeOf(id: string): Promise<number | null> {
    const file = await stat(this.pathOf(id)).catch(() => null)
    return file?.size ?? null
  }

  async discard(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true })
  }

  pathOf(id: string): string {
    return join(this.root, id)
  }
}
