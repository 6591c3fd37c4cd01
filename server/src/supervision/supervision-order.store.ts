import type { SupervisionLevel, SupervisionState } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { type Page, pageAfter, pageOf, UnitOfWork } from '../platform/database/index.js'
import { SupervisionOrder } from './supervision-order.entity.js'

export interface SupervisionFilter {
  state: SupervisionState
  departmentId: string | undefined
  level: SupervisionLevel | undefined
  /** The department whose own complaints are not for this reader. */
  notAccusing: string | null
  /** Due before this. */
  dueUntil: Date | undefined
}

/** The SQL of the lists of supervision orders. */
@Injectable()
export class SupervisionOrderStore {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  byId(id: string): Promise<SupervisionOrder | null> {
    return this.unitOfWork.reader.findOneBy(SupervisionOrder, { id })
  }

  /**
   * One page, what is open by its due time, what is over the newest first. A state is one range of
   * `ix_supervision_order_state`, with a level `…_level`, with a department `…_department`, with both
   * `…_department_level`.
   */
  async page<Item>(
    { state, departmentId, level, notAccusing, dueUntil }: SupervisionFilter,
    cursor: string | undefined,
    item: (order: SupervisionOrder) => Item,
  ): Promise<Page<Item>> {
    const query = this.unitOfWork.reader
      .createQueryBuilder(SupervisionOrder, 'o')
      .where('o.state = :state', { state })
    if (departmentId) query.andWhere('o.departmentId = :departmentId', { departmentId })
    if (level) query.andWhere('o.level = :level', { level })
    if (notAccusing)
      query.andWhere('(o.accusedDepartmentId IS NULL OR o.accusedDepartmentId <> :notAccusing)', {
        notAccusing,
      })
    if (dueUntil) query.andWhere('o.dueAt < :dueUntil', { dueUntil })
    const direction = state === 'issued' || state === 'answered' ? 'ASC' : 'DESC'
    const rows = await pageAfter(query, { at: 'o.dueAt', id: 'o.id', direction }, cursor).getMany()
    return pageOf(rows, ({ dueAt, id }) => ({ at: dueAt, id }), item)
  }

  /** 挂牌: what everybody may see, the newest first: one range of `ix_supervision_order_listed`. */
  async listed<Item>(
    cursor: string | undefined,
    item: (order: SupervisionOrder) => Item,
  ): Promise<Page<Item>> {
    const query = this.unitOfWork.reader
      .createQueryBuilder(SupervisionOrder, 'o')
      .where('o.isListed = :isListed', { isListed: true })
    const by = { at: 'o.issuedAt', id: 'o.id', direction: 'DESC' } as const
    const rows = await pageAfter(query, by, cursor).getMany()
    return pageOf(rows, ({ issuedAt, id }) => ({ at: issuedAt, id }), item)
  }
}
