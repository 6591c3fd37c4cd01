import { scoreWords } from '@/words-desk'

/** "95%"; no ratings give "—", never 0. */
export const percent = (rate: number | null) =>
  rate === null ? scoreWords.none : `${(rate * 100).toFixed(1).replace(/\.0$/, '')}%`

/** "94.2". */
export const points = (composite: number | null) =>
  composite === null ? scoreWords.none : composite.toFixed(1)
