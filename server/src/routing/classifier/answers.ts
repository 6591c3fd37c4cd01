import type { TextLength } from './text.js'

/** What the examples say, as numbers. */
export interface Answers {
  codes: string[]
  fields: string[]
  /** Of every answer, the place of its field. */
  fieldOf: number[]
  /** Of every example, the place of its answer. */
  truths: number[]
  /** Of every example, how much it costs to be wrong about it, beside the others. */
  weights: number[]
}

/** What classifiers say about a text that they have not seen. */
export interface HeldBack {
  scores: Float64Array
  truth: number
  length: TextLength
}
