import { Injectable } from '@nestjs/common'
import { DAY } from '@minsheng/shared'
import { IsNull, LessThan } from 'typeorm'
import { firstIdAt, UnitOfWork } from '../platform/database/index.js'
import { Housekeeping } from '../platform/housekeeping.js'
import { AttachmentFiles } from './attachment-files.js'
import { Attachment } from './attachment.entity.js'

/** A draft may wait in a phone for so long; what it names is uploaded anew after that. */
const KEPT = 30 * DAY
const PART = 100

/** Removes uploads that no need and no answer has taken. */
@Injectable()
export class UnusedAttachments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: AttachmentFiles,
    housekeeping: Housekeeping,
  ) {
    housekeeping.register('unused attachments', (now) => this.remove(now))
  }

  /** One range of `ix_attachment_need`: ids begin with their time. The row goes first, if it is still free. */
  private async remove(now: Date): Promise<number> {
    const old = await this.unitOfWork.reader.find(Attachment, {
      where: { needId: IsNull(), id: LessThan(firstIdAt(new Date(now.getTime() - KEPT))) },
      select: { id: true },
      order: { id: 'ASC' },
      take: PART,
    })
    for (const { id } of old) {
      const { affected } = await this.unitOfWork.run((tx) => tx.delete(Attachment, { id, needId: IsNull() }))
      if (affected === 1) await this.files.discard(id)
    }
    return old.length
  }
}
