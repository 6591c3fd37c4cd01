import { Injectable } from '@nestjs/common'
import { UnitOfWork } from '../platform/database/index.js'
import { notFound } from '../platform/problem.js'
import { Entry } from './entry.entity.js'

/** Codes that one scans on a door, in a hall or at a department. */
@Injectable()
export class Entries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** By primary key. @param scene as the mini-program got it, decoded; capitals do not count. @throws Problem 404 */
  async byScene(scene: string): Promise<Entry> {
    const entry = await this.unitOfWork.reader.findOneBy(Entry, { scene: scene.toLowerCase() })
    if (!entry) throw notFound('entry_not_found', '这个码已停用，请直接填写诉求')
    return entry
  }

  /** Whose code this is, by primary key; null for one that is nobody's, out of use, or none at all. */
  async departmentOf(scene: string | undefined): Promise<string | null> {
    if (!scene) return null
    const entry = await this.unitOfWork.reader.findOneBy(Entry, { scene: scene.toLowerCase() })
    return entry?.departmentId ?? null
  }
}
