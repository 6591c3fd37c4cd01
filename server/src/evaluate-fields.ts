import { parseArgs } from 'node:util'
import { readBasis } from './routing/classifier/corpus.js'
import { labelTable, type LedgerRow, readLedger, textOf } from './routing/classifier/ledger.js'
import { above, measured, type Outcome } from './routing/classifier/measures.js'
import { encoded } from './routing/classifier/model-file.js'
import type { Model } from './routing/classifier/model.js'
import { shippedModel } from './routing/classifier/shipped.js'
import { train } from './routing/classifier/training.js'
import { lengthOf } from './routing/classifier/text.js'
import type { Example } from './routing/classifier/training-options.js'

/**
 * `pnpm --silent eval:fields --test FILE [--train FILE] [--text subject|both]`: how well fields are told, by the shipped
 * model or by one that is trained on another file. Prints one line of JSON. docs/routing.md
 */
const usage = 'pnpm --silent eval:fields --test FILE [--train FILE] [--text subject|both]'

async function evaluate(): Promise<number> {
  const {
    test,
    train: ledger,
    text,
  } = parseArgs({
    options: {
      test: { type: 'string' },
      train: { type: 'string' },
      text: { type: 'string', default: 'both' },
    },
  }).values
  if (!test || !['subject', 'both'].includes(text)) {
    console.error(usage)
    return 2
  }
  const rows = await readLedger(test)
  const texts = rows.map((row) => (text === 'subject' ? row.subject : textOf(row)))
  const model = ledger ? await trainedOn(await readLedger(ledger)) : await shippedModel()
  const labelOf = ledger ? (code: string) => code : (await labelTable()).labelOf
  const began = performance.now()
  const confidences = texts.map((one) => model.read(one).confidences())
  const took = performance.now() - began
  const outcomes = confidences.map((own, at) => ({
    text: texts[at] ?? '',
    ...outcomeOf(model, own, labelOf, rows[at]?.label ?? ''),
  }))
  const { coverage, precision } = above(outcomes, ({ text, ranked }) => {
    const { guesses, field } = model.header.thresholds[lengthOf(text)]
    // The shipped model has thresholds for its own fields, not for labels.
    return ledger ? (guesses[ranked[0]?.[0] ?? ''] ?? null) : field
  })
  console.log(
    JSON.stringify({
      ...rounded(measured(outcomes)),
      ...rounded({ coverageAt95: coverage, precisionAtThreshold: precision }),
      modelKB: Math.round(encoded(model).length / 1000),
      microsPerText: Math.round((took * 1000) / texts.length),
    }),
  )
  return 0
}

/** A ledger's own texts say more of what comes next than ours do. docs/adr/0166 */
const CORPUS_WEIGHT = 0.2

/**
 * Long texts and, once more, their subjects alone: residents write both. Beside them the project's own texts, as far as
 * the labels of the file say where these belong.
 */
async function trainedOn(rows: readonly LedgerRow[]): Promise<Model> {
  const examples = rows.flatMap((row, origin): Example[] => {
    const whole = { code: row.label, text: textOf(row), origin }
    return row.detail === '' ? [whole] : [whole, { ...whole, text: row.subject }]
  })
  return train([...examples, ...(await ownTexts(new Set(rows.map(({ label }) => label))))], {
    cost: 0.5,
    byLeaning: true,
    grams: 24_000,
    weights: 168_000,
    wantedPrecision: 0.95,
  })
}

/** They are learned from, but say nothing of how sure the model may be. */
async function ownTexts(labels: ReadonlySet<string>): Promise<Example[]> {
  const [{ corpus }, { labelOf }] = await Promise.all([readBasis(), labelTable()])
  return corpus.flatMap(({ code, text }): Example[] => {
    const label = labelOf(code)
    return label !== undefined && labels.has(label)
      ? [{ code: label, text, origin: null, weight: CORPUS_WEIGHT }]
      : []
  })
}

function outcomeOf(
  { header }: Model,
  confidences: Float64Array,
  labelOf: (code: string) => string | undefined,
  truth: string,
): Outcome {
  const sums = new Map<string, number>()
  for (const [place, code] of header.codes.entries()) {
    const label = labelOf(code)
    if (label) sums.set(label, (sums.get(label) ?? 0) + (confidences[place] ?? 0))
  }
  return { truth, ranked: [...sums].sort(([, a], [, b]) => b - a) }
}

const rounded = <Figures extends object>(figures: Figures) =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Math.round(Number(value) * 10_000) / 10_000]),
  )

process.exitCode = await evaluate()
