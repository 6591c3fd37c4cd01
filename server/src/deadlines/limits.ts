import { type LimitedClock, overlaps, shanghaiDate } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { IsNull } from 'typeorm'
import type { Person } from '../people/index.js'
import { Area, Areas } from '../places/index.js'
import { insertRows, newId, pageAfter, pageOf, type Tx, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { conflict, notFound, unprocessable } from '../platform/problem.js'
import { Category } from '../routing/index.js'
import { ClockLimit, ruleOf } from './clock-limit.entity.js'
import type { LimitBody, LimitPage, LimitView } from './limit.dto.js'
import { LimitScope } from './limit-scope.entity.js'
import { Timetable } from './timetable.js'

/**
 * The limits that a city has set, per category, urgency and area. They count for clocks that start while they
 * are valid; one that has begun to count is ended, never changed, so that what was promised can be explained.
 */
@Injectable()
export class Limits {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
    private readonly timetable: Timetable,
    private readonly areas: Areas,
  ) {}

  /** The newest first; `ix_clock_limit_created`. */
  async page(cursor: string | undefined): Promise<LimitPage> {
    const query = this.unitOfWork.reader.createQueryBuilder(ClockLimit, 'each')
    const by = { at: 'each.createdAt', id: 'each.id', direction: 'DESC' } as const
    const rows = await pageAfter(query, by, cursor).getMany()
    return pageOf(rows, ({ createdAt, id }) => ({ at: createdAt, id }), await this.naming())
  }

  /** @throws Problem 422 `limit_in_the_past`, `limit_ends_before_it_begins`, `category_unknown`, `area_unknown`; 409 `limit_overlaps`, `limits_changed` */
  async set(by: Person, body: LimitBody): Promise<LimitView> {
    const at = this.present.now()
    const { kind, urgency, categoryId, areaId, amount, unit, validFrom, validUntil } = body
    const row: ClockLimit = {
      id: newId(at),
      kind,
      urgency: urgency ?? null,
      categoryId: categoryId ?? null,
      areaId: areaId ?? null,
      limitAmount: amount,
      limitUnit: unit,
      validFrom,
      validUntil: validUntil ?? null,
      createdAt: at,
      createdById: by.id,
    }
    this.assertNotPast(validFrom)
    if (validUntil !== undefined && validUntil < validFrom)
      throw unprocessable('limit_ends_before_it_begins', '结束日期不能早于开始日期')
    await this.unitOfWork.run(async (tx) => {
      const version = await versionOf(tx, kind)
      await assertKnown(tx, row)
      const same = await tx.findBy(ClockLimit, { kind })
      if (same.some((other) => overlaps(ruleOf(other), ruleOf(row))))
        throw conflict('limit_overlaps', '同样的范围在这段时间已有时限，请先结束原来的再设新的')
      await insertRows(tx, ClockLimit, [row])
      await changed(tx, kind, version)
    })
    await this.timetable.reload()
    return (await this.naming())(row)
  }

  /** @throws Problem 404; 422 `limit_in_the_past`; 409 `limit_ended`, `limits_changed` */
  async end(id: string, validUntil: string): Promise<LimitView> {
    this.assertNotPast(validUntil)
    const ended = await this.unitOfWork.run(async (tx) => {
      const row = await tx.findOneBy(ClockLimit, { id })
      if (!row) throw notFound('limit_not_found', '没有找到这条时限，请刷新后再看')
      if (row.validUntil !== null && row.validUntil < validUntil)
        throw conflict('limit_ended', '这条时限结束得更早，要延长请另设一条')
      if (validUntil < row.validFrom)
        throw unprocessable('limit_ends_before_it_begins', '结束日期不能早于开始日期')
      const before = { id, validUntil: row.validUntil ?? IsNull() }
      if ((await tx.update(ClockLimit, before, { validUntil })).affected !== 1) throw limitsChanged()
      return { ...row, validUntil }
    })
    await this.timetable.reload()
    return (await this.naming())(ended)
  }

  private async naming(): Promise<(limit: ClockLimit) => LimitView> {
    const areas = await this.areas.known()
    return ({ limitAmount, limitUnit, createdAt, createdById: _, ...rule }) => ({
      ...rule,
      areaName: areas.get(rule.areaId ?? '')?.name ?? null,
      amount: limitAmount,
      unit: limitUnit,
      createdAt: createdAt.toISOString(),
    })
  }

  /** What has counted for clocks already stays as it was. */
  private assertNotPast(date: string): void {
    if (date < shanghaiDate(this.present.now()))
      throw unprocessable('limit_in_the_past', '日期不能早于今天，已经开始的时限不会改变')
  }
}

/** To be read before the limits of a kind are. */
async function versionOf(tx: Tx, kind: LimitedClock): Promise<number> {
  return (await tx.findOneByOrFail(LimitScope, { kind })).version
}

/**
 * Two who set limits at once see nothing of each other: the second to write finds another version, on every
 * database. @throws Problem 409 `limits_changed`
 */
async function changed(tx: Tx, kind: LimitedClock, version: number): Promise<void> {
  const { affected } = await tx.update(LimitScope, { kind, version }, { version: version + 1 })
  if (affected !== 1) throw limitsChanged()
}

const limitsChanged = () => conflict('limits_changed', '刚刚有人改了这种时限，请刷新后再设')

async function assertKnown(tx: Tx, { categoryId, areaId }: ClockLimit): Promise<void> {
  if (categoryId !== null && !(await tx.existsBy(Category, { id: categoryId })))
    throw unprocessable('category_unknown', '没有这个事项分类，请重新选择')
  if (areaId !== null && !(await tx.existsBy(Area, { id: areaId })))
    throw unprocessable('area_unknown', '没有这个区域，请重新选择')
}
