import { complaintEvidenceLimit, isOverdue } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { Attachments, type AttachmentView } from '../attachments/index.js'
import { Need } from '../handling/index.js'
import { type Person, StaffDirectory } from '../people/index.js'
import { insertRows, newId, pageAfter, pageOf, type Tx, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { conflict, notFound } from '../platform/problem.js'
import { saveComplaint } from './complaint-change.js'
import { ComplaintClocks } from './complaint-clocks.js'
import type { EvidencePage, EvidenceQuery, EvidenceView, SendEvidenceBody } from './complaint-evidence.dto.js'
import { ComplaintEvidence } from './complaint-evidence.entity.js'
import { Complaint } from './complaint.entity.js'

/** The accused department has one workday to send evidence; of the complaint it sees and changes nothing. WORKFLOW §3 */
@Injectable()
export class EvidenceRequests {
  constructor(
    private readonly clocks: ComplaintClocks,
    private readonly attachments: Attachments,
    private readonly staff: StaffDirectory,
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
  ) {}

  /** Asks the accused department; where there is none, nobody. */
  async ask(tx: Tx, complaint: Complaint, question: string, at: Date): Promise<void> {
    const { id: complaintId, departmentId, needId, receiptNo, projectTitle } = complaint
    const need = needId && (await tx.findOneBy(Need, { id: needId }))
    const title = need ? need.title : projectTitle
    if (!departmentId || !title) return
    const dueAt = await this.clocks.start(tx, complaint, 'complaintEvidence', complaintEvidenceLimit, at)
    const asked: ComplaintEvidence = {
      ...{ id: newId(at), complaintId, departmentId, receiptNo, title, question },
      ...{ state: 'asked', askedAt: at, dueAt },
      ...{ text: null, attachmentIds: null, sentById: null, sentAt: null },
    }
    await insertRows(tx, ComplaintEvidence, [asked])
  }

  /** What has not come is not waited for any more. */
  async close(tx: Tx, complaint: Complaint, at: Date): Promise<void> {
    await this.clocks.stop(tx, complaint, at, 'complaintEvidence')
    await tx.update(ComplaintEvidence, { complaintId: complaint.id, state: 'asked' }, { state: 'closed' })
  }

  /** @throws Problem 404 for what another department was asked, 409 `evidence_not_asked`, 422 `attachment_unknown` */
  async send(tx: Tx, by: Person, id: string, { text, attachmentIds = [] }: SendEvidenceBody) {
    const asked = await tx.findOneBy(ComplaintEvidence, { id })
    if (!asked || asked.departmentId !== by.departmentId)
      throw notFound('evidence_request_not_found', '没有找到这份举证通知，请刷新')
    if (asked.state !== 'asked')
      throw conflict('evidence_not_asked', '这份材料已经报送，或投诉已有结论，不用再报')
    const complaint = await tx.findOneByOrFail(Complaint, { id: asked.complaintId })
    const sentAt = this.present.now()
    await this.attachments.take(tx, attachmentIds, by.id, asked.id)
    const sent = { state: 'sent' as const, text, attachmentIds, sentById: by.id, sentAt }
    await tx.update(ComplaintEvidence, { id }, sent)
    await this.clocks.stop(tx, complaint, sentAt, 'complaintEvidence')
    const data = { note: text, ...(attachmentIds.length > 0 && { attachmentIds }) }
    await saveComplaint(tx, complaint, { act: 'evidence', by, at: sentAt, data })
    return this.view({ ...asked, ...sent }, await this.attachments.views(attachmentIds))
  }

  /** What a department was asked, by due time: one range of `ix_complaint_evidence_department`. */
  async page(by: Person, { state = 'asked', cursor }: EvidenceQuery): Promise<EvidencePage> {
    const query = this.unitOfWork.reader
      .createQueryBuilder(ComplaintEvidence, 'e')
      .where('e.departmentId = :departmentId AND e.state = :state', {
        departmentId: by.departmentId ?? 'none',
        state,
      })
    const rows = await pageAfter(query, { at: 'e.dueAt', id: 'e.id', direction: 'ASC' }, cursor).getMany()
    const { items, nextCursor } = pageOf(
      rows,
      ({ dueAt, id }) => ({ at: dueAt, id }),
      (row) => row,
    )
    const files = await this.attachments.views(items.flatMap(({ attachmentIds }) => attachmentIds ?? []))
    return { items: await Promise.all(items.map((row) => this.view(row, files))), nextCursor }
  }

  async view(row: ComplaintEvidence, files: ReadonlyMap<string, AttachmentView>): Promise<EvidenceView> {
    const { id, receiptNo, title, question, state, askedAt, dueAt, text, sentById, sentAt } = row
    return {
      ...{ id, receiptNo, title, question, text },
      askedAt: askedAt.toISOString(),
      dueAt: dueAt.toISOString(),
      isOverdue: state === 'asked' && isOverdue(dueAt, this.present.now()),
      attachments: (row.attachmentIds ?? []).flatMap((file) => files.get(file) ?? []),
      senderName: sentById && (await this.staff.nameOf(sentById)),
      sentAt: sentAt?.toISOString() ?? null,
    }
  }
}
