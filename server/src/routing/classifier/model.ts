import { folded, gramsIn, LONGEST_GRAM, OPENING_COUNTS, openingOf, type TextLength } from './text.js'
import { GramTable, type Vocabulary } from './vocabulary.js'

/** What says nothing that a department could do: greetings, advertising, nonsense. */
export const NONE = 'none'

/** From which confidence on something is as right as wanted; null when no confidence is enough. */
export interface Thresholds {
  /** A guess, by its field (or by the answer, without fields). */
  guesses: Record<string, number | null>
  /** The field alone, whichever of its answers it is. */
  field: number | null
}

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
  /** From which confidence on a guess is as right as wanted, in short texts and in long ones. */
  thresholds: Record<TextLength, Thresholds>
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

const { exp, sqrt } = Math

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
  /** How often each gram stands in the text that is being read; all nothing between two readings. */
  private readonly counts: Uint16Array

  constructor(
    readonly header: ModelHeader,
    readonly weights: ModelWeights,
  ) {
    this.table = new GramTable(weights.vocabulary)
    this.weightOfLevel = Float64Array.from({ length: 256 }, (_, at) => weightOf(at - 128, weights.largest))
    this.counts = new Uint16Array(weights.vocabulary.grams.length)
  }

  /** The likeliest answers, best first. */
  guess(text: string, most: number): Guess[] {
    return this.read(text).guess(most)
  }

  /** Reads a text once; what comes of it can then be asked in several ways. */
  read(text: string): Reading {
    const asFolded = folded(text)
    const { text: plain, origins } = asFolded
    const places = gramsIn(plain)
    for (let at = 0; at < places.length; at++) places[at] = this.table.placeOf(places[at] ?? 0)
    const row = this.rowOf(places, openingOf(text, asFolded) * LONGEST_GRAM)
    return new Reading(this, { text, plain, origins, places, row, scores: this.scores(row) })
  }

  /** What one gram says for an answer, by itself and through its field. */
  support(place: number, answer: number): number {
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

  /** The known grams of a text, each once, with their weights, of length 1 together. */
  private rowOf(places: Int32Array, opening: number): Row {
    const { counts, table } = this
    const own = new Int32Array(places.length)
    let size = 0
    for (let at = 0; at < places.length; at++) {
      const place = places[at] ?? -1
      if (place < 0) continue
      if (counts[place] === 0) own[size++] = place
      counts[place] = (counts[place] ?? 0) + (at < opening ? OPENING_COUNTS : 1)
    }
    const weights = new Float64Array(size)
    let squares = 0
    for (let at = 0; at < size; at++) {
      const place = own[at] ?? 0
      const weight = table.weightOf(place, counts[place] ?? 0)
      counts[place] = 0
      weights[at] = weight
      squares += weight * weight
    }
    const length = sqrt(squares) || 1
    for (let at = 0; at < size; at++) weights[at] = (weights[at] ?? 0) / length
    return { places: own.subarray(0, size), weights }
  }

  private scores(row: Row): Float64Array {
    const { starts, columns, levels, biases } = this.weights
    const { weightOfLevel } = this
    const scores = biases.slice()
    for (let gram = 0; gram < row.places.length; gram++) {
      const place = row.places[gram] ?? 0
      const weight = row.weights[gram] ?? 0
      for (let at = starts[place] ?? 0, end = starts[place + 1] ?? 0; at < end; at++) {
        const column = columns[at] ?? 0
        scores[column] = (scores[column] ?? 0) + weight * (weightOfLevel[(levels[at] ?? 0) + 128] ?? 0)
      }
    }
    return scores
  }
}

/** Places of grams in the vocabulary, and what each weighs. */
interface Row {
  places: Int32Array
  weights: Float64Array
}

