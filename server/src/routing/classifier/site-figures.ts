import { judged } from './judgement.js'
import { confidenceOf, isRight, type Measures, measured, type Outcome, perLabel } from './measures.js'
import type { Model } from './model.js'

/** So much of the texts, the surest first, and which share of it is right. */
export interface CurvePoint {
  coverage: number
  precision: number
}

/** Of one category: how many there are, how many were said, how many of these rightly. */
export type LabelCount = ReturnType<typeof perLabel>[number]

export interface Confusion {
  truth: string
  said: string
  count: number
}

/** How well a model does on texts that it has not learned from. */
export interface ModelFigures extends Measures {
  /** What it would have sent out without a person. */
  sure: CurvePoint
  curve: CurvePoint[]
  perLabel: LabelCount[]
  /** What it took for what, the most frequent first. */
  confusions: Confusion[]
}

/** A new model beside the one that was live, on the same texts. */
export interface SiteFigures {
  /** Texts of the city that the new one learned from, that its thresholds come from, and that both are measured on. */
  learned: number
  judged: number
  measured: number
  before: ModelFigures
  after: ModelFigures
}

const coverages = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1]
const MOST_CONFUSIONS = 15

export interface CodedText {
  code: string
  text: string
}

export function figuresOf(model: Model, texts: readonly CodedText[]): ModelFigures {
  const outcomes = texts.map(({ code, text }): Outcome => ({
    truth: code,
    ranked: model.guess(text, 2).map((guess) => [guess.code, guess.confidence]),
  }))
  return {
    ...measured(outcomes),
    sure: sureOf(model, texts),
    curve: curveOf(outcomes),
    perLabel: perLabel(outcomes),
    confusions: confusionsOf(outcomes),
  }
}

function sureOf(model: Model, texts: readonly CodedText[]): CurvePoint {
  const sure = texts
    .map(({ code, text }) => ({ code, ...judged(model.read(text), 1) }))
    .filter(({ isSure }) => isSure)
  const right = sure.filter(({ code, guesses }) => guesses[0]?.code === code).length
  return { coverage: share(sure.length, texts.length), precision: share(right, sure.length) }
}

function curveOf(outcomes: readonly Outcome[]): CurvePoint[] {
  const ranked = [...outcomes].sort((a, b) => confidenceOf(b) - confidenceOf(a))
  return coverages.map((coverage) => {
    const surest = ranked.slice(0, Math.round(coverage * ranked.length))
    return { coverage, precision: share(surest.filter(isRight).length, surest.length) }
  })
}

function confusionsOf(outcomes: readonly Outcome[]): Confusion[] {
  const counts = new Map<string, Confusion>()
  for (const outcome of outcomes.filter((each) => !isRight(each))) {
    const confusion = { truth: outcome.truth, said: outcome.ranked[0]?.[0] ?? '', count: 0 }
    const key = `${confusion.truth} ${confusion.said}`
    const known = counts.get(key) ?? confusion
    known.count += 1
    counts.set(key, known)
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, MOST_CONFUSIONS)
}

/** Of nothing, everything is right. */
const share = (some: number, all: number): number => (all === 0 ? 1 : some / all)
