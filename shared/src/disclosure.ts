import type { DangerKind } from './danger.js'
import type { AnswerResult, NeedState } from './need-lifecycle.js'
import { DAY, shanghaiDate } from './time.js'

/** What decides whether the public sees a need. */
export interface Disclosable {
  state: NeedState
  isAnonymous: boolean
  danger: readonly DangerKind[]
  result: AnswerResult | null
  /** The resident's own judgement; null when nobody gave one. */
  rating: { isSolved: boolean } | null
}

/**
 * Whether the public is shown that something was solved: the resident says so, and neither asked to stay unknown nor
 * wrote of a danger to life. DESIGN, rules of the house 8. What content safety has doubts about is left out besides.
 */
export const mayDisclose = ({ state, isAnonymous, danger, result, rating }: Disclosable): boolean =>
  state === 'closed' &&
  rating?.isSolved === true &&
  (result === 'solved' || result === 'partlySolved') &&
  !isAnonymous &&
  danger.length === 0

/**
 * Fields (by their codes) that happen in streets and parks. Photos of their answers show a lamp or a road; photos of
 * any other field may show somebody's home, child or papers, and stay private.
 */
export const publicSpaceFields: readonly string[] = ['urban', 'transport', 'environment']

/** The public page shows what was solved in so many days. */
export const disclosedDays = 7
/** Departments are shown by the ratings of so many days. */
export const publicRatesDays = 90

/** Calendar days in Shanghai from filing to the answer; 0 is the same day. */
export const daysTaken = (submittedAt: Date, answeredAt: Date): number =>
  Math.round((Date.parse(shanghaiDate(answeredAt)) - Date.parse(shanghaiDate(submittedAt))) / DAY)
