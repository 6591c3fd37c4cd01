import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { pageAfter, UnitOfWork } from '../platform/database/index.js'
import { Disclosure } from './disclosure.entity.js'

/** The whole district, one street, or one community. */
export type Near = Partial<Pick<Disclosure, 'streetId' | 'communityId'>>

@Injectable()
export class DisclosureStore {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** By `uq_disclosure_need`. */
  ofNeeds(needIds: readonly string[]): Promise<Disclosure[]> {
    return this.unitOfWork.reader.findBy(Disclosure, { needId: In([...needIds]) })
  }

  /**
   * What was solved since then, the newest first, 21 rows by key: one range of `ix_disclosure_community`, of
   * `ix_disclosure_street`, or for the whole district of `ix_disclosure_closed`.
   */
  since(from: Date, near: Near, cursor: string | undefined): Promise<Disclosure[]> {
    const query = this.unitOfWork.reader
      .createQueryBuilder(Disclosure, 'd')
      .where('d.closedAt >= :from', { from })
    if (near.communityId) query.andWhere('d.communityId = :communityId', near)
    if (near.streetId) query.andWhere('d.streetId = :streetId', near)
    return pageAfter(query, { at: 'd.closedAt', id: 'd.id', direction: 'DESC' }, cursor).getMany()
  }
}
