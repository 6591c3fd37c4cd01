import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { lengthOf } from './text.js'
import type { Example, TrainingOptions } from './training-options.js'

const corpusFolder = resolve(import.meta.dirname, '../../../routing-corpus')
const categoriesFile = resolve(import.meta.dirname, '../../../seed/categories.json')
/** Bare words of the categories, one line for each category. */
const TERMS = 'terms.tsv'
/** What a stream brings on an ordinary day. Never trained on: the thresholds come from it. */
const ORDINARY = 'ordinary.tsv'
/** Which files hold no texts to learn from; the last says which kinds of unit there are. */
const apart = [TERMS, ORDINARY, 'unit-kinds.tsv']
/** A long text is learned from a second time by its first words, which is what many residents leave it at. */
const FIRST_WORDS = 22

type Line = [code: string, text: string]

/** Category and text of every line of a file. */
async function linesOf(file: string): Promise<Line[]> {
  const content = await readFile(join(corpusFolder, file), 'utf8')
  return content
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [code = '', text = ''] = line.split('\t')
      return [code, text]
    })
}

/** The project's own texts, with the words of the categories. */
async function readCorpus(): Promise<Example[]> {
  const files = (await readdir(corpusFolder)).filter((name) => name.endsWith('.tsv')).sort()
  const texts = await Promise.all(files.filter((name) => !apart.includes(name)).map(linesOf))
  const terms = (await linesOf(TERMS)).flatMap(([code, all]) =>
    all.split(' ').map((term): Line => [code, term]),
  )
  const fields = JSON.parse(await readFile(categoriesFile, 'utf8')) as {
    children: { code: string; name: string; words: string[] }[]
  }[]
  const words = fields.flatMap(({ children }) =>
    children.flatMap(({ code, name, words }) => [name, ...words].map((word): Line => [code, word])),
  )
  return [
    ...texts.flat().flatMap(([code, text], origin) => withBeginning({ code, text, origin })),
    ...[...terms, ...words].map(([code, text]) => ({ code, text, origin: null })),
  ]
}

async function readOrdinary(): Promise<Omit<Example, 'origin'>[]> {
  return (await linesOf(ORDINARY)).map(([code, text]) => ({ code, text }))
}

/** A long text also by its first words alone. */
export const withBeginning = (example: Example): Example[] =>
  lengthOf(example.text) === 'long'
    ? [example, { ...example, text: example.text.slice(0, FIRST_WORDS) }]
    : [example]

/** The field of a leaf is what stands before the point. */
export const fieldOfCode = (code: string): string => code.split('.')[0] ?? code

/**
 * How the shipped model is trained: as large as 300 KB allow. A few hundred texts of our own are easier than a city's
 * day, so how flat the chances are and below which confidence nothing is decided, until a city has trained on its own
 * ledger, was chosen on letters that nothing is learned from. docs/adr/0132
 */
export const shippedOptions: TrainingOptions = {
  fieldOf: fieldOfCode,
  cost: 0.35,
  grams: 23_000,
  weights: 150_000,
  wantedPrecision: 0.95,
  leastConfidence: { guess: 0.85, field: { short: 0.95, long: 0.93 } },
  sharpness: { sharpness: 8, fieldSharpness: 4 },
}

/** What every model learns from and is judged by, beside the texts of a city. */
export const readBasis = async () => ({ corpus: await readCorpus(), ordinary: await readOrdinary() })
