import { Injectable } from '@nestjs/common'
import { In, IsNull } from 'typeorm'
import { Joining } from '../people/index.js'
import { type Tx, UnitOfWork } from '../platform/database/index.js'
import { unprocessable } from '../platform/problem.js'
import { AttachmentLinks } from './attachment-links.js'
import { AttachmentView } from './attachment.dto.js'
import { Attachment } from './attachment.entity.js'

/** Files that belong to needs and answers. */
@Injectable()
export class Attachments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: AttachmentLinks,
    joining: Joining,
  ) {
    joining.onJoin(moveFree)
  }

  /**
   * Gives uploaded files to a need, each once, and only by the person who uploaded them.
   * @throws Problem 422 `attachment_unknown`; the transaction must then be given up
   */
  async take(tx: Tx, ids: readonly string[], by: string, needId: string): Promise<void> {
    const distinct = [...new Set(ids)]
    if (distinct.length === 0) return
    const free = { id: In(distinct), uploadedBy: by, needId: IsNull() }
    const { affected } = await tx.update(Attachment, free, { needId })
    if (affected !== distinct.length)
      throw unprocessable('attachment_unknown', '有附件已失效或已用过，请删除后重新上传')
  }

  /** By id; an unknown id is left out. */
  async views(ids: readonly string[]): Promise<Map<string, AttachmentView>> {
    if (ids.length === 0) return new Map()
    const rows = await this.unitOfWork.reader.findBy(Attachment, { id: In([...ids]) })
    return new Map(rows.map((row) => [row.id, this.viewOf(row)]))
  }

  /** The photos among them that nobody has hidden, by id. */
  async publicPhotos(ids: readonly string[]): Promise<Map<string, AttachmentView>> {
    if (ids.length === 0) return new Map()
    const shown = { id: In([...ids]), kind: 'photo' as const, hiddenAt: IsNull() }
    const rows = await this.unitOfWork.reader.findBy(Attachment, shown)
    return new Map(rows.map((row) => [row.id, this.viewOf(row)]))
  }

  /** Everything that was given to a need, the oldest first. Index: ix_attachment_need. */
  async ofNeed(needId: string): Promise<AttachmentView[]> {
    const rows = await this.unitOfWork.reader.find(Attachment, { where: { needId }, order: { id: 'ASC' } })
    return rows.map((row) => this.viewOf(row))
  }

  /** From now on only staff see it. Links that were given out before end within two hours. */
  async hide(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.update(Attachment, { id }, { hiddenAt: at })
  }

  /** An address for one who is to fetch the file without signing in, good for one to two hours. */
  linkTo(id: string): string {
    return this.links.to(id, 'whole')
  }

  async contentTypeOf(id: string): Promise<string | undefined> {
    return (await this.unitOfWork.reader.findOneBy(Attachment, { id }))?.contentType
  }

  viewOf(row: Attachment): AttachmentView {
    return {
      id: row.id,
      kind: row.kind,
      contentType: row.contentType,
      bytes: row.bytes,
      url: this.links.to(row.id, 'whole'),
      thumbnailUrl: row.hasThumbnail ? this.links.to(row.id, 'thumbnail') : null,
      durationSeconds: row.durationSeconds,
      hasTime: row.takenAt !== null,
      hasPlace: row.latitude !== null && row.longitude !== null,
    }
  }
}

/** What a resident uploaded and has not used yet is still his when he turns out to be another one. */
async function moveFree(tx: Tx, from: string, to: string): Promise<void> {
  await tx.update(Attachment, { uploadedBy: from, needId: IsNull() }, { uploadedBy: to })
}
