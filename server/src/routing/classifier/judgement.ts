import { fieldOfCode } from './corpus.js'
import { type Guess, NONE, type Reading } from './model.js'

export interface Judgement {
  /** The likeliest categories, best first; never `none`. */
  guesses: Guess[]
  /** Whether the best of them may be acted upon without a person. */
  isSure: boolean
}

/** A text says something to us when at least so much of it is Chinese, and of what we have learned from. */
const LEAST_CHINESE = 0.5
const LEAST_FAMILIAR = 0.35
const FEWEST_CHARACTERS = 2
/** From this score on a category's own classifier says yes: then the rest of the text may be unfamiliar. */
const PLAIN = 0.1
/** What is less likely than this is no help to a dispatcher. */
const LEAST_LIKELY = 0.1
/** From this score on a text says something of a category by itself, whatever else it says: it holds two matters. */
const OWN_MATTER = -0.4

/**
 * What a text is about. Nothing is sure below the threshold of its field, when a second matter is in it, when it is
 * likelier to be no matter for a department, or when it is hardly Chinese or hardly familiar. WORKFLOW §1 "dispatch".
 */
export function judged(reading: Reading, most: number): Judgement {
  const ranked = isReadable(reading.text) ? reading.guess(most + 2) : []
  const guesses = ranked
    .filter(
      ({ code, confidence, score }) => code !== NONE && (confidence >= LEAST_LIKELY || score >= OWN_MATTER),
    )
    .slice(0, most)
  const [best] = guesses
  const threshold = best && reading.model.header.thresholds[fieldOfCode(best.code)]
  const isSure =
    best !== undefined &&
    best === ranked[0] &&
    typeof threshold === 'number' &&
    best.confidence >= threshold &&
    ranked.slice(1).every(({ score }) => score < OWN_MATTER) &&
    (best.score >= PLAIN || reading.familiarity() >= LEAST_FAMILIAR)
  return { guesses, isSure }
}

function isReadable(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return chinese >= FEWEST_CHARACTERS && chinese >= letters * LEAST_CHINESE
}
