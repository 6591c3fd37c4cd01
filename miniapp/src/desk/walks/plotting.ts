import type { VisitPoint } from '@/services/api'

/** So many fields across, at most: what lies in one field is one mark, so that marks do not cover each other. */
const FIELDS = 9
/** Free at each edge, of the whole. */
const MARGIN = 0.08
/** A place alone would fill the plan: it is at least so wide, in metres. */
const LEAST_WIDTH = 120
const METRES_PER_DEGREE = 111_320

/** Some visits of about one place. The position in per cent from the left and from above. */
export interface Mark {
  key: string
  left: number
  top: number
  met: number
  unmet: number
}
export interface Plot {
  marks: Mark[]
  /** A round length to compare with, in metres, and how much of the width it takes, in per cent. */
  scale: { metres: number; width: number }
}

/** Where visits lie to each other, north above, the same length in both directions. */
export function plotOf(points: readonly VisitPoint[]): Plot | null {
  const [one] = points
  if (!one) return null
  const east = METRES_PER_DEGREE * Math.cos((one.latitude * Math.PI) / 180)
  const placed = points.map(({ longitude, latitude, meeting }) => ({
    x: (longitude - one.longitude) * east,
    y: (one.latitude - latitude) * METRES_PER_DEGREE,
    isMet: meeting === 'met',
  }))
  const [xs, ys] = [placed.map(({ x }) => x), placed.map(({ y }) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const width = Math.max(right - left, bottom - top, LEAST_WIDTH) / (1 - 2 * MARGIN)
  const share = (value: number, from: number, to: number) => (value - (from + to) / 2) / width + 0.5
  const marks = new Map<string, Mark>()
  for (const { x, y, isMet } of placed) {
    const [column, row] = [share(x, left, right), share(y, top, bottom)].map((at) => Math.floor(at * FIELDS))
    const key = `${column} ${row}`
    const mark = marks.get(key) ?? {
      ...{ key, met: 0, unmet: 0 },
      left: (((column ?? 0) + 0.5) / FIELDS) * 100,
      top: (((row ?? 0) + 0.5) / FIELDS) * 100,
    }
    mark[isMet ? 'met' : 'unmet'] += 1
    marks.set(key, mark)
  }
  const metres = roundLength(width / 3)
  return { marks: [...marks.values()], scale: { metres, width: (metres / width) * 100 } }
}

/** The longest of 1, 2, 5, 10, 20, 50 … that is not longer. */
function roundLength(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres))
  return ([5, 2, 1].find((step) => step * power <= metres) ?? 1) * power
}
