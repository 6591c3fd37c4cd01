import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { HOUR } from '@minsheng/shared'
import type { Config } from '../platform/config.js'
import { CONFIG } from '../platform/platform.module.js'
import type { ContentSize } from './attachment-links.js'

/** The folder of one upload while it is being worked on. */
export interface Workplace {
  folder: string
  source: string
  whole: string
  thumbnail: string
}

/** Files on the disk, in `DATA_DIR/attachments`. */
@Injectable()
export class AttachmentFiles implements OnModuleInit {
  private readonly root: string
  private readonly incoming: string

  constructor(@Inject(CONFIG) config: Pick<Config, 'dataDir'>) {
    this.root = join(config.dataDir, 'attachments')
    this.incoming = join(this.root, 'incoming')
  }

  /** Removes what a process that was killed has left. */
  async onModuleInit(): Promise<void> {
    await mkdir(this.incoming, { recursive: true })
    for (const name of await readdir(this.incoming)) {
      const folder = join(this.incoming, name)
      const { mtimeMs } = await stat(folder)
      if (Date.now() - mtimeMs > HOUR) await rm(folder, { recursive: true, force: true })
    }
  }

  /** Gives `work` an empty folder, and removes whatever it left there, whether it succeeded or not. */
  async inWorkplace<Result>(id: string, work: (place: Workplace) => Promise<Result>): Promise<Result> {
    const folder = join(this.incoming, id)
    const [source, whole, thumbnail] = [
      join(folder, 'source'),
      join(folder, 'whole'),
      join(folder, 'thumbnail'),
    ]
    await mkdir(folder)
    try {
      return await work({ folder, source, whole, thumbnail })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  /** Moves a finished file to where it stays. Once this returns, it survives a power cut. */
  async keep(id: string, size: ContentSize, from: string): Promise<void> {
    const to = this.pathOf(id, size)
    await mkdir(this.folderOf(id), { recursive: true })
    const file = await open(from, 'r+')
    await file.sync().finally(() => file.close())
    await rename(from, to)
  }

  async discard(id: string): Promise<void> {
    await rm(this.pathOf(id, 'whole'), { force: true })
    await rm(this.pathOf(id, 'thumbnail'), { force: true })
  }

  pathOf(id: string, size: ContentSize): string {
    return join(this.folderOf(id), size === 'whole' ? id : `${id}.thumbnail`)
  }

  /** By the last two letters, which are chance: the first ones are the time, the same for a whole month. */
  private folderOf(id: string): string {
    return join(this.root, id.slice(-2))
  }
}
