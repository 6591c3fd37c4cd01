import type { KeptTownGuess } from './locality/town-guessing.js'
import type { Ruling } from './routing-rules.js'

/** What came of routing a need: only `sure` needs no dispatcher. */
export const routingOutcomes = [
  'sure',
  'danger',
  'unsure',
  'no_rule',
  'dispatcher_decides',
  'conflict',
  'department_gone',
] as const
export type RoutingOutcome = (typeof routingOutcomes)[number]

export interface RouteGuess {
  categoryId: string
  /** The department that the rules name, or null when no rule does. */
  departmentId: string | null
  /** 0–1. */
  confidence: number
  /** The department is the one whose code the person had scanned. */
  isScanned?: true
}

/** What a model guessed, and the pieces of the text that spoke most for it, strongest first. */
export interface KeptGuess {
  categoryId: string
  confidence: number
  words: string[]
}

/** How a need was routed, as it is kept with it and shown to whoever asks why. */
export interface RoutingRecord {
  outcome: RoutingOutcome
  /** Of the model that guessed; null where a person said what it is about. */
  model: string | null
  guesses: KeptGuess[]
  /** The version of the rule that decided, or is at fault. */
  ruleId: string | null
  /** Versions of rules that fitted as well, the next first. */
  closeIds: string[]
  /** Whether it seemed the town's or street's own matter, and whether that took the place of the rule's bureau. */
  town?: KeptTownGuess
  /** The department whose code the person had scanned before writing. */
  scannedId?: string
}

export interface Route {
  /** The two best guesses, best first. */
  guesses: RouteGuess[]
  /** What is sure enough to be dispatched without a dispatcher. */
  sure: (RouteGuess & Ruling) | undefined
  record: RoutingRecord
}

/** So many rules that came close are kept. */
const CLOSE = 3

/** @param isSure of the category; words of danger are for a person to see, whatever is sure */
export function outcomeOf(isSure: boolean, ruling: Ruling | undefined, isDangerous = false): RoutingOutcome {
  if (isDangerous) return 'danger'
  if (!isSure) return 'unsure'
  if (ruling?.fault) return ruling.fault
  if (!ruling?.rule) return 'no_rule'
  return ruling.departmentId === null ? 'dispatcher_decides' : 'sure'
}

/** @param guessed by which model, and what; of nobody when a person said it */
export const recordOf = (
  outcome: RoutingOutcome,
  ruling: Ruling | undefined,
  { model, guesses }: Pick<RoutingRecord, 'model' | 'guesses'> = { model: null, guesses: [] },
): RoutingRecord => ({
  outcome,
  model,
  guesses,
  ruleId: ruling?.rule?.id ?? null,
  closeIds: ruling?.close.slice(0, CLOSE).map(({ id }) => id) ?? [],
  ...(ruling?.town && { town: ruling.town }),
})

/**
 * The same for somebody who had scanned the code of a department: that one stands first among what a dispatcher
 * chooses from, under the likeliest category. What is sure stays sure: people ask at one counter for what another does.
 * docs/adr/0090
 */
export function withScanned({ guesses, sure, record }: Route, scannedId: string): Route {
  const [best, ...others] = guesses
  const kept = { sure, record: { ...record, scannedId } }
  if (!best) return { guesses, ...kept }
  const scanned: RouteGuess = { ...best, departmentId: scannedId, isScanned: true }
  return { guesses: [scanned, ...(best.departmentId === scannedId ? others : guesses)], ...kept }
}
