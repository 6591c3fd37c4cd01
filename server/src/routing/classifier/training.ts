import type { Answers, HeldBack } from './answers.js'
import { calibrated } from './calibration.js'
import { trainLeaning } from './leaning.js'
import { trainSvm } from './linear-svm.js'
import { levelOf, Model, type ModelWeights } from './model.js'
import { dot, type SparseRows } from './sparse-rows.js'
import { gramsOf, lengthOf } from './text.js'
import type { Example, TrainingOptions } from './training-options.js'
import { frequencyOf, narrowed, rowsOf, type Vocabulary, vocabularyOf } from './vocabulary.js'

const ROUNDS = 12
/** Enough to see which grams matter. */
const FIRST_ROUNDS = 3
/** So many that what is learned from four of them is nearly as sure as the whole. */
const FOLDS = 5

/**
 * One classifier for every answer and one for every field against all others, on the grams that carry most weight,
 * calibrated on texts that were held back. The same examples give the same model, to the byte.
 */
export function train(examples: readonly Example[], options: TrainingOptions): Model {
  const answers = answersOf(examples, options)
  const texts = examples.map(({ text }) => gramsOf(text))
  const { vocabulary, columns } = fitted(texts, answers, options)
  const heldBack = options.judgedBy
    ? scored(options.judgedBy, vocabulary, columns, answers)
    : heldBackOf(examples, texts, answers, options)
  return new Model(
    {
      ...calibrated(heldBack, answers, options),
      texts: new Set(examples.map(({ origin }) => origin)).size,
    },
    compact(columns, vocabulary, options.weights),
  )
}

type Grams = ReadonlyMap<number, number>

/** The grams that matter in these texts, and what each says for every column. */
function fitted(texts: readonly Grams[], answers: Answers, options: TrainingOptions) {
  const all = vocabularyOf(texts)
  const first = columnsOf(rowsOf(texts, all), all, answers, options, FIRST_ROUNDS)
  const vocabulary = narrowed(all, heaviestGrams(first, all, options.grams))
  return { vocabulary, columns: columnsOf(rowsOf(texts, vocabulary), vocabulary, answers, options) }
}

function answersOf(examples: readonly Example[], { fieldOf }: TrainingOptions): Answers {
  const codes = [...new Set(examples.map(({ code }) => code))].sort()
  const fields = fieldOf ? [...new Set(codes.map(fieldOf))].sort() : []
  const placeOf = new Map(codes.map((code, place) => [code, place]))
  return {
    codes,
    fields,
    fieldOf: fieldOf ? codes.map((code) => fields.indexOf(fieldOf(code))) : [],
    truths: examples.map(({ code }) => placeOf.get(code) ?? 0),
    weights: examples.map(({ weight = 1 }) => weight),
  }
}

function columnsOf(
  rows: SparseRows,
  { grams }: Vocabulary,
  { codes, fields, fieldOf, truths, weights }: Answers,
  { cost, byLeaning = false }: TrainingOptions,
  rounds = ROUNDS,
): Float64Array[] {
  const costs = Float64Array.from(weights, (weight) => cost * weight)
  const trainer = byLeaning ? trainLeaning : trainSvm
  const train = (isPositive: (row: number) => boolean, seed: number) =>
    trainer(rows, isPositive, grams.length, { costs, rounds, seed })
  return [
    ...fields.map((_, field) => train((row) => fieldOf[truths[row] ?? 0] === field, field + 1)),
    ...codes.map((_, code) => train((row) => truths[row] === code, fields.length + code + 1)),
  ]
}

/**
 * The places of the grams whose weights are largest together, in ascending order. What stands in many texts counts for
 * somewhat more: it will be met again.
 */
