import type { Urgency } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import type { Person } from '../people/index.js'
import { type Page, pageOf, pageSize, type Tx, UnitOfWork } from '../platform/database/index.js'
import { MergedNeed } from './merged-need.entity.js'
import { changedMeanwhile } from './need-change.js'
import { NeedEvent } from './need-event.entity.js'
import { Need } from './need.entity.js'
import { rowsAfter } from './rows-after.js'
import { WorkOrder } from './work-order.entity.js'

/** Reading of needs, their orders and their events. */
@Injectable()
export class NeedStore {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** One need by primary key. */
  byId(id: string, manager: EntityManager = this.unitOfWork.reader): Promise<Need | null> {
    return manager.findOneBy(Need, { id })
  }

  /** One need by its receipt number: `uq_need_receipt_no`. */
  byReceiptNo(receiptNo: string): Promise<Need | null> {
    return this.unitOfWork.reader.findOneBy(Need, { receiptNo })
  }

  /**
   * Version and owner only, for a page that asks again and again. Of a need that follows another one the version of
   * that is a part, one more read by key: its page shows how the master goes on.
   */
  async versionOf(
    id: string,
  ): Promise<{ version: string; residentId: string; filedById: string | null } | null> {
    const need = await this.unitOfWork.reader.findOne(Need, {
      where: { id },
      select: { id: true, state: true, version: true, residentId: true, filedById: true },
    })
    if (!need) return null
    const { state, version, residentId, filedById } = need
    const ofMaster = state === 'merged' ? await this.masterVersion(id) : undefined
    return { version: [version, ofMaster].filter(Boolean).join('.'), residentId, filedById }
  }

  private async masterVersion(id: string): Promise<number | undefined> {
    const master = await this.unitOfWork.reader
      .createQueryBuilder(MergedNeed, 'm')
      .innerJoin(Need, 'master', 'master.id = m.masterId')
      .where('m.needId = :id', { id })
      .select('master.version', 'version')
      .getRawOne<{ version: number }>()
    return master?.version
  }

  /**
   * Something that the complainant sees has changed beside the need: an open page asks by this number.
   * @throws Problem 409 `changed_meanwhile`
   */
  async touch({ id, version }: Pick<Need, 'id' | 'version'>, tx: Tx): Promise<void> {
    const { affected } = await tx.update(Need, { id, version }, { version: version + 1 })
    if (affected !== 1) throw changedMeanwhile()
  }

  /** All events of a need in order: `uq_need_event_sequence`. Some ten to thirty rows. */
  events(needId: string, manager: EntityManager = this.unitOfWork.reader): Promise<NeedEvent[]> {
    return manager.find(NeedEvent, { where: { needId }, order: { sequence: 'ASC' } })
  }

  /** How each of them was filed, by its id: `uq_need_event_sequence`. */
  async filings(needIds: readonly string[]): Promise<ReadonlyMap<string, NeedEvent>> {
    const filed = await this.unitOfWork.reader.findBy(NeedEvent, { needId: In([...needIds]), sequence: 1 })
    return new Map(filed.map((event) => [event.needId, event]))
  }

  order(id: string, manager: EntityManager = this.unitOfWork.reader): Promise<WorkOrder | null> {
    return manager.findOneBy(WorkOrder, { id })
  }

  /** The orders of a need, oldest round first: `ix_work_order_need`. */
  orders(needId: string, manager: EntityManager): Promise<WorkOrder[]> {
    return manager.find(WorkOrder, { where: { needId }, order: { round: 'ASC', id: 'ASC' } })
  }

  /** Needs by primary key, with their orders (`ix_work_order_need`) and events (`uq_need_event_sequence`). */
  async wholes(ids: readonly string[], manager: EntityManager) {
    const needId = In([...ids])
    const [needs, orders, events] = [
      await manager.findBy(Need, { id: needId }),
      await manager.find(WorkOrder, { where: { needId }, order: { needId: 'ASC', round: 'ASC', id: 'ASC' } }),
      await manager.find(NeedEvent, { where: { needId }, order: { needId: 'ASC', sequence: 'ASC' } }),
    ]
    return { needs, orders: byNeed(orders), events: byNeed(events) }
  }

  /**
   * Somebody's own needs, newest first: of a resident one range of `ix_need_resident`, of a grid worker, whose are
   * those that he filed, one of `ix_need_filer`.
   */
  async mine<Item>(
    { id, kind }: Person,
    cursor: string | undefined,
    item: (need: Need) => Item,
  ): Promise<Page<Item>> {
    const owner = kind === 'staff' ? 'o.filedById = :id' : 'o.residentId = :id'
    const rows = await rowsAfter(
      this.unitOfWork.reader,
      Need,
      (list) => list.where(owner, { id }),
      { at: 'submittedAt', direction: 'DESC' },
      cursor,
    )
    return pageOf(rows, (need) => ({ at: need.submittedAt, id: need.id }), item)
  }

  /** Needs of some urgencies that wait for a dispatcher, oldest first: a range of `ix_need_triage` for each urgency. */
  async untriaged(urgencies: readonly Urgency[], cursor: string | undefined): Promise<Need[]> {
    const { reader } = this.unitOfWork
    const inOrder = { at: 'submittedAt', direction: 'ASC' } as const
    const ofOne = (urgency: Urgency) =>
      rowsAfter(
        reader,
        Need,
        (list) =>
          list
            .where('o.state = :state', { state: 'submitted' })
            .andWhere('o.urgency = :urgency', { urgency }),
        inOrder,
        cursor,
      )
    return (await Promise.all(urgencies.map(ofOne)))
      .flat()
      .sort(byFiling)
      .slice(0, pageSize + 1)
  }
}

const byFiling = (a: Need, b: Need): number =>
  a.submittedAt.getTime() - b.submittedAt.getTime() || (a.id < b.id ? -1 : 1)

function byNeed<Row extends { needId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.needId)
    if (group) group.push(row)
    else groups.set(row.needId, [row])
  }
  return groups
}
