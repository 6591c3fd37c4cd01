import type { CallBackState } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { type EntityManager, type FindOptionsWhere, In } from 'typeorm'
import { changedMeanwhile } from '../handling/index.js'
import { insertRows, pageAfter, type Tx, UnitOfWork } from '../platform/database/index.js'
import { CallBack } from './call-back.entity.js'

@Injectable()
export class CallBackStore {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  byId(id: string, manager: EntityManager = this.unitOfWork.reader): Promise<CallBack | null> {
    return manager.findOneBy(CallBack, { id })
  }

  /** Adds those about which nobody has been asked to call yet: `uq_call_back_cause`. @returns those */
  async add(tx: Tx, rows: readonly CallBack[]): Promise<CallBack[]> {
    const causes = [...new Set(rows.map(({ cause }) => cause))]
    const known = new Set((await tx.findBy(CallBack, { cause: In(causes) })).map(({ cause }) => cause))
    const first = new Map(rows.map((row) => [row.cause, row]))
    const added = [...first.values()].filter(({ cause }) => !known.has(cause))
    await insertRows(tx, CallBack, added)
    return added
  }

  /**
   * Takes a call for somebody, unless somebody else is on the phone. @returns whether it is his now. A conditional
   * update, the same on every database.
   */
  async claim(tx: Tx, id: string, claimedById: string, at: Date, claimedUntil: Date): Promise<boolean> {
    const { affected } = await tx
      .createQueryBuilder()
      .update(CallBack)
      .set({ claimedById, claimedUntil })
      .where("id = :id AND state = 'waiting' AND available_at <= :at", { id, at })
      .andWhere('(claimed_by_id IS NULL OR claimed_by_id = :claimedById OR claimed_until < :at)', {
        claimedById,
        at,
      })
      .updateEntity(false)
      .execute()
    return affected === 1
  }

  /** Writes what came of a call that is still this person's. @throws Problem 409 `changed_meanwhile` */
  async settle(tx: Tx, callBack: CallBack, claimedById: string, patch: Partial<CallBack>): Promise<void> {
    const { id } = callBack
    const { affected } = await tx.update(CallBack, { id, state: 'waiting', claimedById }, patch)
    if (affected !== 1) throw changedMeanwhile()
    Object.assign(callBack, patch)
  }

  /** Nobody needs to be called about these any more: `ix_call_back_need`, `ix_call_back_complaint`. */
  async drop(tx: Tx, about: FindOptionsWhere<CallBack>, availableAt: Date): Promise<void> {
    const dropped = { state: 'dropped' as const, availableAt, claimedById: null, claimedUntil: null }
    await tx.update(CallBack, { ...about, state: 'waiting' }, dropped)
  }

  /**
   * One page of the list, 21 rows by key: one range of `ix_call_back_queue`. Who waits in the order of the time from
   * when he can be called, what is over the newest first.
   * @param except the department about which this reader does not call
   */
  page(state: CallBackState, except: string | null, cursor: string | undefined): Promise<CallBack[]> {
    const query = this.unitOfWork.reader
      .createQueryBuilder(CallBack, 'c')
      .where('c.state = :state', { state })
    if (except) query.andWhere('(c.departmentId IS NULL OR c.departmentId <> :except)', { except })
    const direction = state === 'waiting' ? 'ASC' : 'DESC'
    return pageAfter(query, { at: 'c.availableAt', id: 'c.id', direction }, cursor).getMany()
  }
}
