import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Model } from './routing/classifier/model.js'
import { shippedModel } from './routing/classifier/shipped.js'
import { UnitGuessing, type UnitExample } from './routing/locality/unit-guessing.js'
import { TOWN, unitKindsIn } from './routing/locality/unit-kinds.js'

async function evaluated(testFile: string, trainFile: string | undefined) {
  const model = await shippedModel()
  const test = examplesIn(await textOf(testFile), model)
  const train = trainFile === undefined ? [] : examplesIn(await textOf(trainFile), model)
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

function examplesIn(text: string, model: Model): UnitExample[] {
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [, kind = '', subject = '', detail = ''] = line.split('\t')
      const guesses = model.guess(`${subject}\n${detail}`, 8)
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
