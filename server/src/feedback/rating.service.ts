import { asksForRework, type Heard, isRatingFixed, ratingAspects, type RatingSource } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import {
  isComplainant,
  Need,
  NeedActs,
  needNotFound,
  NeedStore,
  type Verdict,
  type WorkOrder,
} from '../handling/index.js'
import type { Person } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { conflict } from '../platform/problem.js'
import type { RateBody } from './rating.dto.js'
import type { Rating } from './rating.entity.js'
import { RatingStore } from './rating.store.js'

/** One tap on a face is a rating; solved or not, tags and words may follow. docs/adr/0006 */
@Injectable()
export class Ratings {
  constructor(
    private readonly needActs: NeedActs,
    private readonly store: NeedStore,
    private readonly ratings: RatingStore,
    private readonly present: Present,
  ) {}

  /**
   * Rates the answer, or changes the rating of the same answer, for 24 hours; words can be added later. Dissatisfied
   * or unsolved starts the rework in this transaction.
   * @throws Problem 403 `filer_cannot_rate`; 404; 409 `transition_not_allowed`, `rating_already_sent_back`,
   * `rating_too_late`
   */
  async rate(tx: Tx, by: Person, needId: string, body: RateBody): Promise<Need> {
    const need = await this.store.byId(needId, tx)
    if (!need || !isComplainant(by, need)) throw needNotFound()
    const rating = await this.ofLastAnswer(tx, need)
    const answered = await this.answered(tx, need, rating?.round ?? need.round)
    return rating
      ? this.add(tx, by, need, { rating, answered }, body)
      : this.first(tx, by, need, answered, body)
  }

  private async first(
    tx: Tx,
    by: Person,
    need: Need,
    answered: WorkOrder | undefined,
    body: RateBody,
  ): Promise<Need> {
    const verdict = verdictOf(body)
    const judged = await this.needActs.judge(tx, by, need.id, verdict, { answered, isAddition: false })
    await this.insert(tx, need, answered, { verdict, source: 'tap' })
    return judged
  }

  /**
   * Keeps what somebody said on the phone who had not rated: it counts as a rating by a complainant who answered.
   * WORKFLOW §4 "V". The need stays closed; a "no" can reopen it. @returns false when it was rated meanwhile
   */
  async byCallBack(tx: Tx, need: Need, heard: Heard, words: string | null): Promise<boolean> {
    if (need.state !== 'closed' || (await this.ratings.ofRound(tx, need.id, need.round))) return false
    const answered = await this.answered(tx, need, need.round)
    const verdict = { level: heard.level, solved: heard.solved, aspects: {}, tags: [], words }
    await this.insert(tx, need, answered, { verdict, source: 'callBack' })
    return true
  }

  private async insert(
    tx: Tx,
    { id: needId, round, departmentId, fieldId, streetId }: Need,
    answered: WorkOrder | undefined,
    { verdict, source }: { verdict: Verdict; source: RatingSource },
  ): Promise<void> {
    if (!departmentId || !fieldId) throw new Error(`need ${needId} was answered without a department`)
    const isContacted = Boolean((answered ?? (await this.answeredByMaster(tx, needId, round)))?.contactedAt)
    const about = { needId, round, departmentId, fieldId, streetId, isContacted, source }
    await this.ratings.insert(tx, about, verdict, this.present.now())
  }

  private async add(
    tx: Tx,
    by: Person,
    need: Need,
    { rating, answered }: { rating: Rating; answered: WorkOrder | undefined },
    body: RateBody,
  ): Promise<Need> {
    const verdict = verdictOf(body, rating)
    this.checkAddition(need, rating, verdict)
    const judged = await this.needActs.judge(tx, by, need.id, verdict, { answered, isAddition: true })
    await this.ratings.change(tx, rating, verdict)
    return judged
  }

  /** While the need is worked on again a good rating stays good and a bad one bad; after 24 hours it is fixed. */
  private checkAddition(need: Need, rating: Rating, verdict: Verdict): void {
    const wasBad = asksForRework({ level: rating.level, solved: rating.saidSolved })
    const changesSides = asksForRework(verdict) !== wasBad
    if (rating.round < need.round && changesSides)
      throw conflict('rating_already_sent_back', '正在重新办理，办好后请您再评一次')
    if (changesVerdict(rating, verdict) && isRatingFixed(rating.ratedAt, this.present.now()))
      throw conflict('rating_too_late', '评价已过 24 小时，不能再改。问题还在的话，请点“重新办理”')
  }

  /** The rating that can still be added to: of this round, or of the one that has just been sent back. */
  private async ofLastAnswer(tx: Tx, { id: needId, state, round }: Need): Promise<Rating | null> {
    if (state !== 'closed' && state !== 'handling') return null
    const rating = await this.ratings.ofRound(tx, needId, state === 'closed' ? round : round - 1)
    return rating?.source === 'tap' ? rating : null
  }

  /** A merged need got the answer of its master: who contacted the master's complainant worked for both. */
  private async answeredByMaster(tx: Tx, needId: string, round: number): Promise<WorkOrder | undefined> {
    const events = await this.store.events(needId, tx)
    const answer = events.findLast((event) => event.act === 'answer' && event.round === round)
    if (!answer?.data.masterId) return undefined
    const orders = await this.store.orders(answer.data.masterId, tx)
    return orders.findLast(({ role, answeredAt }) => role === 'lead' && answeredAt && answeredAt <= answer.at)
  }

  /** The order whose answer was approved in a round; none before that. */
  private async answered(tx: Tx, need: Need, round: number): Promise<WorkOrder | undefined> {
    const orders = await this.store.orders(need.id, tx)
    return orders.find((order) => order.round === round && order.role === 'lead' && order.state === 'done')
  }
}

/** What the second tap does not say again stays as it was. */
function verdictOf(body: RateBody, before?: Rating): Verdict {
  return {
    level: body.level,
    solved: body.solved ?? before?.saidSolved ?? null,
    aspects: { ...before?.aspects, ...body.aspects },
    tags: body.tags ?? before?.tags ?? [],
    words: body.words?.trim() || (before?.words ?? null),
  }
}

/** Words and tags tell why; everything else is the judgement itself. */
const changesVerdict = (rating: Rating, { level, solved, aspects }: Verdict): boolean =>
  level !== rating.level ||
  solved !== rating.saidSolved ||
  ratingAspects.some((aspect) => aspects[aspect] !== rating.aspects?.[aspect])
