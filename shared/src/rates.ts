import type { RatingLevel } from './need-lifecycle.js'

/** Weights of the composite score and of "fairly satisfied". WORKFLOW §4. Weights sum to 1. */
export interface RateScheme {
  contact: number
  solved: number
  satisfaction: number
  fairlySatisfied: number
}
export const standardScheme: RateScheme = {
  contact: 0.1,
  solved: 0.5,
  satisfaction: 0.4,
  fairlySatisfied: 0.9,
}

/** What was counted in a period. `rated` is V: ratings by complainants who answered. */
export interface RateCounts {
  rated: number
  contacted: number
  solved: number
  satisfied: number
  fairlySatisfied: number
}
/** Rates as fractions 0–1, the composite as 0–100; null (shown as "—") when nobody rated. */
export interface Rates {
  contactRate: number | null
  solvedRate: number | null
  satisfaction: number | null
  composite: number | null
}

export const noCounts: RateCounts = { rated: 0, contacted: 0, solved: 0, satisfied: 0, fairlySatisfied: 0 }

/** The three rates and their composite. WORKFLOW §4. */
export function threeRates(counts: RateCounts, scheme: RateScheme = standardScheme): Rates {
  const { rated } = counts
  if (rated === 0) return { contactRate: null, solvedRate: null, satisfaction: null, composite: null }
  const contactRate = counts.contacted / rated
  const solvedRate = counts.solved / rated
  const satisfaction = (counts.satisfied + scheme.fairlySatisfied * counts.fairlySatisfied) / rated
  const composite =
    100 * (scheme.contact * contactRate + scheme.solved * solvedRate + scheme.satisfaction * satisfaction)
  return { contactRate, solvedRate, satisfaction, composite }
}

/** Totals are pooled, never the mean of departments. WORKFLOW §4. */
export const pool = (counts: readonly RateCounts[]): RateCounts =>
  counts.reduce(
    (sum, one) => ({
      rated: sum.rated + one.rated,
      contacted: sum.contacted + one.contacted,
      solved: sum.solved + one.solved,
      satisfied: sum.satisfied + one.satisfied,
      fairlySatisfied: sum.fairlySatisfied + one.fairlySatisfied,
    }),
    noCounts,
  )

/** A ranking needs at least so many ratings. WORKFLOW §4. */
export const rankingMin = 10

/**
 * Whether a rating counts as solved. The resident's word decides; silence about it is read from the face:
 * whoever is fairly satisfied or better and says nothing else has not called it unsolved.
 */
export const countsAsSolved = (rating: { level: RatingLevel; solved: boolean | null }): boolean =>
  rating.solved ?? rating.level >= 3
