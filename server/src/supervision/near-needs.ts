import { cellOf, cellsAround, DAY, groupRule, metresBetween, repeatRule } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In, LessThan } from 'typeorm'
import { Merging, Need } from '../handling/index.js'
import { Joining } from '../people/index.js'
import { insertRows, newId, type Tx } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { NeedGroup } from './need-group.entity.js'
import { Occurrence } from './occurrence.entity.js'
import type { Occasion } from './rules.js'

/** More than these are one group long since. */
const LOOKED_AT = 100
const FORGOTTEN_AT_ONCE = 500

/** 群体诉求: needs of one category, close together in place and time. WORKFLOW §6.3. docs/adr/0031 */
@Injectable()
export class NearNeeds {
  constructor(
    private readonly present: Present,
    private readonly merging: Merging,
    joining: Joining,
  ) {
    joining.onJoin(
      async (tx, from, to) => void (await tx.update(Occurrence, { residentId: from }, { residentId: to })),
    )
  }

  /**
   * Notes what was asked for where: whoever has joined another need (我也遇到) has the same matter at the same place.
   * @returns what is new, or of another category than before
   */
  async note(tx: Tx, needIds: readonly string[]): Promise<Occurrence[]> {
    await this.forget(tx)
    const masters = await this.merging.mastersOf(tx, needIds)
    const read = await tx.findBy(Need, { id: In([...needIds, ...masters.values()]) })
    const byId = new Map(read.map((need) => [need.id, need]))
    const known = await tx.findBy(Occurrence, { needId: In([...needIds]) })
    const categories = new Map(known.map(({ needId, categoryId }) => [needId, categoryId]))
    const occurrences = needIds.flatMap((id) => {
      const need = byId.get(id)
      return need ? occurrencesOf(need, byId.get(masters.get(id) ?? id) ?? need) : []
    })
    const fresh = occurrences.filter((row) => categories.get(row.needId) !== row.categoryId)
    const corrected = fresh.filter(({ needId }) => categories.has(needId))
    if (corrected.length > 0)
      await tx.delete(Occurrence, { needId: In(corrected.map(({ needId }) => needId)) })
    await insertRows(tx, Occurrence, fresh)
    return fresh
  }

  /** Puts each into the group that it belongs to. @returns the groups that there were not before */
  async group(tx: Tx, fresh: readonly Occurrence[]): Promise<Occasion[]> {
    const begun: Occasion[] = []
    for (const occurrence of fresh) {
      const near = await this.near(tx, occurrence)
      const groupId = near.find((other) => other.groupId)?.groupId
      if (groupId) await this.join(tx, groupId, occurrence)
      else if (near.length >= groupRule.needs) begun.push(await this.begin(tx, near))
    }
    return begun
  }

  /** Of its category, within 250 m and the seven days before it: nine ranges of `ix_occurrence_cell`. */
  private async near(tx: Tx, occurrence: Occurrence): Promise<Occurrence[]> {
    const here = pointOf(occurrence)
    if (!here) return []
    const rows = await tx
      .createQueryBuilder(Occurrence, 'o')
      .where('o.categoryId = :categoryId AND o.cell IN (:...cells) AND o.at >= :from AND o.at <= :until', {
        categoryId: occurrence.categoryId,
        cells: cellsAround(here),
        from: new Date(occurrence.at.getTime() - groupRule.days * DAY),
        until: occurrence.at,
      })
      .orderBy('o.at', 'DESC')
      .limit(LOOKED_AT)
      .getMany()
    return rows.filter((other) => {
      const there = pointOf(other)
      return there !== null && metresBetween(here, there) <= groupRule.metres
    })
  }

  private async begin(tx: Tx, near: readonly Occurrence[]): Promise<Occasion> {
    const inOrder = [...near].sort(
      (a, b) => a.at.getTime() - b.at.getTime() || (a.needId < b.needId ? -1 : 1),
    )
    const [first, last] = [inOrder[0], inOrder.at(-1)]
    if (!first || !last) throw new Error('a group of none')
    const master = await tx.findOneByOrFail(Need, { id: first.needId })
    const group: NeedGroup = {
      id: newId(this.present.now()),
      categoryId: first.categoryId,
      masterId: first.needId,
      communityId: master.communityId,
      size: near.length,
      firstAt: first.at,
      lastAt: last.at,
      isOpen: true,
      settledById: null,
    }
    await insertRows(tx, NeedGroup, [group])
    await tx.update(Occurrence, { needId: In(near.map(({ needId }) => needId)) }, { groupId: group.id })
    return { about: master.id, workOrderId: null, signal: { on: 'near', count: near.length } }
  }

  /** One more of a group: whoever thought that it was dealt with looks again. */
  private async join(tx: Tx, groupId: string, { needId, at }: Occurrence): Promise<void> {
    await tx.update(Occurrence, { needId }, { groupId })
    await tx.update(NeedGroup, { id: groupId }, { size: () => 'size + 1', lastAt: at, isOpen: true })
  }

  /** What no rule looks back to any more, some at a time: one range of `ix_occurrence_at`. */
  private async forget(tx: Tx): Promise<void> {
    const before = new Date(this.present.now().getTime() - repeatRule.days * DAY)
    const old = await tx.find(Occurrence, {
      where: { at: LessThan(before) },
      select: { needId: true },
      take: FORGOTTEN_AT_ONCE,
    })
    if (old.length > 0) await tx.delete(Occurrence, { needId: In(old.map(({ needId }) => needId)) })
  }
}

/** One's own, with the matter and the place of the need that it follows, or of itself. */
function occurrencesOf({ id: needId, residentId, submittedAt: at }: Need, matter: Need): Occurrence[] {
  const { categoryId, wgsLatitude, wgsLongitude } = matter
  if (!categoryId) return []
  const point = pointOf(matter)
  const cell = point && cellOf(point)
  return [{ needId, categoryId, residentId, at, cell, wgsLatitude, wgsLongitude, groupId: null }]
}

const pointOf = ({ wgsLatitude, wgsLongitude }: Pick<Occurrence, 'wgsLatitude' | 'wgsLongitude'>) =>
  wgsLatitude === null || wgsLongitude === null ? null : { latitude: wgsLatitude, longitude: wgsLongitude }
