import { metresBetween, type Point } from '@minsheng/shared'
import { likeness, portraitsOf, type Writing } from './likeness.js'

/** Of another category, the words alone have to be so alike. */
const ALIKE = 0.25
/** What the same category is worth: needs of one category so close together are shown whatever their words. */
const SAME_CATEGORY = 0.25

export interface Asked extends Writing {
  point: Point
  /** What the words point to. */
  categoryIds: readonly string[]
}
export interface Candidate extends Writing {
  point: Point
  categoryId: string
  /** How near it has to be. */
  within: number
}
export interface Ranked<Row> {
  row: Row
  metres: number
}

/** Those that may well be about the same thing as what is being written, the likeliest first. */
export function rank<Row extends Candidate>(asked: Asked, candidates: readonly Row[]): Ranked<Row>[] {
  const near = candidates
    .map((row) => ({ row, metres: metresBetween(asked.point, row.point) }))
    .filter(({ row, metres }) => metres <= row.within)
  const [own, ...portraits] = portraitsOf([asked, ...near.map(({ row }) => row)])
  return near
    .map((one, at) => {
      const portrait = portraits[at]
      const words = own && portrait ? likeness(own, portrait) : 0
      const isSame = asked.categoryIds.includes(one.row.categoryId)
      return { ...one, score: words + (isSame ? SAME_CATEGORY : 0) }
    })
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score || a.metres - b.metres)
    .map(({ row, metres }) => ({ row, metres }))
}
