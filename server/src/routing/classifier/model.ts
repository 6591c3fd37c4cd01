import { eachGram, folded, gramsOf } from './text.js'
import { GramTable, type Vocabulary } from './vocabulary.js'

/** What says nothing that a department could do: greetings, advertising, nonsense. */
export const NONE = 'none'

/** Everything of a model that is not a weight. */
export interface ModelHeader {
  /** The answers that it chooses from, by code. */
  codes: string[]
  /** The fields of the answers; empty when they stand for themselves. */
  fields: string[]
  /** For every answer the place of its field. */
  fieldOf: number[]
  /** How far apart the chances of two answers are whose scores differ by 1. */
  sharpness: number
  /** As `sharpness`, for the score of the field. */
  fieldSharpness: number
  /** From which confidence on a guess of that field (or of that answer, without fields) is as right as wanted. */
  thresholds: Record<string, number | null>
  /** The same for the field alone, whichever of its answers it is. */
  fieldThreshold: number | null
  /** The share of right answers that the thresholds were chosen for. */
  wantedPrecision: number
  /** Texts that it was trained on, without the copies made of them. */
  texts: number
}

/** Rows of weights: gram `i` speaks about `columns[starts[i]…starts[i + 1]]`. First the fields, then the answers. */
export interface ModelWeights {
  vocabulary: Vocabulary
  starts: Int32Array
  columns: Uint16Array
  /** Signed square roots: `w = largest * (level / 127)²`, so that small weights keep their sign. */
  levels: Int8Array
  largest: number
  /** Of every column, what it scores for an empty text. */
  biases: Float64Array
}

const { exp } = Math

export interface Guess {
  code: string
  /** 0–1, over all answers. */
  confidence: number
  /** Of its own classifier: above 0 for what it has learned, −1 for what has nothing to do with it. */
  score: number
}

/** A linear classifier over runs of one to three characters. */
export class Model {
  private readonly table: GramTable
  private readonly weightOfLevel: Float64Array

  constructor(
    readonly header: ModelHeader,
    readonly weights: ModelWeights,
  ) {
    this.table = new GramTable(weights.vocabulary)
    this.weightOfLevel = Float64Array.from({ length: 256 }, (_, at) => weightOf(at - 128, weights.largest))
  }

  /** The confidence of every answer, in the order of `header.codes`. */
  confidences(text: string): Float64Array {
    return sharesOf(this.scores(this.table.row(gramsOf(text))), this.header)
  }

  /** The likeliest answers, best first. */
  guess(text: string, most: number): Guess[] {
    const scores = this.scores(this.table.row(gramsOf(text)))
    const shares = sharesOf(scores, this.header)
    const { codes, fields } = this.header
    return best(shares, most).map((place) => ({
      code: codes[place] ?? NONE,
      confidence: shares[place] ?? 0,
      score: scores[fields.length + place] ?? 0,
    }))
  }

  /** The share of a text's characters that begin a gram of two or three characters that the model knows. */
  familiarity(text: string): number {
    const { text: plain } = folded(text)
    const known = new Set<number>()
    eachGram(plain, (gram, start, length) => {
      if (length > 1 && this.table.placeOf(gram) >= 0) known.add(start)
    })
    return known.size / Math.max(1, plain.length - 1)
  }

  /** The pieces of a text that spoke most for an answer, strongest first. */
  reasons(text: string, code: string, most: number): string[] {
    const answer = this.header.codes.indexOf(code)
    if (answer < 0) return []
    const { text: plain, origins } = folded(text)
    const row = new Map(this.table.row(gramsOf(text)))
    const support = new Float64Array(plain.length)
    eachGram(plain, (gram, start, length) => {
      const place = this.table.placeOf(gram)
      const weight = place < 0 ? 0 : (row.get(place) ?? 0) * this.support(place, answer)
      for (let at = start; at < start + length; at++) support[at] = (support[at] ?? 0) + weight / length
    })
    return strongestPieces(plain, support, most).map(([start, end]) =>
      text.slice(origins[start] ?? 0, (origins[end - 1] ?? text.length) + 1).trim(),
    )
  }

  private scores(row: readonly (readonly [place: number, weight: number])[]): Float64Array {
    const { starts, columns, levels, biases } = this.weights
    const scores = Float64Array.from(biases)
    for (const [place, weight] of row)
      for (let at = starts[place] ?? 0, end = starts[place + 1] ?? 0; at < end; at++) {
        const column = columns[at] ?? 0
        scores[column] = (scores[column] ?? 0) + weight * (this.weightOfLevel[(levels[at] ?? 0) + 128] ?? 0)
      }
    return scores
  }

  /** What one gram says for an answer, by itself and through its field. */
  private support(place: number, answer: number): number {
    const { starts, columns, levels } = this.weights
    const { fields, fieldOf, sharpness, fieldSharpness } = this.header
    let sum = 0
    for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at++) {
      const weight = this.weightOfLevel[(levels[at] ?? 0) + 128] ?? 0
      if (columns[at] === fields.length + answer) sum += sharpness * weight
      if (fields.length > 0 && columns[at] === fieldOf[answer]) sum += fieldSharpness * weight
    }
    return sum
  }
}

/** Scores of fields and answers → chances of the answers, which sum to 1. */
export function sharesOf(
  scores: Float64Array,
  { codes, fields, fieldOf, sharpness, fieldSharpness }: ModelHeader,
): Float64Array {
  const shares = Float64Array.from(codes, (_, place) => {
    const own = sharpness * (scores[fields.length + place] ?? 0)
    return fields.length === 0 ? own : own + fieldSharpness * (scores[fieldOf[place] ?? 0] ?? 0)
  })
  const highest = shares.reduce((most, share) => Math.max(most, share), -Infinity)
  let sum = 0
  for (const [place, share] of shares.entries()) {
    const chance = exp(share - highest)
    shares[place] = chance
    sum += chance
  }
  for (const [place, chance] of shares.entries()) shares[place] = chance / sum
  return shares
}

/** The places of the largest numbers, largest first. */
export function best(numbers: Float64Array, most: number): number[] {
  return [...numbers.keys()].sort((a, b) => (numbers[b] ?? 0) - (numbers[a] ?? 0)).slice(0, most)
}

export const weightOf = (level: number, largest: number): number =>
  Math.sign(level) * (level / 127) * (level / 127) * largest

export const levelOf = (weight: number, largest: number): number =>
  Math.sign(weight) * Math.round(127 * Math.sqrt(Math.min(1, Math.abs(weight) / largest)))

const LONGEST_PIECE = 8

/** Runs of well supported characters, none over a space, none longer than a person takes in at a glance. */
function strongestPieces(plain: string, support: Float64Array, most: number): [start: number, end: number][] {
  const highest = support.reduce((top, value) => Math.max(top, value), 0)
  if (highest === 0) return []
  const pieces: { start: number; end: number; sum: number }[] = []
  for (let start = 0; start < plain.length; start++) {
    let end = start
    let sum = 0
    while (end - start < LONGEST_PIECE && plain[end] !== ' ' && (support[end] ?? 0) > highest / 4) {
      sum += support[end] ?? 0
      end++
    }
    if (end - start > 1) pieces.push({ start, end, sum })
    start = Math.max(start, end - 1)
  }
  return pieces
    .sort((a, b) => b.sum - a.sum)
    .slice(0, most)
    .map(({ start, end }) => [start, end])
}
