import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Person } from '../people/index.js'
import { type Page, pageOf, type Tx, UnitOfWork } from '../platform/database/index.js'
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

  /** Version and owner only, for a page that asks again and again. */
  async versionOf(
    id: string,
  ): Promise<{ version: number; residentId: string; filedById: string | null } | null> {
    return this.unitOfWork.reader.findOne(Need, {
      where: { id },
      select: { id: true, version: true, residentId: true, filedById: true },
    })
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

  order(id: string, manager: EntityManager = this.unitOfWork.reader): Promise<WorkOrder | null> {
    return manager.findOneBy(WorkOrder, { id })
  }

  /** The orders of a need, oldest round first: `ix_work_order_need`. */
  orders(needId: string, tx: Tx): Promise<WorkOrder[]> {
    return tx.find(WorkOrder, { where: { needId }, order: { round: 'ASC', id: 'ASC' } })
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

  /** Needs that wait for a dispatcher, oldest first: one range of `ix_need_state`. */
  async untriaged(cursor: string | undefined): Promise<Need[]> {
    return rowsAfter(
      this.unitOfWork.reader,
      Need,
      (list) => list.where('o.state = :state', { state: 'submitted' }),
      { at: 'submittedAt', direction: 'ASC' },
      cursor,
    )
  }
}
