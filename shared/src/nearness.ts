/** A point in WGS84, in degrees. */
export interface Point {
  latitude: number
  longitude: number
}

const EARTH = 6_371_008
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres between two points, on a sphere: good to half a percent. */
export function metresBetween(from: Point, to: Point): number {
  const north = Math.sin(radians(to.latitude - from.latitude) / 2)
  const east = Math.sin(radians(to.longitude - from.longitude) / 2)
  const flat = Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude))
  return 2 * EARTH * Math.asin(Math.sqrt(north * north + flat * east * east))
}

/** Degrees of a cell: everywhere in China at least 250 m high and wide, as the group rule needs it. */
const CELL = { latitude: 0.0025, longitude: 0.004 } as const

const cellAt = (row: number, column: number) => `${row}:${column}`
const row = ({ latitude }: Point) => Math.floor(latitude / CELL.latitude)
const column = ({ longitude }: Point) => Math.floor(longitude / CELL.longitude)

/** The cell that a point lies in. */
export const cellOf = (point: Point): string => cellAt(row(point), column(point))

/** The cells in which everything within 250 m of a point lies: its own and the eight around it. */
export function cellsAround(point: Point): string[] {
  const steps = [-1, 0, 1]
  return steps.flatMap((down) => steps.map((right) => cellAt(row(point) + down, column(point) + right)))
}
