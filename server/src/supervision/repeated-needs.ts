import { DAY, repeatRule } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { Joining } from '../people/index.js'
import { insertRows, newId, type Tx } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { Occurrence } from './occurrence.entity.js'
import { RepeatedNeed } from './repeated-need.entity.js'

interface Counted {
  residentId: string
  categoryId: string
  times: number
  last: Occurrence
}

/** The same person, the same matter, three times in ninety days. WORKFLOW §6.4 */
@Injectable()
export class RepeatedNeeds {
  constructor(
    private readonly present: Present,
    joining: Joining,
  ) {
    // Of two residents who are one, the next need counts anew what both have asked for.
    joining.onJoin(async (tx, from) => void (await tx.delete(RepeatedNeed, { residentId: from })))
  }

  /** Counts again for those who have just asked: ranges of `ix_occurrence_resident`. */
  async count(tx: Tx, fresh: readonly Occurrence[]): Promise<void> {
    if (fresh.length === 0) return
    const theirs = await tx
      .createQueryBuilder(Occurrence, 'o')
      .where({ residentId: In([...new Set(fresh.map(({ residentId }) => residentId))]) })
      .andWhere({ categoryId: In([...new Set(fresh.map(({ categoryId }) => categoryId))]) })
      .orderBy('o.at', 'ASC')
      .getMany()
    const isFresh = new Set(fresh.map(keyOf))
    const counted = countedBy(theirs.filter((each) => isFresh.has(keyOf(each))))
    for (const each of counted) if (each.times >= repeatRule.times) await this.keep(tx, each)
  }

  private async keep(tx: Tx, { residentId, categoryId, times, last }: Counted): Promise<void> {
    const now = { times, lastNeedId: last.needId, lastAt: last.at }
    const { affected } = await tx.update(RepeatedNeed, { residentId, categoryId }, now)
    if (affected === 0)
      await insertRows(tx, RepeatedNeed, [{ id: newId(this.present.now()), residentId, categoryId, ...now }])
  }
}

const keyOf = ({ residentId, categoryId }: Occurrence) => `${residentId} ${categoryId}`

/** How often each person has asked for each matter in the ninety days up to the last time. */
function countedBy(inOrder: readonly Occurrence[]): Counted[] {
  const matters = new Map<string, Occurrence[]>()
  for (const each of inOrder) matters.set(keyOf(each), [...(matters.get(keyOf(each)) ?? []), each])
  return [...matters.values()].flatMap((occurrences): Counted[] => {
    const last = occurrences.at(-1)
    if (!last) return []
    const since = last.at.getTime() - repeatRule.days * DAY
    const times = occurrences.filter(({ at }) => at.getTime() >= since).length
    return [{ residentId: last.residentId, categoryId: last.categoryId, times, last }]
  })
}
