import { createWriteStream } from 'node:fs'
import { rename, stat, writeFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type {} from '@fastify/multipart'
import { Injectable } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { insertRows, newId, UnitOfWork } from '../platform/database/index.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { Present } from '../platform/present.js'
import { badRequest } from '../platform/problem.js'
import { validation } from '../platform/validation.js'
import type { Person } from '../people/index.js'
import { AttachmentFiles, type Workplace } from './attachment-files.js'
import { AttachmentNote, type AttachmentView } from './attachment.dto.js'
import { Attachment } from './attachment.entity.js'
import { Attachments } from './attachments.js'
import { Photos } from './photos.js'
import { largestFile, type Recognised, recognise, tooLarge } from './recognition.js'

/** At most so many bytes of a form are not the file. */
const FORM_BYTES = 64 * 1024

/** What a form may hold besides the file. */
const form = {
  limits: { fileSize: largestFile, files: 1, fields: 8, fieldSize: 100, parts: 10 },
  // What is too large is refused here, in words.
  throwFileSizeLimit: false,
}

const fileMissing = () => badRequest('attachment_missing', '没有收到文件，请重新选择')

/** Takes files in: from the form to the disk, recognised, cleaned, and recorded. */
@Injectable()
export class Uploads {
  private readonly checks = validation()

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
    private readonly files: AttachmentFiles,
    private readonly photos: Photos,
    private readonly attachments: Attachments,
    private readonly idempotency: Idempotency,
  ) {}

  /**
   * Nothing stays on the disk unless all of it succeeds. With a key, a file that is sent again is the first one.
   * @throws Problem 400, 413 `attachment_too_large`, 415 `attachment_type_unsupported`, 422 `attachment_broken`
   */
  async accept(by: Person, request: FastifyRequest, key?: string): Promise<AttachmentView> {
    if (!request.isMultipart()) throw fileMissing()
    // Refused before it is sent; a phone that does not say the size is stopped on the way.
    if (Number(request.headers['content-length'] ?? 0) > largestFile + FORM_BYTES) throw tooLarge()
    return this.keep(by, (place) => this.receive(request, place), key)
  }

  /** A file that is at hand already; the same checks of it as for one that comes by a form. */
  async acceptBytes(by: Person, bytes: Buffer, note: AttachmentNote = {}): Promise<AttachmentView> {
    return this.keep(by, async ({ source }) => {
      await writeFile(source, bytes)
      return note
    })
  }

  /** @param receive leaves the file in `place.source` and answers what was said beside it */
  private keep(
    by: Person,
    receive: (place: Workplace) => Promise<AttachmentNote>,
    key?: string,
  ): Promise<AttachmentView> {
    const now = this.present.now()
    const id = newId(now)
    return this.files.inWorkplace(id, async (place) => {
      const note = await receive(place)
      const recognised = await recognise(place.source)
      const takenAt = await this.prepare(place, recognised)
      const { kind, contentType, seconds } = recognised
      return this.record(
        place,
        {
          id,
          uploadedBy: by.id,
          needId: null,
          kind,
          contentType,
          bytes: (await stat(place.whole)).size,
          hasThumbnail: kind === 'photo',
          durationSeconds: seconds === null ? null : Math.max(1, Math.round(seconds)),
          takenAt: note.takenAt ? new Date(note.takenAt) : takenAt,
          longitude: note.longitude ?? null,
          latitude: note.latitude ?? null,
          createdAt: now,
          hiddenAt: null,
        },
        key,
      )
    })
  }

  /** Streams the file to the disk, and checks what was said beside it, whichever came first. */
  private async receive(request: FastifyRequest, { source }: Workplace): Promise<AttachmentNote> {
    const said: Record<string, unknown> = {}
    let hasFile = false
    for await (const part of request.parts(form)) {
      if (part.type === 'field') {
        if (part.value !== '') said[part.fieldname] = part.value
        continue
      }
      await pipeline(part.file, createWriteStream(source))
      if (part.file.truncated) throw tooLarge()
      hasFile = part.fieldname === 'file'
    }
    if (!hasFile) throw fileMissing()
    return (await this.checks.transform(said, { type: 'body', metatype: AttachmentNote })) as AttachmentNote
  }

  /** Leaves what is to be kept in `place.whole`. @returns when a photo was taken */
  private async prepare(place: Workplace, { kind, contentType }: Recognised): Promise<Date | null> {
    if (kind === 'photo') return this.photos.prepare(place, contentType)
    await rename(place.source, place.whole)
    return null
  }

  /** The row comes after the files, so that no row ever names a file that is not there. */
  private async record(place: Workplace, row: Attachment, key: string | undefined): Promise<AttachmentView> {
    try {
      await this.files.keep(row.id, 'whole', place.whole)
      if (row.hasThumbnail) await this.files.keep(row.id, 'thumbnail', place.thumbnail)
      const write = { personId: row.uploadedBy, key, request: ['attachment', row.kind] }
      const { id } = await this.idempotency.once(write, async (tx) => {
        await insertRows(tx, Attachment, [row])
        return { id: row.id }
      })
      if (id !== row.id) return await this.first(row, id)
    } catch (error) {
      await this.files.discard(row.id)
      throw error
    }
    return this.attachments.viewOf(row)
  }

  /** The file came again, because the answer did not: the first one counts, unless it was removed as unused since. */
  private async first(again: Attachment, id: string): Promise<AttachmentView> {
    const row = await this.unitOfWork.reader.findOneBy(Attachment, { id })
    if (!row) {
      await this.unitOfWork.run((tx) => insertRows(tx, Attachment, [again]))
      return this.attachments.viewOf(again)
    }
    await this.files.discard(again.id)
    return this.attachments.viewOf(row)
  }
}
