/** What the examples say, as numbers. */
export interface Answers {
  codes: string[]
  fields: string[]
  /** Of every answer, the place of its field. */
  fieldOf: number[]
  /** Of every example, the place of its answer. */
  truths: number[]
}

/** What classifiers say about a text that they have not seen. */
export interface HeldBack {
  scores: Float64Array
  truth: number
}
