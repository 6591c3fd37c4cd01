import { metresBetween, type Point } from '@minsheng/shared'
import { likeness, portraitsOf, type Writing } from './likeness.js'

/** Of another category, the words alone have to be so alike. */
const ALIKE = 0.25
/** What the same category is worth: needs of one category so close together are shown whatever their words. */
const SAME_CATEGORY = 0.25
/** Where nobody knows how far apart they are, the words have to say something besides. */
const SOMEWHERE = 0.1

export interface Asked extends Writing {
  point: Point | null
  /** What the words point to. */
  categoryIds: readonly string[]
}
export interface Candidate extends Writing {
  point: Point | null
  categoryId: string
  /** How near it has to be. */
  within: number
}
export interface Ranked<Row> {
  row: Row
  /** Null where one of the two places is not known exactly. */
  metres: number | null
}

/** Those that may well be about the same thing as what is being written, the likeliest first. */
export function rank<Row extends Candidate>(asked: Asked, candidates: readonly Row[]): Ranked<Row>[] {
  const near = candidates
    .map((row) => ({ row, metres: asked.point && row.point && metresBetween(asked.point, row.point) }))
    .filter(({ row, metres }) => metres === null || metres <= row.within)
  const [own, ...portraits] = portraitsOf([asked, ...near.map(({ row }) => row)])
  return near
    .map((one, at) => {
      const portrait = portraits[at]
      const words = own && portrait ? likeness(own, portrait) : 0
      const isSame = asked.categoryIds.includes(one.row.categoryId)
      return { ...one, words, score: words + (isSame ? SAME_CATEGORY : 0) }
    })
    .filter(({ score, words, metres }) => score >= ALIKE && (metres !== null || words >= SOMEWHERE))
    .sort((a, b) => b.score - a.score || (a.metres ?? Infinity) - (b.metres ?? Infinity))
    .map(({ row, metres }) => ({ row, metres }))
}
