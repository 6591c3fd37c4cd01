import type { ModelHeader } from './model.js'
import type { TextLength } from './text.js'

/**
 * A text and its right answer. Copies of one text (its first words alone) carry the same `origin`. A bare word that
 * belongs to an answer has none: it is learned from, but nothing is judged by it.
 */
export interface Example {
  code: string
  text: string
  origin: number | null
  /** How much it costs to be wrong about it, beside the others; 1 where nothing is said. */
  weight?: number
}

export interface TrainingOptions {
  /** The field of an answer, or none when the answers are fields. */
  fieldOf?: (code: string) => string
  cost: number
  /**
   * Whether a gram counts for more the further it leans to one side. Right for the few wide labels of a ledger; it makes
   * many narrow categories surer, and not better told apart.
   */
  byLeaning?: boolean
  /** How many grams the model knows, and how many weights it has at most. */
  grams: number
  weights: number
  wantedPrecision: number
  /** No threshold that several fields share is lower than this: for a guess, and for its field alone. */
  leastConfidence?: { guess: number; field: Record<TextLength, number> }
  /** How far apart the chances are, where that is known better than the texts to judge by can say. */
  sharpness?: Pick<ModelHeader, 'sharpness' | 'fieldSharpness'>
  /**
   * Texts to judge the finished classifiers by, as they really come. Without them every fifth of the examples is held
   * back in turn, which is right only when the examples are what really comes.
   */
  judgedBy?: readonly Omit<Example, 'origin'>[]
}
