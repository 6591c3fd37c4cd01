import { createHash } from 'node:crypto'
import { fieldOfCode, withBeginning } from './corpus.js'
import type { Model } from './model.js'
import { type CodedText, figuresOf, type SiteFigures } from './site-figures.js'
import { train } from './training.js'
import type { Example, TrainingOptions } from './training-options.js'

/** A text of the city with the category that a person gave it. */
export interface SiteText extends CodedText {
  /** The first line alone, where it is known. */
  subject?: string
}

/** Of five texts one says how good the model is, one which confidence is enough; the others are learned from. */
const parts = ['measured', 'judged', 'learned', 'learned', 'learned'] as const
/** On fewer texts no confidence can be told from chance: then the project's ordinary texts judge as well. */
const FEWEST_JUDGED = 150

/** As large as the shipped model. The city's own texts say which confidence is enough, so there is no floor. */
export const siteOptions: TrainingOptions = {
  fieldOf: fieldOfCode,
  cost: 0.35,
  grams: 23_000,
  weights: 150_000,
  wantedPrecision: 0.95,
}

/** What is learned from and judged by beside the texts of a city. */
export interface Basis {
  corpus: readonly Example[]
  ordinary: readonly CodedText[]
}

/**
 * A model from the project's corpus and a city's texts, with its figures beside those of the live one, on texts that
 * neither the new one nor its thresholds come from. The same texts give the same model, to the byte.
 */
export function trainOnSite(
  texts: readonly SiteText[],
  { corpus, ordinary }: Basis,
  live: Model,
  options = siteOptions,
): { model: Model; figures: SiteFigures } {
  const { learned, judged, measured } = dealt(texts)
  const own = judged.length < FEWEST_JUDGED ? [...ordinary, ...judged] : judged
  const model = train([...corpus, ...examplesOf(learned, corpus)], { ...options, judgedBy: own })
  return {
    model,
    figures: {
      learned: learned.length,
      judged: judged.length,
      measured: measured.length,
      before: figuresOf(live, measured),
      after: figuresOf(model, measured),
    },
  }
}

/** Whole, and once more as short as many residents write. */
function examplesOf(texts: readonly SiteText[], corpus: readonly Example[]): Example[] {
  const first = corpus.reduce((next, { origin }) => Math.max(next, (origin ?? -1) + 1), 0)
  return texts.flatMap(({ code, text, subject }, place) => {
    const example = { code, text, origin: first + place }
    return subject ? [example, { ...example, text: subject }] : withBeginning(example)
  })
}

/** Copies of one text fall into one part, whatever else there is. */
function dealt(texts: readonly SiteText[]): Record<(typeof parts)[number], SiteText[]> {
  const piles: Record<(typeof parts)[number], SiteText[]> = { measured: [], judged: [], learned: [] }
  for (const each of texts) {
    const [first = 0] = createHash('sha256').update(each.text.trim()).digest()
    piles[parts[first % parts.length] ?? 'learned'].push(each)
  }
  return piles
}
