import { Injectable } from '@nestjs/common'
import { In, IsNull } from 'typeorm'
import { Clock } from '../deadlines/index.js'
import { insertRows, pageAfter, type Tx, UnitOfWork } from '../platform/database/index.js'
import { MergedNeed } from './merged-need.entity.js'
import { Need } from './need.entity.js'
import { wholeRows } from './rows-after.js'

/** Which needs follow which. */
@Injectable()
export class MergedNeedStore {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(tx: Tx, masterId: string, needs: readonly Need[]): Promise<void> {
    await insertRows(
      tx,
      MergedNeed,
      needs.map(({ id: needId, submittedAt }) => ({ needId, masterId, submittedAt })),
    )
  }

  async remove(tx: Tx, needIds: readonly string[]): Promise<void> {
    await tx.delete(MergedNeed, { needId: In([...needIds]) })
  }

  /** The needs that follow these: `ix_merged_need_master`. */
  followers(tx: Tx, masterIds: readonly string[]): Promise<MergedNeed[]> {
    return tx.find(MergedNeed, { where: { masterId: In([...masterIds]) }, order: { needId: 'ASC' } })
  }

  /** Which need each of these follows: by primary key. */
  async mastersOf(tx: Tx, needIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.findBy(MergedNeed, { needId: In([...needIds]) })
    return new Map(rows.map(({ needId, masterId }) => [needId, masterId]))
  }

  /** How many follow each of these: one read of `ix_merged_need_master` alone. */
  async counts(masterIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (masterIds.length === 0) return new Map()
    const rows = await this.unitOfWork.reader
      .createQueryBuilder(MergedNeed, 'm')
      .select('m.masterId', 'id')
      .addSelect('COUNT(*)', 'count')
      .where({ masterId: In([...masterIds]) })
      .groupBy('m.masterId')
      .getRawMany<{ id: string; count: string | number }>()
    return new Map(rows.map(({ id, count }) => [id, Number(count)]))
  }

  /** The clocks that run for these needs and their orders: `ix_clock_need`. */
  openClocks(tx: Tx, needIds: readonly string[]): Promise<Clock[]> {
    return tx.findBy(Clock, { needId: In([...needIds]), stoppedAt: IsNull() })
  }

  /** By primary key. */
  clocks(tx: Tx, ids: readonly string[]): Promise<Clock[]> {
    return tx.findBy(Clock, { id: In([...ids]) })
  }

  /** A page of the needs that follow a master, in the order of filing: `ix_merged_need_master`, then by key. */
  page(masterId: string, cursor: string | undefined): Promise<Need[]> {
    const { reader } = this.unitOfWork
    const listed = reader
      .createQueryBuilder(MergedNeed, 'm')
      .select('m.needId', 'id')
      .where('m.masterId = :masterId', { masterId })
    const ids = pageAfter(listed, { at: 'm.submittedAt', id: 'm.needId', direction: 'ASC' }, cursor)
    return wholeRows(reader, Need, ids, { at: 'submittedAt', direction: 'ASC' })
  }
}
