import type { Features } from './unit-features.js'

export interface LearnerOptions {
  /** How far the first step of a weight goes. */
  rate: number
  /** How strongly weights are pulled back to nothing. */
  pull: number
}
const standard: LearnerOptions = { rate: 0.3, pull: 0.0005 }

/** What a feature says of every answer. */
interface Weights {
  values: Float64Array
  /** Squares of the slopes so far: the more a weight has learned, the shorter its steps (AdaGrad). */
  slopes: Float64Array
}

/**
 * Logistic regression over any number of answers that learns one example after another. The same examples in the
 * same order give the same weights. `prior` says what holds before anything is learned: the logarithm of the
 * chance of each answer.
 */
export class OnlineLearner {
  private readonly weights = new Map<number, Weights>()

  constructor(
    readonly answers: readonly string[],
    private readonly options: LearnerOptions = standard,
  ) {}

  /** The chance of every answer, in their order; they sum to 1. */
  chances(features: Features, prior: readonly number[] = []): number[] {
    const scores = this.answers.map((_, answer) => prior[answer] ?? 0)
    for (const [feature, amount] of features) {
      const values = this.weights.get(feature)?.values
      if (!values) continue
      for (let answer = 0; answer < values.length; answer += 1)
        scores[answer] = (scores[answer] ?? 0) + (values[answer] ?? 0) * amount
    }
    const highest = Math.max(...scores)
    const powers = scores.map((score) => Math.exp(score - highest))
    const sum = powers.reduce((total, power) => total + power, 0)
    return powers.map((power) => power / sum)
  }

  learn(features: Features, right: string, prior: readonly number[] = []): void {
    const { rate, pull } = this.options
    const chances = this.chances(features, prior)
    for (const [feature, amount] of features) {
      const { values, slopes } = this.weightsOf(feature)
      for (let answer = 0; answer < values.length; answer += 1) {
        const miss = (chances[answer] ?? 0) - (this.answers[answer] === right ? 1 : 0)
        const slope = miss * amount + pull * (values[answer] ?? 0)
        const squares = (slopes[answer] ?? 0) + slope * slope
        slopes[answer] = squares
        values[answer] = (values[answer] ?? 0) - (rate * slope) / Math.sqrt(squares + 1e-8)
      }
    }
  }

  /** How much a feature speaks for an answer rather than another. */
  support(feature: number, answer: string, other: string): number {
    const values = this.weights.get(feature)?.values
    const of = (name: string) => values?.[this.answers.indexOf(name)] ?? 0
    return of(answer) - of(other)
  }

  private weightsOf(feature: number): Weights {
    const known = this.weights.get(feature)
    if (known) return known
    const { length } = this.answers
    const weights = { values: new Float64Array(length), slopes: new Float64Array(length) }
    this.weights.set(feature, weights)
    return weights
  }
}
