import { type DatedScheme, isScheme, type RateScheme, schemeOn, shanghaiDate } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import type { Person } from '../people/index.js'
import { insertRows, isUniqueViolation, newId, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { conflict, unprocessable } from '../platform/problem.js'
import { RateSchemeRow } from './rate-scheme.entity.js'

export interface NewScheme extends DatedScheme {
  reason: string
}

/** The weights of the composite score, each from a day on. They are followed by others, never changed. WORKFLOW §4. */
@Injectable()
export class Schemes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
  ) {}

  /** All of them, the newest first: a handful. */
  all(): Promise<RateSchemeRow[]> {
    return this.unitOfWork.reader.find(RateSchemeRow, { order: { validFrom: 'DESC' } })
  }

  /** The scheme of the last day of a period. */
  async on(day: string): Promise<RateScheme> {
    return schemeOn(await this.all(), day)
  }

  /**
   * A scheme that counts from a day to come on: what has been published stays as it is.
   * @throws Problem 422 `weights_not_one`, `scheme_in_the_past`, 409 `scheme_exists`
   */
  async set(by: Person, { reason, validFrom, ...scheme }: NewScheme): Promise<RateSchemeRow> {
    if (!isScheme(scheme))
      throw unprocessable('weights_not_one', '响应、解决、满意三项权重合计要等于 1，每项在 0 到 1 之间')
    const setAt = this.present.now()
    if (validFrom <= shanghaiDate(setAt))
      throw unprocessable('scheme_in_the_past', '新方案从明天起才能生效，已经公布的成绩不改')
    const row = { id: newId(setAt), validFrom, ...scheme, reason, setById: by.id, setAt }
    try {
      await this.unitOfWork.run((tx) => insertRows(tx, RateSchemeRow, [row]))
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      throw conflict('scheme_exists', '这一天已经有一个方案开始生效，请换一个日期')
    }
    return row
  }
}
