import { best, type ModelHeader, sharesOf, type Thresholds } from './model.js'
import type { TextLength } from './text.js'
import type { Answers, HeldBack } from './answers.js'
import type { TrainingOptions } from './training-options.js'

const sharpnesses = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 20]
const fieldSharpnesses = [0, 1, 2, 3, 4, 5, 6, 8]
/** A field that is judged on fewer guesses has the threshold of all fields together. */
const FEWEST_GUESSES = 150
const UNLIKELIEST = 1e-12

/** Chances and thresholds from the scores of texts that the classifiers had not seen. */
export function calibrated(
  heldBack: readonly HeldBack[],
  { codes, fields, fieldOf }: Answers,
  options: Pick<TrainingOptions, 'wantedPrecision' | 'leastConfidence' | 'sharpness'>,
): ModelHeader {
  const uncalibrated: ModelHeader = {
    codes,
    fields,
    fieldOf,
    sharpness: 1,
    fieldSharpness: 0,
    thresholds: { short: { guesses: {}, field: null }, long: { guesses: {}, field: null } },
    wantedPrecision: options.wantedPrecision,
    texts: 0,
  }
  const header = options.sharpness
    ? { ...uncalibrated, ...options.sharpness }
    : likeliest(heldBack, uncalibrated)
  const answered = heldBack.map((text) => answeredBy(header, text))
  return {
    ...header,
    thresholds: {
      short: thresholdsFor('short', answered, header, options),
      long: thresholdsFor('long', answered, header, options),
    },
  }
}

/** What a model says of one text: the guess, which field or answer it is of, and the field alone. */
interface Answered {
  length: TextLength
  group: number
  guess: Judged
  field: Judged
}

function answeredBy(header: ModelHeader, { scores, truth, length }: HeldBack): Answered {
  const shares = sharesOf(scores, header)
  const [place = 0] = best(shares, 1)
  return {
    length,
    group: header.fields.length > 0 ? (header.fieldOf[place] ?? 0) : place,
    guess: { confidence: shares[place] ?? 0, isRight: place === truth },
    field: judgedField(shares, truth, header),
  }
}

/** By the texts of that length, or by all where they are few. */
function thresholdsFor(
  length: TextLength,
  answered: readonly Answered[],
  { codes, fields, wantedPrecision }: ModelHeader,
  { leastConfidence }: Pick<TrainingOptions, 'leastConfidence'>,
): Thresholds {
  const ofLength = answered.filter((each) => each.length === length)
  const judging = ofLength.length < FEWEST_GUESSES ? answered : ofLength
  // What all fields share is no field's own experience: the floor is for that alone.
  const shared = (guesses: readonly Judged[], least = 0) => {
    const found = thresholdFor(guesses, wantedPrecision)
    return found === null ? null : Math.max(found, least)
  }
  const pooled = shared(
    judging.map(({ guess }) => guess),
    leastConfidence?.guess,
  )
  const guesses = (fields.length > 0 ? fields : codes).map((name, group): [string, number | null] => {
    const own = judging.filter((one) => one.group === group).map(({ guess }) => guess)
    return [name, ownThreshold(own, pooled, wantedPrecision)]
  })
  return {
    guesses: Object.fromEntries(guesses),
    field: shared(
      judging.map(({ field }) => field),
      leastConfidence?.field[length],
    ),
  }
}

/**
 * Of a field that has guesses enough: from where Wilson's bound of its own guesses is as high as wanted. That holds back
 * much that is right, because less is known of one field than of all; the shared threshold is enough while the field's own
 * guesses above it are as right as wanted, or else from where on they are.
 */
function ownThreshold(own: readonly Judged[], shared: number | null, wanted: number): number | null {
  if (own.length < FEWEST_GUESSES) return shared
  const found = thresholdFor(own, wanted)
  const counted = thresholdFor(own, wanted, (right, all) => right / all)
  if (shared === null || counted === null) return found
  return Math.min(found ?? 1, Math.max(counted, shared))
}

export interface Judged {
  confidence: number
  isRight: boolean
}

function judgedField(shares: Float64Array, truth: number, { fields, fieldOf }: ModelHeader): Judged {
  const sums = fields.length === 0 ? shares : new Float64Array(fields.length)
  if (fields.length > 0)
    for (const [place, share] of shares.entries()) {
      const field = fieldOf[place] ?? 0
      sums[field] = (sums[field] ?? 0) + share
    }
  const [place = 0] = best(sums, 1)
  return { confidence: sums[place] ?? 0, isRight: place === (fields.length === 0 ? truth : fieldOf[truth]) }
}

/** The sharpnesses under which the right answers are likeliest. */
function likeliest(heldBack: readonly HeldBack[], header: ModelHeader): ModelHeader {
  let found = header
  let least = Infinity
  for (const sharpness of sharpnesses)
    for (const fieldSharpness of header.fields.length > 0 ? fieldSharpnesses : [0]) {
      const tried = { ...header, sharpness, fieldSharpness }
      const loss = heldBack.reduce(
        (sum, { scores, truth }) =>
          sum - Math.log(Math.max(sharesOf(scores, tried)[truth] ?? 0, UNLIKELIEST)),
        0,
      )
      if (loss >= least) continue
      least = loss
      found = tried
    }
  return found
}

/**
 * The lowest confidence from which on the guesses are right as often as wanted, also after allowing for chance: the
 * lower bound of Wilson's interval (95 %, two-sided) reaches it. Null when no confidence is enough.
 */
export function thresholdFor(
  judged: readonly Judged[],
  wanted: number,
  bound = wilsonLowerBound,
): number | null {
  const ranked = [...judged].sort((a, b) => b.confidence - a.confidence)
  let right = 0
  let threshold: number | null = null
  for (const [place, { confidence, isRight }] of ranked.entries()) {
    if (isRight) right++
    if (bound(right, place + 1) >= wanted) threshold = confidence
  }
  return threshold === null ? null : Math.ceil(threshold * 1000) / 1000
}

const Z = 1.96

export function wilsonLowerBound(right: number, all: number): number {
  const share = right / all
  const square = Z * Z
  const spread = Math.sqrt((share * (1 - share)) / all + square / (4 * all * all))
  return (share + square / (2 * all) - Z * spread) / (1 + square / all)
}
