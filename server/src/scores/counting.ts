import { type Counted, figures, halfDayOf, noFigures } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In, LessThanOrEqual } from 'typeorm'
import { Complaint } from '../feedback/index.js'
import { changedMeanwhile, Need } from '../handling/index.js'
import { Subscribers } from '../messages/index.js'
import { addRows, insertRows, newId, type Tx, UnitOfWork, updateRows } from '../platform/database/index.js'
import { Housekeeping } from '../platform/housekeeping.js'
import { Present } from '../platform/present.js'
import { countedTopics } from './counted-topics.js'
import { CountedNeeds, type CountedSubject, grouped } from './counted-needs.js'
import { type Dimension, everything } from './dimensions.js'
import { FrozenLists } from './frozen-lists.js'
import { figuresIn, marksOf } from './marks.js'
import { NeedCount } from './need-count.entity.js'
import { ScoreItem } from './score-item.entity.js'
import { ScoreSum } from './score-sum.entity.js'

/** Needs that are counted in one transaction when nobody waits. */
const BATCH = 500

/**
 * Keeps what is counted in step with what happened: after each act on a need, and when a limit has passed, the need
 * is counted anew from its rows, and the sums change by the difference. docs/adr/0080
 */
@Injectable()
export class Counting {
  constructor(
    private readonly needs: CountedNeeds,
    private readonly frozenLists: FrozenLists,
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
    subscribers: Subscribers,
    housekeeping: Housekeeping,
  ) {
    subscribers.follow(countedTopics, (tx, rows) =>
      this.recount(
        tx,
        rows.map(({ needId }) => needId),
      ),
    )
    housekeeping.register('scores', () => this.settle())
  }

  /** Counts these needs anew. The same result however often. @throws Problem 409 `changed_meanwhile` */
  async recount(tx: Tx, ids: readonly string[]): Promise<void> {
    const needIds = [...new Set(ids)]
    const now = this.present.now()
    const counts = await tx.findBy(NeedCount, { id: In(needIds) })
    const before = grouped(await tx.findBy(ScoreItem, { needId: In(needIds) }))
    const found = await this.needs.of(tx, needIds, now)
    const counted = found.map(({ subject, items, nextAt }) => ({
      needId: subject.id,
      nextAt,
      before: before.get(subject.id) ?? [],
      items: items.map((item) => itemOf(subject, item, now)),
    }))
    const changed = counted.filter((each) => !isSame(each.before, each.items))
    const frozen = await this.frozenLists.changedBy(tx, changed, now)
    await this.remember(tx, counted, counts)
    await this.replace(
      tx,
      changed.flatMap((each) => each.before),
      changed.flatMap(({ items }) => items),
    )
    await this.frozenLists.correct(tx, changed, frozen)
  }

  /** Counts those of which a limit has passed since, a part at a time: `ix_need_count_next`. @returns how many */
  async settle(): Promise<number> {
    const due = await this.unitOfWork.reader.find(NeedCount, {
      where: { nextAt: LessThanOrEqual(this.present.now()) },
      order: { nextAt: 'ASC', id: 'ASC' },
      take: BATCH,
    })
    const ids = due.map(({ id }) => id)
    if (ids.length > 0) await this.unitOfWork.run((tx) => this.recount(tx, ids))
    return ids.length
  }

  /**
   * Forgets all sums and counts every need from the beginning. Frozen months and their lists stay as they are.
   * @param tell hears how many have been counted so far
   */
  async rebuild(tell: (counted: number) => void = () => undefined): Promise<number> {
    await this.unitOfWork.run(async (tx) => {
      await this.frozenLists.keepAll(tx)
      for (const entity of [ScoreSum, ScoreItem, NeedCount])
        await tx.createQueryBuilder().delete().from(entity).execute()
    })
    let counted = 0
    for (const entity of [Need, Complaint]) {
      for (let last = ''; ;) {
        const ids = await this.idsAfter(entity, last)
        if (ids.length === 0) break
        await this.unitOfWork.run((tx) => this.recount(tx, ids))
        last = ids.at(-1) ?? ''
        counted += ids.length
        tell(counted)
      }
    }
    return counted
  }

  /** By primary key. Of complaints those about the service as such: the others are counted with their need. */
  private async idsAfter(entity: typeof Need | typeof Complaint, last: string): Promise<string[]> {
    const query = this.unitOfWork.reader
      .createQueryBuilder<{ id: string }>(entity, 's')
      .select('s.id')
      .where('s.id > :last', { last })
    if (entity === Complaint) query.andWhere('s.needId IS NULL')
    const rows = await query.orderBy('s.id').limit(BATCH).getMany()
    return rows.map(({ id }) => id)
  }

