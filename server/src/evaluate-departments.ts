import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { UnitGuessing, type UnitExample } from './routing/locality/unit-guessing.js'
import { TOWN, unitKindsIn } from './routing/locality/unit-kinds.js'
import { WordClassifier } from './routing/word-classifier.js'

interface SeedField {
  children: { code: string; words: string[] }[]
}

async function evaluated(testFile: string, trainFile: string | undefined) {
  const classifier = await shippedClassifier()
  const test = examplesIn(await textOf(testFile), classifier)
  const train = trainFile === undefined ? [] : examplesIn(await textOf(trainFile), classifier)
  const table = await readFile(resolve(import.meta.dirname, '../routing-corpus/unit-kinds.tsv'), 'utf8')
  const guessing = new UnitGuessing(unitKindsIn(table), kindsIn(table, train))
  guessing.learn(train)
  const judged = test.map((example) => ({
    kind: example.kind,
    isRight: guessing.guess(example) === example.kind,
  }))
  return {
    n: judged.length,
    accuracy: shareRight(judged),
    accuracyWithoutTowns: shareRight(judged.filter(({ kind }) => kind !== TOWN)),
  }
}

const textOf = (file: string) => readFile(resolve(process.env.INIT_CWD ?? '.', file), 'utf8')

const kindsIn = (table: string, train: readonly UnitExample[]): string[] => [
  ...table
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[1] ?? TOWN),
  ...train.map(({ kind }) => kind),
]

async function shippedClassifier(): Promise<WordClassifier> {
  const seed = await readFile(resolve(import.meta.dirname, '../seed/categories.json'), 'utf8')
  const fields = JSON.parse(seed) as SeedField[]
  return new WordClassifier(
    fields.flatMap(({ children }) => children.map(({ code, words }) => ({ id: code, words }))),
  )
}

function examplesIn(text: string, classifier: WordClassifier): UnitExample[] {
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [, kind = '', subject = '', detail = ''] = line.split('\t')
      const guesses = classifier
        .guess(`${subject} ${detail}`, 8)
        .map(({ categoryId, confidence }) => ({ code: categoryId, confidence }))
      return { kind, subject, detail, guesses }
    })
}

const shareRight = (judged: readonly { isRight: boolean }[]): number =>
  Math.round((1000 * judged.filter(({ isRight }) => isRight).length) / Math.max(1, judged.length)) / 1000

/**
 * `pnpm --silent eval:departments --test FILE [--train FILE]`: how often the right kind of unit is named, for files
 * with the columns id, dept, subject, detail. One line of JSON.
 */
const { values } = parseArgs({ options: { test: { type: 'string' }, train: { type: 'string' } } })
if (values.test === undefined) {
  process.stderr.write('用法：pnpm --silent eval:departments --test 文件 [--train 文件]\n')
  process.exitCode = 2
} else process.stdout.write(`${JSON.stringify(await evaluated(values.test, values.train))}\n`)
