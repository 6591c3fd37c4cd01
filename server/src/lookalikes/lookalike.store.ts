import { cellsAround, type Point } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In, LessThan } from 'typeorm'
import { Need } from '../handling/index.js'
import { insertRows, type Tx, UnitOfWork } from '../platform/database/index.js'
import { Lookalike } from './lookalike.entity.js'

/** More than these are not read: the newest say enough. */
const LOOKED_AT = 200
const FORGOTTEN_AT_ONCE = 500

/** Where and since when to look, in which fields. */
export interface Search {
  fieldIds: readonly string[]
  communityId: string
  point: Point | null
  from: Date
}
/** What is read of a need in order to compare it and to say how it stands. */
export type ComparedNeed = Pick<
  Need,
  'id' | 'title' | 'text' | 'state' | 'residentId' | 'departmentId' | 'closedAt' | 'submittedAt'
>

@Injectable()
export class LookalikeStore {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * The newest near by: ranges of `ix_lookalike_cell`, one for each field and cell; where nobody has said the place
   * exactly, those of the community by `ix_lookalike_community`.
   */
  near({ fieldIds, communityId, point, from }: Search): Promise<Lookalike[]> {
    const query = this.unitOfWork.reader
      .createQueryBuilder(Lookalike, 'l')
      .where('l.fieldId IN (:...fieldIds) AND l.at >= :from', { fieldIds, from })
    if (point) query.andWhere('l.cell IN (:...cells)', { cells: [...cellsAround(point), communityId] })
    else query.andWhere('l.communityId = :communityId', { communityId })
    return query.orderBy('l.at', 'DESC').limit(LOOKED_AT).getMany()
  }

  byId(id: string): Promise<Lookalike | null> {
    return this.unitOfWork.reader.findOneBy(Lookalike, { id })
  }

  /** By primary key. */
  async needs(ids: readonly string[]): Promise<ReadonlyMap<string, ComparedNeed>> {
    const rows = await this.unitOfWork.reader.find(Need, {
      where: { id: In([...ids]) },
      select: {
        id: true,
        title: true,
        text: true,
        state: true,
        residentId: true,
        departmentId: true,
        closedAt: true,
        submittedAt: true,
      },
    })
    return new Map(rows.map((row) => [row.id, row]))
  }

  /** Puts these in place of what is kept of their needs. */
  async renew(tx: Tx, needIds: readonly string[], rows: readonly Lookalike[]): Promise<void> {
    await tx.delete(Lookalike, { needId: In([...needIds]) })
    await insertRows(tx, Lookalike, rows)
  }

  /** What is shown no more, some at a time: one range of `ix_lookalike_at`. @returns how many */
  async forget(before: Date): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const old = await tx.find(Lookalike, {
        where: { at: LessThan(before) },
        select: { id: true },
        take: FORGOTTEN_AT_ONCE,
      })
      if (old.length > 0) await tx.delete(Lookalike, { id: In(old.map(({ id }) => id)) })
      return old.length
    })
  }
}
