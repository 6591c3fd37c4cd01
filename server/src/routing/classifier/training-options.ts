/**
 * A text and its right answer. Copies of one text (its first words alone) carry the same `origin`. A bare word that
 * belongs to an answer has none: it is learned from, but nothing is judged by it.
 */
export interface Example {
  code: string
  text: string
  origin: number | null
}

export interface TrainingOptions {
  /** The field of an answer, or none when the answers are fields. */
  fieldOf?: (code: string) => string
  cost: number
  /** How many grams the model knows, and how many weights it has at most. */
  grams: number
  weights: number
  wantedPrecision: number
  /** No threshold that several fields share is lower than this. */
  leastConfidence?: number
  /**
   * Texts to judge the finished classifiers by, as they really come. Without them every third of the examples is held
   * back in turn, which is right only when the examples are what really comes.
   */
  judgedBy?: readonly Omit<Example, 'origin'>[]
}
