import { OnlineLearner } from './online-learner.js'
import { unitFeatures, type UnitMatter, wordsOf } from './unit-features.js'

/** Whose a matter is: the bureau's that the rule names, or the town's or street's where it is. */
const sides = ['bureau', 'town'] as const
export type Side = (typeof sides)[number]

export interface TownExample extends UnitMatter {
  side: Side
}

export interface TownGuess {
  /** That it is the town's or street's, 0–1. */
  probability: number
  /** Sure enough to take the place of the rule's bureau. */
  isSure: boolean
  /** What in the text spoke most for the town. */
  words: string[]
}

/** A guess as it is kept with a need, and whether the town took the place of the rule's bureau. */
export type KeptTownGuess = Pick<TownGuess, 'probability' | 'words'> & { isTaken: boolean }

/** Fewer decisions of dispatchers than this teach nothing; so many have to be for each side. */
export const ENOUGH = { all: 50, ofEach: 10 }
/** One in twenty may be wrong: then the dispatcher corrects it, and it is learned. */
const SURE = 0.95
const ROUNDS = 5
const WORDS = 3

/** Tells town and bureau apart as dispatchers did. The same examples in the same order give the same guesses. */
export class TownGuessing {
  private readonly learner = new OnlineLearner(sides)
  readonly isReady: boolean

  constructor(examples: readonly TownExample[]) {
    const towns = examples.filter(({ side }) => side === 'town').length
    this.isReady = examples.length >= ENOUGH.all && Math.min(towns, examples.length - towns) >= ENOUGH.ofEach
    if (!this.isReady) return
    const prepared = examples.map((example) => ({ side: example.side, features: unitFeatures(example) }))
    for (let round = 0; round < ROUNDS; round += 1)
      for (const { features, side } of prepared) this.learner.learn(features, side)
  }

  /** Null until enough has been decided by dispatchers. */
  guess(matter: UnitMatter): TownGuess | null {
    if (!this.isReady) return null
    const [, town = 0] = this.learner.chances(unitFeatures(matter))
    const probability = Math.round(town * 1000) / 1000
    return { probability, isSure: probability >= SURE, words: this.wordsFor(matter.subject) }
  }

  private wordsFor(text: string): string[] {
    const supports = wordsOf(text)
      .map(([word, feature]) => ({ word, support: this.learner.support(feature, 'town', 'bureau') }))
      .filter(({ support }) => support > 0)
      .sort((one, other) => other.support - one.support || (one.word < other.word ? -1 : 1))
    return [...new Set(supports.map(({ word }) => word))].slice(0, WORDS)
  }
}
