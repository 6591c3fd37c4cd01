import { parseArgs } from 'node:util'
import { labelTable, type LedgerRow, readLedger, textOf } from './routing/classifier/ledger.js'
import { above, measured, type Outcome } from './routing/classifier/measures.js'
import { encoded } from './routing/classifier/model-file.js'
import type { Model } from './routing/classifier/model.js'
import { shippedModel } from './routing/classifier/shipped.js'
import { train } from './routing/classifier/training.js'
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
  const model = ledger ? trainedOn(await readLedger(ledger)) : await shippedModel()
  const labelOf = ledger ? (code: string) => code : (await labelTable()).labelOf
  const began = performance.now()
  const confidences = texts.map((one) => model.read(one).confidences())
  const took = performance.now() - began
  const outcomes = confidences.map((own, at) => outcomeOf(model, own, labelOf, rows[at]?.label ?? ''))
  const { thresholds, fieldThreshold } = model.header
  // The shipped model has thresholds for its own fields, not for labels.
  const { coverage, precision } = above(outcomes, (label) =>
    ledger ? (thresholds[label] ?? null) : fieldThreshold,
  )
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

/** Long texts and, once more, their subjects alone: residents write both. */
function trainedOn(rows: readonly LedgerRow[]): Model {
  const examples = rows.flatMap((row, origin): Example[] => {
    const whole = { code: row.label, text: textOf(row), origin }
    return row.detail === '' ? [whole] : [whole, { ...whole, text: row.subject }]
  })
  return train(examples, { cost: 1, grams: 16_000, weights: 110_000, wantedPrecision: 0.95 })
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
