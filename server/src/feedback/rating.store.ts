import { countsAsSolved } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import type { Verdict } from '../handling/index.js'
import { insertRows, newId, type Tx } from '../platform/database/index.js'
import { Rating } from './rating.entity.js'

type About = Pick<
  Rating,
  'needId' | 'round' | 'departmentId' | 'fieldId' | 'streetId' | 'isContacted' | 'source'
>

/** The one place that writes ratings. There is no deleting, and no changing but of the complainant's own. */
@Injectable()
export class RatingStore {
  /** `uq_rating_round`. */
  ofRound(tx: Tx, needId: string, round: number): Promise<Rating | null> {
    return tx.findOneBy(Rating, { needId, round })
  }

  async insert(tx: Tx, about: About, verdict: Verdict, ratedAt: Date): Promise<void> {
    await insertRows(tx, Rating, [{ id: newId(ratedAt), ...about, ...columnsOf(verdict), ratedAt }])
  }

  /** What was said on the phone is not changed: who said it has not written it. */
  async change(tx: Tx, { id }: Rating, verdict: Verdict): Promise<void> {
    await tx.update(Rating, { id, source: 'tap' }, columnsOf(verdict))
  }
}

const columnsOf = (verdict: Verdict) => ({
  level: verdict.level,
  saidSolved: verdict.solved,
  isSolved: countsAsSolved(verdict),
  aspects: verdict.aspects,
  tags: verdict.tags,
  words: verdict.words,
})
