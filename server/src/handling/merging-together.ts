import { isOpenNeed, mergeMax, needActs } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import type { Person } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'
import { conflict } from '../platform/problem.js'
import { MergedNeed } from './merged-need.entity.js'
import { Merging } from './merging.service.js'
import { Need } from './need.entity.js'

/** WORKFLOW §1 "merge": from these states. */
const mergeable = needActs.find(({ act }) => act === 'merge')?.from ?? []

/** How a merge of a whole group went. */
export interface Together {
  masterId: string
  merged: number
}

/** 并案 of a whole group, however long its list is: the oldest that is being worked on leads, the others follow. */
@Injectable()
export class MergingTogether {
  constructor(private readonly merging: Merging) {}

  /** At most 500 at once; those that cannot follow stay as they are. @throws Problem 409 `nothing_to_merge` */
  async merge(tx: Tx, by: Person, needIds: readonly string[]): Promise<Together> {
    const needs = await tx.find(Need, {
      where: { id: In([...needIds]) },
      select: { id: true, state: true, submittedAt: true },
      order: { submittedAt: 'ASC', id: 'ASC' },
    })
    const open = needs.filter(({ state }) => isOpenNeed(state))
    const master = open.find(({ state }) => state !== 'submitted') ?? open[0]
    const leaders = await this.leadersAmong(tx, needIds)
    const followers = open
      .filter(({ id, state }) => id !== master?.id && mergeable.includes(state) && !leaders.has(id))
      .slice(0, mergeMax)
    if (!master || followers.length === 0)
      throw conflict('nothing_to_merge', '这一组里没有可以并案的诉求了，请刷新')
    await this.merging.merge(
      tx,
      by,
      master.id,
      followers.map(({ id }) => id),
    )
    return { masterId: master.id, merged: followers.length }
  }

  /** Whom others follow already: `ix_merged_need_master`. */
  private async leadersAmong(tx: Tx, needIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.findBy(MergedNeed, { masterId: In([...needIds]) })
    return new Set(rows.map(({ masterId }) => masterId))
  }
}
