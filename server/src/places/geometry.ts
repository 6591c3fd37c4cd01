import type { Coordinates } from './coordinates.js'

/** Corners as [longitude, latitude]; the last joins the first. */
export type Polygon = readonly (readonly [number, number])[]

export interface Box {
  west: number
  east: number
  south: number
  north: number
}

/** The smallest box around a polygon. A polygon without corners has a box that holds nothing. */
export function boxOf(polygon: Polygon): Box {
  const longitudes = polygon.map(([longitude]) => longitude)
  const latitudes = polygon.map(([, latitude]) => latitude)
  return {
    west: Math.min(...longitudes),
    east: Math.max(...longitudes),
    south: Math.min(...latitudes),
    north: Math.max(...latitudes),
  }
}

export const isInBox = (box: Box, { latitude, longitude }: Coordinates): boolean =>
  longitude >= box.west && longitude <= box.east && latitude >= box.south && latitude <= box.north

/** Whether the point lies in the polygon: a ray from it towards the east crosses the border an odd number of times. */
export function isInPolygon(polygon: Polygon, { latitude, longitude }: Coordinates): boolean {
  let inside = false
  let previous = polygon.at(-1)
  for (const corner of polygon) {
    if (previous && corner[1] > latitude !== previous[1] > latitude) {
      const slope = (previous[0] - corner[0]) / (previous[1] - corner[1])
      if (longitude < corner[0] + slope * (latitude - corner[1])) inside = !inside
    }
    previous = corner
  }
  return inside
}

/** For comparing only: degrees squared, with a degree of longitude as long as it is at this latitude. */
export function nearness(from: Coordinates, to: Coordinates): number {
  const east = (to.longitude - from.longitude) * Math.cos((from.latitude * Math.PI) / 180)
  const north = to.latitude - from.latitude
  return east * east + north * north
}
