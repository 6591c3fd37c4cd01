/** A guess beside the truth: the label's confidences, best first. */
export interface Outcome {
  truth: string
  ranked: readonly (readonly [label: string, confidence: number])[]
}

export interface Measures {
  n: number
  accuracy: number
  macroF1: number
  top2: number
  /** Expected calibration error over ten bins of confidence. */
  ece: number
}

const BINS = 10

export function measured(outcomes: readonly Outcome[]): Measures {
  const n = outcomes.length
  const hits = outcomes.filter(isRight).length
  const second = outcomes.filter(({ truth, ranked }) => ranked[1]?.[0] === truth).length
  return {
    n,
    accuracy: hits / n,
    macroF1: macroF1(outcomes),
    top2: (hits + second) / n,
    ece: calibrationError(outcomes),
  }
}

/**
 * Which share of the outcomes is at or above its threshold, and how much of that is right.
 * @param thresholdOf null when no confidence is enough
 */
export function above<One extends Outcome>(
  outcomes: readonly One[],
  thresholdOf: (outcome: One) => number | null,
): { coverage: number; precision: number } {
  const sure = outcomes.filter((outcome) => {
    const threshold = thresholdOf(outcome)
    return threshold !== null && confidenceOf(outcome) >= threshold
  })
  return {
    coverage: sure.length / outcomes.length,
    precision: sure.length === 0 ? 1 : sure.filter(isRight).length / sure.length,
  }
}

export const isRight = ({ truth, ranked }: Outcome): boolean => ranked[0]?.[0] === truth

export const confidenceOf = ({ ranked }: Outcome): number => ranked[0]?.[1] ?? 0

/** Of every label that occurs: how many there are, how many were said, how many of these rightly. */
export function perLabel(
  outcomes: readonly Outcome[],
): { label: string; real: number; said: number; right: number }[] {
  const labels = [...new Set(outcomes.map(({ truth }) => truth))].sort()
  return labels.map((label) => {
    const real = outcomes.filter(({ truth }) => truth === label)
    return {
      label,
      real: real.length,
      said: outcomes.filter(({ ranked }) => ranked[0]?.[0] === label).length,
      right: real.filter(isRight).length,
    }
  })
}

function macroF1(outcomes: readonly Outcome[]): number {
  const scores = perLabel(outcomes).map(({ real, said, right }) => (2 * right) / (real + said))
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}

function calibrationError(outcomes: readonly Outcome[]): number {
  let error = 0
  for (let bin = 0; bin < BINS; bin++) {
    const own = outcomes.filter((one) => Math.min(BINS - 1, Math.floor(confidenceOf(one) * BINS)) === bin)
    error += Math.abs(own.filter(isRight).length - own.reduce((sum, one) => sum + confidenceOf(one), 0))
  }
  return error / outcomes.length
}
