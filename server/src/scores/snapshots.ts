import { figures, HOUR, halfDayOf, periodOf, plusMonths, shanghaiMonth } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { insertRows, isUniqueViolation, type Tx, UnitOfWork } from '../platform/database/index.js'
import { Housekeeping } from '../platform/housekeeping.js'
import { Present } from '../platform/present.js'
import { takeTurn } from './freeze-turn.entity.js'
import { ScoreMonth, ScoreSnapshot, ScoreSum } from './score-sum.entity.js'

/** A rating can be changed for a day; then the month before is frozen. */
const WAIT = 24 * HOUR

/** Freezes the sums of each month once. What arrives later shows beside them as a correction. WORKFLOW §4. */
@Injectable()
export class Snapshots {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
    housekeeping: Housekeeping,
  ) {
    housekeeping.register('score snapshots', () => this.freezeDue())
  }

  private frozenAt(month: string): Promise<ScoreMonth | null> {
    return this.unitOfWork.reader.findOneBy(ScoreMonth, { month })
  }

  /** Those of these months that are frozen, the oldest first: the primary key. */
  async of(months: readonly string[]): Promise<ScoreMonth[]> {
    if (months.length === 0) return []
    const where = { month: In([...months]) }
    return this.unitOfWork.reader.find(ScoreMonth, { where, order: { month: 'ASC' } })
  }

  /** Freezes the month before, when it is over and nobody has. @returns how many months were frozen */
  async freezeDue(): Promise<number> {
    const now = this.present.now()
    const month = plusMonths(shanghaiMonth(now), -1)
    const { until } = periodOf({ kind: 'month', month })
    if (now.getTime() < until.getTime() + WAIT || (await this.frozenAt(month))) return 0
    try {
      await this.unitOfWork.run((tx) => this.freeze(tx, month, now))
      return 1
    } catch (error) {
      // Another server was faster.
      if (isUniqueViolation(error)) return 0
      throw error
    }
  }

  /** One statement copies the sums: once a month it reads all of them. */
  private async freeze(tx: Tx, month: string, frozenAt: Date): Promise<void> {
    await takeTurn(tx, 'freezing')
    await insertRows(tx, ScoreMonth, [{ month, frozenAt, isListed: true }])
    const { from, until } = periodOf({ kind: 'month', month })
    const columns = tx.dataSource
      .getMetadata(ScoreSum)
      .columns.filter(({ propertyName }) => figures.some((figure) => figure === propertyName))
      .map(({ databaseName }) => databaseName)
    const snapshot = tx.dataSource.getMetadata(ScoreSnapshot).tableName
    const sums = tx.dataSource.getMetadata(ScoreSum).tableName
    await tx.query(
      `INSERT INTO ${snapshot} (month, scope, dimension, group_id, ${columns.join(', ')})
       SELECT ?, scope, dimension, group_id, ${columns.map((column) => `SUM(${column})`).join(', ')}
       FROM ${sums} WHERE half_day >= ? AND half_day < ? GROUP BY scope, dimension, group_id`,
      [month, halfDayOf(from), halfDayOf(until)],
    )
  }
}
