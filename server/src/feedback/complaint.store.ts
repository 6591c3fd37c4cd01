import { type ComplaintState, DAY, openComplaintStates, repeatedComplaints } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { type EntityManager, In, MoreThanOrEqual, Not } from 'typeorm'
import { pageAfter, type Tx, UnitOfWork } from '../platform/database/index.js'
import { ComplaintEvidence } from './complaint-evidence.entity.js'
import { Complaint } from './complaint.entity.js'

const open = In([...openComplaintStates])

@Injectable()
export class ComplaintStore {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  byId(id: string, manager: EntityManager = this.unitOfWork.reader): Promise<Complaint | null> {
    return manager.findOneBy(Complaint, { id })
  }

  /** The one that somebody still has to deal with: `uq_complaint_open`. */
  openOf(openKey: string, manager: EntityManager): Promise<Complaint | null> {
    return manager.findOneBy(Complaint, { openKey })
  }

  /** Those whose clocks these are: by primary key, or by `ix_complaint_need`. */
  async openOfSubjects(tx: Tx, subjects: readonly string[]): Promise<Complaint[]> {
    const ids = In([...new Set(subjects)])
    const aboutNothing = await tx.findBy(Complaint, { id: ids, state: open })
    return [...aboutNothing, ...(await tx.findBy(Complaint, { needId: ids, state: open }))]
  }

  /** The newest complaint about a need: `ix_complaint_need`. */
  lastOf(needId: string): Promise<Complaint | null> {
    return this.unitOfWork.reader.findOne(Complaint, { where: { needId }, order: { filedAt: 'DESC' } })
  }

  /** Those about one department and one matter of the last 30 days: a range of `ix_complaint_matter`. */
  alike(tx: Tx, { departmentId, categoryId }: Complaint, at: Date): Promise<Complaint[]> {
    if (!departmentId || !categoryId) return Promise.resolve([])
    const since = MoreThanOrEqual(new Date(at.getTime() - repeatedComplaints.days * DAY))
    return tx.findBy(Complaint, { departmentId, categoryId, filedAt: since, state: Not('void') })
  }

  evidenceOf(
    complaintIds: readonly string[],
    manager: EntityManager = this.unitOfWork.reader,
  ): Promise<ComplaintEvidence[]> {
    return manager.findBy(ComplaintEvidence, { complaintId: In([...complaintIds]) })
  }

  /**
   * One page of the supervision office's list by due time, 21 rows by key: one range of `ix_complaint_queue`.
   * @param except the department whose own complaints are not for this reader
   */
  page(state: ComplaintState, except: string | null, cursor: string | undefined): Promise<Complaint[]> {
    const query = this.unitOfWork.reader
      .createQueryBuilder(Complaint, 'c')
      .where('c.state = :state', { state })
    if (except) query.andWhere('(c.departmentId IS NULL OR c.departmentId <> :except)', { except })
    return pageAfter(query, { at: 'c.dueAt', id: 'c.id', direction: 'ASC' }, cursor).getMany()
  }

  /** A resident's own, the newest first: one range of `ix_complaint_resident`. */
  mine(residentId: string, cursor: string | undefined): Promise<Complaint[]> {
    const query = this.unitOfWork.reader
      .createQueryBuilder(Complaint, 'c')
      .where('c.residentId = :residentId', { residentId })
    return pageAfter(query, { at: 'c.filedAt', id: 'c.id', direction: 'DESC' }, cursor).getMany()
  }

  /** What everybody may see, the newest first: one range of `ix_complaint_escalated`. */
  escalated(cursor: string | undefined): Promise<Complaint[]> {
    const query = this.unitOfWork.reader.createQueryBuilder(Complaint, 'c').where('c.escalatedAt IS NOT NULL')
    return pageAfter(query, { at: 'c.escalatedAt', id: 'c.id', direction: 'DESC' }, cursor).getMany()
  }
}