  /** Of two who count the same need at once, the second one finds another version. */
  private async remember(
    tx: Tx,
    counted: readonly { needId: string; nextAt: Date | null }[],
    counts: readonly NeedCount[],
  ): Promise<void> {
    const times = new Map(counted.map(({ needId, nextAt }) => [needId, nextAt]))
    const known = new Set(counts.map(({ id }) => id))
    const fresh = counted.filter(({ needId }) => !known.has(needId))
    await insertRows(
      tx,
      NeedCount,
      fresh.map(({ needId: id, nextAt }) => ({ id, nextAt, version: 1 })),
    )
    const rows = counts.map(({ id, version }) => ({
      id,
      version: version + 1,
      nextAt: times.get(id) ?? null,
    }))
    const versions = new Map(rows.map((row) => [row, row.version - 1]))
    const written = await updateRows(tx, NeedCount, rows, ['nextAt', 'version'], versions)
    if (written !== rows.length) throw changedMeanwhile()
  }

  private async replace(tx: Tx, before: readonly ScoreItem[], items: readonly ScoreItem[]): Promise<void> {
    if (before.length > 0) await tx.delete(ScoreItem, { id: In(before.map(({ id }) => id)) })
    await insertRows(tx, ScoreItem, items)
    const sums = new Sums()
    for (const item of before) sums.add(item, -1)
    for (const item of items) sums.add(item, 1)
    await addRows(tx, ScoreSum, sums.changed, figures)
  }
}

/** What a number of items adds to the sums, or takes away. */
class Sums {
  private readonly rows = new Map<string, ScoreSum>()

  add(item: ScoreItem, sign: 1 | -1): void {
    const counted = figuresIn(item.kind, item.marks)
    for (const [scope, dimension, groupId] of groupsOf(item)) {
      const row = this.row(scope, dimension, halfDayOf(item.at), groupId)
      for (const figure of counted) row[figure] += sign
    }
  }

  /** In the order of their key, so that two who add at once do not wait for each other in a circle. */
  get changed(): ScoreSum[] {
    const changed = [...this.rows].filter(([, row]) => figures.some((figure) => row[figure] !== 0))
    return changed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  }

  private row(scope: string, dimension: Dimension, halfDay: number, groupId: string): ScoreSum {
    const key = `${scope} ${dimension} ${halfDay} ${groupId}`
    const row = this.rows.get(key) ?? { scope, dimension, halfDay, groupId, ...noFigures }
    this.rows.set(key, row)
    return row
  }
}

/** Under which keys an item is summed: of the district, of its department and of its town. */
function groupsOf({
  departmentId,
  fieldId,
  streetId,
  communityId,
  source,
}: ScoreItem): [string, Dimension, string][] {
  const inCommunity = (scope: string): [string, Dimension, string][] =>
    communityId === null ? [] : [[scope, 'community', communityId]]
  const inDepartment: [string, Dimension, string][] = [
    [departmentId, 'field', fieldId],
    [departmentId, 'area', streetId],
    [departmentId, 'source', source],
    ...inCommunity(departmentId),
  ]
  const inStreet: [string, Dimension, string][] = [
    [streetId, 'department', departmentId],
    [streetId, 'field', fieldId],
    [streetId, 'source', source],
    ...inCommunity(streetId),
  ]
  return [
    [everything, 'department', departmentId],
    [everything, 'field', fieldId],
    [everything, 'area', streetId],
    [everything, 'source', source],
    ...inCommunity(everything),
    ...(departmentId ? inDepartment : []),
    ...(streetId ? inStreet : []),
  ]
}

function itemOf(subject: CountedSubject['subject'], counted: Counted, now: Date): ScoreItem {
  return {
    id: newId(now),
    needId: subject.id,
    workOrderId: counted.workOrderId,
    kind: counted.kind,
    at: counted.at,
    departmentId: counted.departmentId ?? '',
    fieldId: subject.fieldId ?? '',
    streetId: subject.streetId ?? '',
    communityId: subject.communityId ?? '',
    source: subject.filedById ? 'gridWorker' : 'resident',
    marks: marksOf(counted.figures),
  }
}

function isSame(before: readonly ScoreItem[], after: readonly ScoreItem[]): boolean {
  const told = (items: readonly ScoreItem[]) =>
    items
      .map(({ id: _, at, ...item }) => JSON.stringify([at.getTime(), ...Object.values(item)]))
      .sort()
      .join()
  return before.length === after.length && told(before) === told(after)
}
