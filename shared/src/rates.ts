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
/** The second preset of WORKFLOW §4. */
export const evenScheme: RateScheme = { ...standardScheme, contact: 0.3, solved: 0.35, satisfaction: 0.35 }

const rounding = 1e-9

/** Whether the weights of a scheme sum to 1, and all of it lies between 0 and 1. WORKFLOW §4. */
export function isScheme({ contact, solved, satisfaction, fairlySatisfied }: RateScheme): boolean {
  const isShare = (part: number) => part >= 0 && part <= 1
  return (
    [contact, solved, satisfaction, fairlySatisfied].every(isShare) &&
    Math.abs(contact + solved + satisfaction - 1) < rounding
  )
}

/** A scheme that counts from a day in Shanghai on, until the next one does. */
export interface DatedScheme extends RateScheme {
  validFrom: string
}

/** The scheme of a day: the newest that counts by then; before the first one, the standard. */
export function schemeOn(schemes: readonly DatedScheme[], day: string): RateScheme {
  const valid = schemes.filter(({ validFrom }) => validFrom <= day)
  return (
    valid.reduce<DatedScheme | undefined>(
      (newest, each) => (newest && newest.validFrom > each.validFrom ? newest : each),
      undefined,
    ) ?? standardScheme
  )
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

/** A ranking needs at least so many ratings. WORKFLOW §4. */
export const rankingMin = 10

/**
 * Whether a rating counts as solved. The resident's word decides; silence about it is read from the face:
 * whoever is fairly satisfied or better and says nothing else has not called it unsolved.
 */
export const countsAsSolved = (rating: { level: RatingLevel; solved: boolean | null }): boolean =>
  rating.solved ?? rating.level >= 3