interface Read {
  text: string
  /** The text as it is folded, and where its characters come from. */
  plain: string
  origins: readonly number[]
  /** As `gramsIn`, of every gram its place in the vocabulary, or −1. */
  places: Int32Array
  row: Row
  scores: Float64Array
}

/** What a model makes of one text. */
export class Reading {
  constructor(
    readonly model: Model,
    private readonly read: Read,
  ) {}

  get text(): string {
    return this.read.text
  }

  /** The confidence of every answer, in the order of `header.codes`. */
  confidences(): Float64Array {
    return sharesOf(this.read.scores, this.model.header)
  }

  /** The likeliest answers, best first. */
  guess(most: number): Guess[] {
    const { codes, fields } = this.model.header
    const shares = this.confidences()
    return best(shares, most).map((place) => ({
      code: codes[place] ?? NONE,
      confidence: shares[place] ?? 0,
      score: this.read.scores[fields.length + place] ?? 0,
    }))
  }

  /** The share of the text's characters that begin a gram of two or three characters that the model knows. */
  familiarity(): number {
    const { plain, places } = this.read
    let known = 0
    for (let at = 0; at < places.length; at += LONGEST_GRAM)
      if ((places[at + 1] ?? -1) >= 0 || (places[at + 2] ?? -1) >= 0) known++
    return known / (plain.length - 1)
  }

  /** The pieces of the text that spoke most for an answer, strongest first. */
  reasons(code: string, most: number): string[] {
    const { text, plain, origins } = this.read
    const answer = this.model.header.codes.indexOf(code)
    if (answer < 0) return []
    return strongestPieces(plain, this.supportOf(answer), most).map(([start, end]) =>
      text.slice(origins[start] ?? 0, (origins[end - 1] ?? text.length) + 1).trim(),
    )
  }

  /** What every character of the folded text says for an answer: its share of the grams that it stands in. */
  private supportOf(answer: number): Float64Array {
    const { plain, places, row } = this.read
    const supports = new Map<number, number>()
    for (let at = 0; at < row.places.length; at++) {
      const place = row.places[at] ?? 0
      supports.set(place, (row.weights[at] ?? 0) * this.model.support(place, answer))
    }
    const support = new Float64Array(plain.length)
    for (let start = 0; start < plain.length; start++)
      for (let length = 1; length <= LONGEST_GRAM; length++) {
        const place = places[start * LONGEST_GRAM + length - 1] ?? -1
        const share = place < 0 ? 0 : (supports.get(place) ?? 0) / length
        if (share !== 0)
          for (let own = start; own < start + length; own++) support[own] = (support[own] ?? 0) + share
      }
    return support
  }
}

/** Scores of fields and answers → chances of the answers, which sum to 1. */
export function sharesOf(
  scores: Float64Array,
  { codes, fields, fieldOf, sharpness, fieldSharpness }: ModelHeader,
): Float64Array {
  const shares = new Float64Array(codes.length)
  let highest = -Infinity
  for (let place = 0; place < shares.length; place++) {
    const own = sharpness * (scores[fields.length + place] ?? 0)
    const share = fields.length === 0 ? own : own + fieldSharpness * (scores[fieldOf[place] ?? 0] ?? 0)
    shares[place] = share
    if (share > highest) highest = share
  }
  let sum = 0
  for (let place = 0; place < shares.length; place++) {
    const chance = exp((shares[place] ?? 0) - highest)
    shares[place] = chance
    sum += chance
  }
  for (let place = 0; place < shares.length; place++) shares[place] = (shares[place] ?? 0) / sum
  return shares
}

/** The places of the largest numbers, largest first. */
export function best(numbers: Float64Array, most: number): number[] {
  const found: number[] = []
  while (found.length < Math.min(most, numbers.length)) {
    let next = -1
    for (let place = 0; place < numbers.length; place++)
      if ((next < 0 || (numbers[place] ?? 0) > (numbers[next] ?? 0)) && !found.includes(place)) next = place
    found.push(next)
  }
  return found
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
