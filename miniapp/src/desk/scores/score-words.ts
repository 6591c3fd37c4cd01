import { scoreWords } from '@/words-scores'

/** "95%"; no ratings give "—", never 0. */
export const percent = (rate: number | null) =>
  rate === null ? scoreWords.none : `${(rate * 100).toFixed(1).replace(/\.0$/, '')}%`

/** "94.2". */
export const points = (composite: number | null) =>
  composite === null ? scoreWords.none : composite.toFixed(1)

/** "+1.2": what was gained on the period before; "—" where either had too few ratings. */
export const gained = (progress: number | null) =>
  progress === null ? scoreWords.none : `${progress > 0 ? '+' : ''}${progress.toFixed(1)}`
