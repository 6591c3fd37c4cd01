import { cellOf, DAY, lookalikeRule, mayShowLookalike } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { Need } from '../handling/index.js'
import { Subscribers } from '../messages/index.js'
import { newId, type Tx } from '../platform/database/index.js'
import { Housekeeping } from '../platform/housekeeping.js'
import { Routing } from '../routing/index.js'
import type { Lookalike } from './lookalike.entity.js'
import { LookalikeStore } from './lookalike.store.js'
import { pointOf } from './point.js'

/** Keeps what neighbours may be shown: noted when a need goes to a department, and so has a category. */
@Injectable()
export class LookalikeFollowers {
  constructor(
    private readonly store: LookalikeStore,
    private readonly routing: Routing,
    subscribers: Subscribers,
    housekeeping: Housekeeping,
  ) {
    subscribers.follow(['need.dispatched'], (tx, rows) =>
      this.note(tx, [...new Set(rows.map(({ needId }) => needId))]),
    )
    housekeeping.register('lookalikes', (now) =>
      this.store.forget(new Date(now.getTime() - lookalikeRule.days * DAY)),
    )
  }

  /** Three statements for any number of needs. */
  private async note(tx: Tx, needIds: readonly string[]): Promise<void> {
    const needs = await tx.findBy(Need, { id: In([...needIds]) })
    const codes = new Map((await this.routing.tree()).map(({ id, code }) => [id, code]))
    const rows = needs.flatMap((need) => lookalikeOf(need, codes.get(need.categoryId ?? '') ?? ''))
    await this.store.renew(tx, needIds, rows)
  }
}

/** The row of a need, or none. */
function lookalikeOf(need: Need, categoryCode: string): Lookalike[] {
  const { id: needId, fieldId, categoryId, communityId, wgsLatitude, wgsLongitude, submittedAt: at } = need
  if (!fieldId || !categoryId || !mayShowLookalike({ ...need, categoryCode })) return []
  const point = pointOf(need)
  const cell = point ? cellOf(point) : communityId
  return [{ id: newId(at), needId, fieldId, categoryId, communityId, cell, wgsLatitude, wgsLongitude, at }]
}
