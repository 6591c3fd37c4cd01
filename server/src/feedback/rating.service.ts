import { asksForRework, countsAsSolved } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { isComplainant, Need, NeedActs, needNotFound, NeedStore, type Verdict } from '../handling/index.js'
import type { Person } from '../people/index.js'
import { insertRows, newId, type Tx } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { conflict } from '../platform/problem.js'
import type { RateBody } from './rating.dto.js'
import { Rating } from './rating.entity.js'

/** One tap on a face is a rating; solved or not, tags and words may follow. docs/adr/0006 */
@Injectable()
export class Ratings {
  constructor(
    private readonly needActs: NeedActs,
    private readonly store: NeedStore,
    private readonly present: Present,
  ) {}

  /**
   * Rates the answer, or adds to the rating of the same answer. Dissatisfied or unsolved starts the rework in this
   * transaction. @throws Problem 404, 409 `transition_not_allowed`, `rating_already_sent_back`
   */
  async rate(tx: Tx, by: Person, needId: string, body: RateBody): Promise<Need> {
    const need = await this.store.byId(needId, tx)
    if (!need || !isComplainant(by, need)) throw needNotFound()
    const rating = need.state === 'answered' ? null : await this.ofLastAnswer(tx, need)
    return rating ? this.add(tx, by, need, rating, body) : this.first(tx, by, need, body)
  }

  private async first(tx: Tx, by: Person, need: Need, body: RateBody): Promise<Need> {
    const { round, departmentId, fieldId, streetId } = need
    const verdict = verdictOf(body)
    const isContacted = await this.isContacted(tx, need)
    const judged = await this.needActs.judge(tx, by, need.id, verdict, false)
    if (!departmentId || !fieldId) throw new Error(`need ${need.id} was answered without a department`)
    const ratedAt = this.present.now()
    const rating = { id: newId(ratedAt), needId: need.id, round, departmentId, fieldId, streetId, isContacted, ratedAt }
    await insertRows(tx, Rating, [{ ...rating, ...columnsOf(verdict) }])
    return judged.need
  }

  private async add(tx: Tx, by: Person, need: Need, rating: Rating, body: RateBody): Promise<Need> {
    const verdict = verdictOf(body, rating)
    const isSentBack = rating.round < need.round
    if (isSentBack && !asksForRework(verdict))
      throw conflict('rating_already_sent_back', '已经按您的评价重新办理，办好后请您再评一次')
    const judged = await this.needActs.judge(tx, by, need.id, verdict, true)
    await tx.update(Rating, { id: rating.id }, columnsOf(verdict))
    return judged.need
  }

  /** The rating that can still be added to: of this round, or of the one that has just been sent back. */
  private async ofLastAnswer(tx: Tx, need: Need): Promise<Rating | null> {
    const rounds = { closed: [need.round], handling: [need.round - 1] }
    const [round] = need.state === 'closed' || need.state === 'handling' ? rounds[need.state] : []
    return round ? tx.findOneBy(Rating, { needId: need.id, round }) : null
  }

  private async isContacted(tx: Tx, need: Need): Promise<boolean> {
    const orders = await this.store.orders(need.id, tx)
    return orders.some(({ round, contactedAt }) => round === need.round && contactedAt !== null)
  }
}

/** What the second tap does not say again stays as it was. */
function verdictOf(body: RateBody, before?: Rating): Verdict {
  return {
    level: body.level,
    solved: body.solved ?? before?.saidSolved ?? null,
    tags: body.tags ?? before?.tags ?? [],
    words: body.words?.trim() || (before?.words ?? null),
  }
}

const columnsOf = (verdict: Verdict) => ({
  level: verdict.level,
  saidSolved: verdict.solved,
  isSolved: countsAsSolved(verdict),
  tags: verdict.tags,
  words: verdict.words,
})
