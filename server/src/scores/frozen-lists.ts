import { countedKinds, type CountedKind, periodOf, plusMonths, shanghaiMonth } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { insertRows, type Tx, UnitOfWork } from '../platform/database/index.js'
import { grouped } from './counted-needs.js'
import { takeTurn } from './freeze-turn.entity.js'
import { correctionsSince, frozenItems, monthOfItem } from './corrections.js'
import { ScoreCorrection } from './score-correction.entity.js'
import { ScoreItem } from './score-item.entity.js'
import { ScoreMonth } from './score-sum.entity.js'

/** What a need was counted for until now, and is counted for from now on. */
export interface Recounted {
  needId: string
  before: readonly ScoreItem[]
  items: readonly ScoreItem[]
}

/** Keeps what was counted in frozen months, item by item, beside what is counted now. docs/adr/0156 */
@Injectable()
export class FrozenLists {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * The frozen months that are changed by counting these needs anew. To be asked before anything is written: who
   * freezes a month waits for those who have asked about it, and whoever asks later for him, so that each change is in
   * the frozen sums or in the corrections. docs/adr/0153
   */
  async changedBy(tx: Tx, recounted: readonly Recounted[], now: Date): Promise<ReadonlySet<string>> {
    const current = shanghaiMonth(now)
    const all = recounted.flatMap(({ before, items }) => [...before, ...items].map(monthOfItem))
    const months = [...new Set(all)].filter((month) => month < current)
    if (months.length === 0) return new Set()
    const last = plusMonths(current, -1)
    const frozen = await this.frozen(months)
    if (!months.includes(last) || frozen.some(({ month }) => month === last)) return listed(frozen)
    await takeTurn(tx, 'counting')
    return listed(await this.frozen(months))
  }

  /** As committed by now: the transaction's own view may be older than its turn. */
  private frozen(months: readonly string[]): Promise<ScoreMonth[]> {
    return this.unitOfWork.reader.findBy(ScoreMonth, { month: In([...months]) })
  }

  /** Writes down how the needs count otherwise in these months than when they were frozen. Three statements. */
  async correct(tx: Tx, recounted: readonly Recounted[], months: ReadonlySet<string>): Promise<void> {
    if (months.size === 0) return
    const needIds = recounted.map(({ needId }) => needId)
    const known = await tx.findBy(ScoreCorrection, { needId: In(needIds) })
    const corrections = grouped(known)
    if (known.length > 0) await tx.delete(ScoreCorrection, { id: In(known.map(({ id }) => id)) })
    const rows = recounted.flatMap(({ needId, before, items }) =>
      correctionsSince(frozenItems(before, corrections.get(needId) ?? [], months), items, months),
    )
    await insertRows(tx, ScoreCorrection, rows)
  }

  /** Before all items are forgotten: what was counted in the frozen months stays, and is compared when it is counted again. */
  async keepAll(tx: Tx): Promise<void> {
    for (const { month } of await tx.findBy(ScoreMonth, { isListed: true }))
      for (const kind of Object.keys(countedKinds) as CountedKind[]) await keep(tx, month, kind)
    await tx.delete(ScoreCorrection, { correction: 'added' })
  }
}

const listed = (months: readonly ScoreMonth[]): ReadonlySet<string> =>
  new Set(months.filter(({ isListed }) => isListed).map(({ month }) => month))

/** What is of one kind, in one statement: a range of `ix_score_item_kind`. */
async function keep(tx: Tx, month: string, kind: CountedKind): Promise<void> {
  const [items, corrections] = [
    tx.dataSource.getMetadata(ScoreItem),
    tx.dataSource.getMetadata(ScoreCorrection),
  ]
  const names = items.columns.map(({ databaseName }) => databaseName)
  const at = items.findColumnWithPropertyName('at')
  const { from, until } = periodOf({ kind: 'month', month })
  const prepared = [from, until].map((moment): unknown =>
    at ? tx.dataSource.driver.preparePersistentValue(moment, at) : moment,
  )
  await tx.query(
    `INSERT INTO ${corrections.tableName} (${names.join(', ')}, correction, changed_marks)
     SELECT ${names.map((name) => `i.${name}`).join(', ')}, 'gone', i.marks
     FROM ${items.tableName} i LEFT JOIN ${corrections.tableName} c ON c.id = i.id
     WHERE i.kind = ? AND i.at >= ? AND i.at < ? AND c.id IS NULL`,
    [kind, ...prepared],
  )
}
