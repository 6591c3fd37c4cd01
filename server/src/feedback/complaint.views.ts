import { allowedActs, complaintActs, complaintStateWords, isOverdue, maskPhone } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { Need, needNotFound, NeedStore, isComplainant, WorkOrder } from '../handling/index.js'
import { Departments, type Person, PersonalData, PersonalDataRead, StaffDirectory } from '../people/index.js'
import { Areas } from '../places/index.js'
import { insertRows, newId, pageOf, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import type {
  ComplainantPhone,
  ComplaintCase,
  ComplaintOfNeed,
  ComplaintPage,
  ComplaintQuery,
  ComplaintView,
} from './complaint.dto.js'
import type { Complaint } from './complaint.entity.js'
import { capacitiesOf, complaintNotFound } from './complaint.service.js'
import { ComplaintStore } from './complaint.store.js'

/** What the complainant, and what the supervision office sees of a complaint. Nobody else sees anything. */
@Injectable()
export class ComplaintViews {
  constructor(
    private readonly store: ComplaintStore,
    private readonly needs: NeedStore,
    private readonly staff: StaffDirectory,
    private readonly departments: Departments,
    private readonly areas: Areas,
    private readonly personalData: PersonalData,
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

  async view(complaint: Complaint, by: Person): Promise<ComplaintView> {
    const { id, needId, state, words, filedAt, responseDueAt, respondedAt, responderId } = complaint
    return {
      ...{ id, needId, state, stateWords: complaintStateWords[state], words },
      filedAt: filedAt.toISOString(),
      responseDueAt: responseDueAt.toISOString(),
      isOverdue: state === 'filed' && isOverdue(responseDueAt, this.present.now()),
      respondedAt: respondedAt?.toISOString() ?? null,
      responderName: responderId && (await this.staff.nameOf(responderId)),
      responseWay: complaint.responseWay,
      allowedActs: allowedActs(complaintActs, state, capacitiesOf(by, complaint)),
    }
  }

  /** The supervision office's list, the most pressing first. Three queries. */
  async page(by: Person, { state = 'filed', cursor }: ComplaintQuery): Promise<ComplaintPage> {
    const rows = await this.store.page(state, by.departmentId, cursor)
    const { items, nextCursor } = pageOf(
      rows,
      ({ responseDueAt, id }) => ({ at: responseDueAt, id }),
      (row) => row,
    )
    return { items: await this.cases(items, by), nextCursor }
  }

  async caseOf(complaint: Complaint, by: Person): Promise<ComplaintCase> {
    const [found] = await this.cases([complaint], by)
    if (!found) throw complaintNotFound()
    return found
  }

  /**
   * The complainant's phone, unmasked, for the person who is to call; who asked and why is kept.
   * @throws Problem 404 also for one about the reader's own department
   */
  async contactPhone(by: Person, id: string, reason: string): Promise<ComplainantPhone> {
    const complaint = await this.store.byId(id)
    if (!complaint || !capacitiesOf(by, complaint).includes('supervisor')) throw complaintNotFound()
    const need = await this.needs.byId(complaint.needId)
    const at = this.present.now()
    const read = {
      ...{ id: newId(at), staffId: by.id, needId: complaint.needId },
      ...{ what: 'contactPhone' as const, reason, at },
    }
    await this.unitOfWork.run((tx) => insertRows(tx, PersonalDataRead, [read]))
    return {
      phone: need?.contactPhoneCipher ? this.personalData.decrypt(need.contactPhoneCipher) : null,
    }
  }

  private async cases(complaints: readonly Complaint[], by: Person): Promise<ComplaintCase[]> {
    const needIds = complaints.map(({ needId }) => needId)
    const { reader } = this.unitOfWork
    const [needs, orders, departments, areas] = await Promise.all([
      reader.findBy(Need, { id: In(needIds) }),
      reader.find(WorkOrder, { where: { needId: In(needIds), role: 'lead' }, order: { id: 'ASC' } }),
      this.departments.known(),
      this.areas.known(),
    ])
    const needOf = new Map(needs.map((need) => [need.id, need]))
    const orderOf = new Map(orders.map(({ needId, id }) => [needId, id]))
    return Promise.all(
      complaints.map(async (complaint): Promise<ComplaintCase> => {
        const need = needOf.get(complaint.needId)
        const phone = need?.contactPhoneCipher ? this.personalData.decrypt(need.contactPhoneCipher) : null
        return {
          ...(await this.view(complaint, by)),
          receiptNo: complaint.receiptNo,
          needTitle: need?.title ?? '',
          departmentName: departments.get(complaint.departmentId ?? '')?.name ?? null,
          areaName: areas.get(need?.communityId ?? '')?.name ?? null,
          workOrderId: orderOf.get(complaint.needId) ?? null,
          phoneMasked: phone && maskPhone(phone),
          responseNote: complaint.responseNote,
        }
      }),
    )
  }
}
