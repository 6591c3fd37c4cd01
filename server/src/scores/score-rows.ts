import {
  type Figures,
  figures,
  noFigures,
  otherRatesOf,
  rankingMin,
  rateCounts,
  type RateScheme,
  targetLight,
  targetNames,
  targets,
  threeRates,
} from '@minsheng/shared'
import type { Correction, ScoreRow, TargetView } from './scores.dto.js'

/** Figures and the scheme that turns them into a score. */
export interface Scored {
  figures: Readonly<Figures>
  scheme: RateScheme
}

export const scoreRow = (id: string | null, name: string, { figures: counted, scheme }: Scored): ScoreRow => {
  const rates = otherRatesOf(counted)
  return {
    id,
    name,
    filed: counted.filed,
    answered: counted.answered,
    rated: counted.rated,
    solved: counted.solved,
    ...threeRates(rateCounts(counted), scheme),
    onTimeRate: rates.onTimeRate,
    reworks: counted.sentBack,
    openOverdue: counted.openOverdue,
    ...{ rank: null, progress: null, progressRank: null },
    rates,
    figures: { ...counted },
    corrections: [],
  }
}

/** How far a row has come since the period before. WORKFLOW §4: both need ten ratings. */
export function withProgress(row: ScoreRow, before: Scored): ScoreRow {
  const { composite } = threeRates(rateCounts(before.figures), before.scheme)
  const isKnown = row.rated >= rankingMin && before.figures.rated >= rankingMin
  return isKnown && composite !== null && row.composite !== null
    ? { ...row, progress: row.composite - composite }
    : row
}

/** What has changed since the month was frozen. */
export const correctionsOf = (frozen: Readonly<Figures> = noFigures, now: Readonly<Figures> = noFigures) =>
  figures.flatMap((figure): Correction[] =>
    frozen[figure] === now[figure] ? [] : [{ figure, frozen: frozen[figure], now: now[figure] }],
  )

/** Best first; a rank only for those with enough ratings, equal scores share it. The same for progress. */
export function ranked(rows: readonly ScoreRow[]): ScoreRow[] {
  const isRanked = (row: ScoreRow) => row.rated >= rankingMin
  const composite = (row: ScoreRow) => row.composite ?? -1
  const sorted = [...rows].sort(
    (a, b) => Number(isRanked(b)) - Number(isRanked(a)) || composite(b) - composite(a) || b.filed - a.filed,
  )
  const composites = sorted.filter(isRanked).map(composite)
  const progresses = sorted.flatMap(({ progress }) => progress ?? [])
  return sorted.map((row) => ({
    ...row,
    rank: isRanked(row) ? placeAmong(composites, composite(row)) : null,
    progressRank: row.progress === null ? null : placeAmong(progresses, row.progress),
  }))
}

const placeAmong = (all: readonly number[], own: number): number =>
  1 + all.filter((other) => other > own).length

export const targetViews = (total: ScoreRow): TargetView[] =>
  targetNames.map((name) => {
    const rate = name === 'satisfaction' ? total.satisfaction : total.rates[name]
    return { name, goal: targets[name], rate, light: targetLight(name, rate) }
  })
