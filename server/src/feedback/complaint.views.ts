import { complainantStateWords, isOpenComplaint, isOverdue, maskPhone } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { Attachments, type AttachmentView } from '../attachments/index.js'
import { isComplainant, Need, needNotFound, NeedStore, WorkOrder } from '../handling/index.js'
import {
  Departments,
  type Person,
  PersonalData,
  PersonalDataReads,
  Residents,
  StaffDirectory,
} from '../people/index.js'
import { Areas } from '../places/index.js'
import { pageOf, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { Routing } from '../routing/index.js'
import type { ComplaintEvidence } from './complaint-evidence.entity.js'
import { EvidenceRequests } from './complaint-evidence.service.js'
import { allowedOn } from './complaint-guards.js'
import type {
  ComplainantPhone,
  ComplaintAnswerView,
  ComplaintCase,
  ComplaintOfNeed,
  ComplaintPage,
  ComplaintQuery,
  ComplaintView,
  OwnComplaintPage,
  PublicComplaintPage,
} from './complaint.dto.js'
import { type Complaint, subjectOf } from './complaint.entity.js'
import { capacitiesOf, complaintNotFound } from './complaint.service.js'
import { ComplaintStore } from './complaint.store.js'

type Files = ReadonlyMap<string, AttachmentView>
/** What else a case shows, read for a whole page at once. */
interface About {
  files: Files
  need: Need | undefined
  orderId: string | null
  evidence: ComplaintEvidence | undefined
}

/** What the complainant, the supervision office and, once it is escalated, the public sees of a complaint. */
@Injectable()
export class ComplaintViews {
  constructor(
    private readonly store: ComplaintStore,
    private readonly needs: NeedStore,
    private readonly requests: EvidenceRequests,
    private readonly attachments: Attachments,
    private readonly staff: StaffDirectory,
    private readonly residents: Residents,
    private readonly departments: Departments,
    private readonly areas: Areas,
    private readonly routing: Routing,
    private readonly personalData: PersonalData,
    private readonly reads: PersonalDataReads,
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
  ) {}

  /** @throws Problem 404 for a need of somebody else, as for one that does not exist */
  async ofNeed(by: Person, needId: string): Promise<ComplaintOfNeed> {
    const need = await this.needs.byId(needId)
    if (!need || !isComplainant(by, need)) throw needNotFound()
    const complaint = await this.store.lastOf(needId)
    return { complaint: complaint && (await this.view(complaint, by)) }
  }

  /** Somebody's own complaints, the newest first. Two queries. */
  async mine(by: Person, cursor: string | undefined): Promise<OwnComplaintPage> {
    const rows = await this.store.mine(by.id, cursor)
    const { items, nextCursor } = pageOf(rows, ({ filedAt, id }) => ({ at: filedAt, id }), same)
    const files = await this.filesOf(items)
    return { items: await Promise.all(items.map((row) => this.shown(row, by, files))), nextCursor }
  }

  async view(complaint: Complaint, by: Person): Promise<ComplaintView> {
    return this.shown(complaint, by, await this.filesOf([complaint]))
  }

  /** The supervision office's list, the most pressing first. Five queries. */
  async page(by: Person, { state = 'filed', cursor }: ComplaintQuery): Promise<ComplaintPage> {
    const rows = await this.store.page(state, by.departmentId, cursor)
    const { items, nextCursor } = pageOf(rows, ({ dueAt, id }) => ({ at: dueAt, id }), same)
    return { items: await this.cases(items, by), nextCursor }
  }

  async caseOf(complaint: Complaint, by: Person): Promise<ComplaintCase> {
    const [found] = await this.cases([complaint], by)
    if (!found) throw complaintNotFound()
    return found
  }

  /** Everybody's: without a name, a number or a word of the complainant. One query. */
  async escalated(cursor: string | undefined): Promise<PublicComplaintPage> {
    const rows = await this.store.escalated(cursor)
    const [departments, categories, areas] = await Promise.all([
      this.departments.known(),
      this.routing.names(),
      this.areas.known(),
    ])
    const { items, nextCursor } = pageOf(
      rows,
      ({ escalatedAt, filedAt, id }) => ({ at: escalatedAt ?? filedAt, id }),
      same,
    )
    const shown = items.map((row) => ({
      id: row.id,
      departmentName: departments.get(row.departmentId ?? '')?.name ?? null,
      categoryName: categories.get(row.categoryId ?? '') ?? null,
      areaName: areas.get(row.streetId ?? '')?.name ?? null,
      state: row.state,
      cause: row.escalationCause ?? 'overdue',
      escalatedAt: (row.escalatedAt ?? row.filedAt).toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
    }))
    return { items: shown, nextCursor }
  }

  /**
   * The complainant's phone, unmasked, for the person who is to call; who asked and why is kept.
   * @throws Problem 404 also for one about the reader's own department
   */
  async contactPhone(by: Person, id: string, reason: string): Promise<ComplainantPhone> {
    const complaint = await this.store.byId(id)
    if (!complaint || !capacitiesOf(by, complaint).includes('supervisor')) throw complaintNotFound()
    const need = complaint.needId ? await this.needs.byId(complaint.needId) : null
    await this.reads.note(by, { needId: subjectOf(complaint), what: 'contactPhone', reason })
    return { phone: await this.phoneOf(complaint, need ?? undefined) }
  }

  private async shown(complaint: Complaint, by: Person, files: Files): Promise<ComplaintView> {
    const { id, about, needId, receiptNo, projectTitle, state, words, filedAt, dueAt, rechecks } = complaint
    const { respondedAt, responderId, escalatedAt, responseWay, escalationCause } = complaint
    const at = this.present.now()
    return {
      ...{ id, about, needId, receiptNo, projectTitle, state, words, rechecks, responseWay, escalationCause },
      stateWords: stateWordsOf(complaint),
      isDismissed: isDismissed(complaint),
      attachments: (complaint.attachmentIds ?? []).flatMap((file) => files.get(file) ?? []),
      filedAt: filedAt.toISOString(),
      dueAt: dueAt.toISOString(),
      responseDueAt: complaint.responseDueAt.toISOString(),
      answerDueAt: complaint.answerDueAt.toISOString(),
      isOverdue: isOpenComplaint(state) && state !== 'answered' && isOverdue(dueAt, at),
      respondedAt: respondedAt?.toISOString() ?? null,
      responderName: responderId && (await this.staff.nameOf(responderId)),
      answer: await this.answerOf(complaint),
      escalatedAt: escalatedAt?.toISOString() ?? null,
      allowedActs: allowedOn({ complaint, by, at }, capacitiesOf(by, complaint)),
    }
  }

  private async answerOf(complaint: Complaint): Promise<ComplaintAnswerView | null> {
    const { finding, measure, measureUntil } = complaint
    if (!finding || !measure) return null
    const answererId = complaint.answererIds?.at(-1)
    const answererName = answererId ? await this.staff.nameOf(answererId) : null
    return { finding, measure, measureUntil, answererName }
  }

  private filesOf(complaints: readonly Complaint[]): Promise<Files> {
    return this.attachments.views(complaints.flatMap(({ attachmentIds }) => attachmentIds ?? []))
  }

  private async cases(complaints: readonly Complaint[], by: Person): Promise<ComplaintCase[]> {
    const needIds = In(complaints.flatMap(({ needId }) => needId ?? []))
    const { reader } = this.unitOfWork
    const evidence = await this.store.evidenceOf(complaints.map(({ id }) => id))
    const [needs, orders, files] = await Promise.all([
      reader.findBy(Need, { id: needIds }),
      reader.find(WorkOrder, { where: { needId: needIds, role: 'lead' }, order: { id: 'ASC' } }),
      this.attachments.views([...complaints, ...evidence].flatMap((row) => row.attachmentIds ?? [])),
    ])
    const needOf = new Map(needs.map((need) => [need.id, need]))
    const orderOf = new Map(orders.map(({ needId, id }) => [needId, id]))
    const evidenceOf = new Map(evidence.map((row) => [row.complaintId, row]))
    return Promise.all(
      complaints.map((complaint) => {
        const needId = complaint.needId ?? ''
        const orderId = orderOf.get(needId) ?? null
        const about = { files, need: needOf.get(needId), orderId, evidence: evidenceOf.get(complaint.id) }
        return this.case(complaint, by, about)
      }),
    )
  }

  private async case(complaint: Complaint, by: Person, about: About): Promise<ComplaintCase> {
    const { files, need, orderId, evidence } = about
    const phone = await this.phoneOf(complaint, need)
    const [departments, areas] = await Promise.all([this.departments.known(), this.areas.known()])
    const { departmentId, responseNote, voidReason, voidSignerId } = complaint
    return {
      ...(await this.shown(complaint, by, files)),
      ...{ responseNote, voidReason },
      needTitle: need?.title ?? complaint.projectTitle,
      departmentName: departments.get(departmentId ?? '')?.name ?? null,
      areaName: areas.get(need?.communityId ?? '')?.name ?? null,
      workOrderId: orderId,
      phoneMasked: phone && maskPhone(phone),
      evidence: evidence ? await this.requests.view(evidence, files) : null,
      voidSignerName: voidSignerId && (await this.staff.nameOf(voidSignerId)),
    }
  }

  /** That of the need; of somebody who complains about the service as such, his own. */
  private async phoneOf({ residentId, needId }: Complaint, need: Need | undefined): Promise<string | null> {
    const cipher = needId ? need?.contactPhoneCipher : await this.residents.phoneCipherOf(residentId)
    return cipher ? this.personalData.decrypt(cipher) : null
  }
}

const same = <Row>(row: Row): Row => row

/** What two of the supervision office have signed is void, but nobody has withdrawn it. */
const isDismissed = ({ state, voidSignerId }: Complaint): boolean => state === 'void' && voidSignerId !== null

const stateWordsOf = (complaint: Complaint): string =>
  isDismissed(complaint) ? '不成立' : complainantStateWords[complaint.state]
