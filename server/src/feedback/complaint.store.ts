import { type ComplaintState, openComplaintStates } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { pageAfter, UnitOfWork } from '../platform/database/index.js'
import { Complaint } from './complaint.entity.js'

@Injectable()
export class ComplaintStore {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  byId(id: string, manager: EntityManager = this.unitOfWork.reader): Promise<Complaint | null> {
    return manager.findOneBy(Complaint, { id })
  }

  /** The complaint about a need that somebody still has to deal with: `ix_complaint_need`. */
  openOf(needId: string, manager: EntityManager): Promise<Complaint | null> {
    return manager.findOneBy(Complaint, { needId, state: In([...openComplaintStates]) })
  }

  /** The newest complaint about a need: `ix_complaint_need`. */
  lastOf(needId: string): Promise<Complaint | null> {
    return this.unitOfWork.reader.findOne(Complaint, { where: { needId }, order: { filedAt: 'DESC' } })
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
    return pageAfter(query, { at: 'c.responseDueAt', id: 'c.id', direction: 'ASC' }, cursor).getMany()
  }
}
