import { type LearnerOptions, OnlineLearner } from './online-learner.js'
import { signsIn, unitFeatures, type UnitMatter } from './unit-features.js'
import { TOWN, type UnitKind } from './unit-kinds.js'

/** So much chance is left to every kind of unit, whatever the table says. */
const LEAST = 0.01
/** How much a sign of a town or village in the subject raises the odds that it is the town's matter. */
const raisedBy: Readonly<Record<string, number>> = { village: 1.2, town: 0.9, street: 0.4, works: 0.3 }
/** One in so many details names a village without being about one. */
const DETAIL = 0.4
const ROUNDS = 15

export interface UnitExample extends UnitMatter {
  kind: string
}

/**
 * Which kind of unit sees to a matter: what the table says of its category and what kind of place it names, and
 * on top of that, what has been learned from examples.
 */
export class UnitGuessing {
  private readonly kinds: readonly string[]
  private readonly learner: OnlineLearner

  constructor(
    private readonly kindOf: (code: string) => UnitKind | undefined,
    kinds: readonly string[],
    options?: LearnerOptions,
  ) {
    this.kinds = [...new Set([TOWN, ...kinds])].sort()
    this.learner = new OnlineLearner(this.kinds, options)
  }

  learn(examples: readonly UnitExample[], rounds = ROUNDS): void {
    const prepared = examples.map((example) => ({
      kind: example.kind,
      features: unitFeatures(example),
      prior: this.prior(example),
    }))
    for (let round = 0; round < rounds; round += 1)
      for (const { features, kind, prior } of prepared) this.learner.learn(features, kind, prior)
  }

  guess(matter: UnitMatter): string {
    const chances = this.learner.chances(unitFeatures(matter), this.prior(matter))
    return this.kinds[chances.indexOf(Math.max(...chances))] ?? TOWN
  }

  /** What the table says, raised for the town by what the text says of the place. */
  private prior({ subject, detail, guesses }: UnitMatter): number[] {
    const chances = new Map<string, number>()
    const add = (kind: string, chance: number) => chances.set(kind, (chances.get(kind) ?? 0) + chance)
    const raise = this.raise(subject) + this.raise(detail) * DETAIL
    for (const { code, confidence } of guesses) {
      const { kind, town } = this.kindOf(code) ?? { kind: TOWN, town: 0.5 }
      const share = raised(town, raise)
      add(TOWN, confidence * share)
      add(kind, confidence * (1 - share))
    }
    return this.kinds.map((kind) => Math.log((chances.get(kind) ?? 0) + LEAST))
  }

  private raise(text: string): number {
    return signsIn(text).reduce((sum, sign) => sum + (raisedBy[sign] ?? 0), 0)
  }
}

function raised(chance: number, by: number): number {
  const odds = (chance / (1 - chance)) * Math.exp(by)
  return odds / (1 + odds)
}