function heaviestGrams(
  columns: readonly Float64Array[],
  { grams, rarities }: Vocabulary,
  most: number,
): number[] {
  const masses = Float64Array.from(
    grams,
    (_, place) =>
      columns.reduce((sum, column) => sum + Math.abs(column[place] ?? 0), 0) *
      frequencyOf(rarities[place] ?? 0),
  )
  return [...masses.keys()]
    .sort((a, b) => (masses[b] ?? 0) - (masses[a] ?? 0) || a - b)
    .slice(0, most)
    .sort((a, b) => a - b)
}

/** The scores of texts that were not among the examples; one with an answer that nobody learned is left out. */
function scored(
  texts: readonly Omit<Example, 'origin'>[],
  vocabulary: Vocabulary,
  columns: readonly Float64Array[],
  { codes }: Answers,
): HeldBack[] {
  const known = texts.filter(({ code }) => codes.includes(code))
  const rows = rowsOf(
    known.map(({ text }) => gramsOf(text)),
    vocabulary,
  )
  return known.map(({ code, text }, row) => ({
    scores: Float64Array.from(columns, (column) => dot(rows, row, column)),
    truth: codes.indexOf(code),
    length: lengthOf(text),
  }))
}

/** The scores of every text from classifiers, and by grams, that have not seen it or a copy of it. */
function heldBackOf(
  examples: readonly Example[],
  texts: readonly Grams[],
  answers: Answers,
  options: TrainingOptions,
): HeldBack[] {
  const folds = foldsOf(examples)
  return Array.from({ length: FOLDS }, (_, fold) => {
    const seen = [...folds.keys()].filter((row) => folds[row] !== fold)
    const own = [...folds.keys()].filter((row) => folds[row] === fold)
    const { vocabulary, columns } = fitted(
      seen.flatMap((row) => texts[row] ?? []),
      {
        ...answers,
        truths: seen.map((row) => answers.truths[row] ?? 0),
        weights: seen.map((row) => answers.weights[row] ?? 0),
      },
      options,
    )
    return scored(
      own.flatMap((row) => examples[row] ?? []),
      vocabulary,
      columns,
      answers,
    )
  }).flat()
}

/** The fold of what is never held back. */
const TERM = -1

/** Deals the texts of every answer out in turn; copies of one text stay together. */
function foldsOf(examples: readonly Example[]): number[] {
  const foldOf = new Map<number | null, number>([[null, TERM]])
  const dealt = new Map<string, number>()
  return examples.map(({ code, origin }) => {
    const known = foldOf.get(origin)
    if (known !== undefined) return known
    const count = dealt.get(code) ?? 0
    dealt.set(code, count + 1)
    foldOf.set(origin, count % FOLDS)
    return count % FOLDS
  })
}

/** Keeps the largest weights, each in a byte. */
function compact(columns: readonly Float64Array[], vocabulary: Vocabulary, most: number): ModelWeights {
  const ascending = Float64Array.from(
    columns.flatMap((column) => [...column.subarray(0, -1)]),
    Math.abs,
  ).sort()
  const largest = rounded(ascending.at(-1) ?? 1)
  const smallest = ascending[Math.max(0, ascending.length - most)] ?? 0
  const starts = new Int32Array(vocabulary.grams.length + 1)
  const kept: number[] = []
  const levels: number[] = []
  for (const place of vocabulary.grams.keys()) {
    for (const [column, weights] of columns.entries()) {
      const weight = weights[place] ?? 0
      const level = Math.abs(weight) >= smallest ? levelOf(weight, largest) : 0
      if (level === 0) continue
      kept.push(column)
      levels.push(level)
    }
    starts[place + 1] = kept.length
  }
  return {
    vocabulary,
    starts,
    columns: Uint16Array.from(kept),
    levels: Int8Array.from(levels),
    largest,
    biases: Float64Array.from(columns, (column) => rounded(column.at(-1) ?? 0)),
  }
}

/** To a ten-thousandth: what a file says is what is reckoned with. */
export const rounded = (number: number): number => Math.round(number * 10_000) / 10_000
