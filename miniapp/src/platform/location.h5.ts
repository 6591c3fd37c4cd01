import { toGcj02 } from './gcj02'
import type { NamedPoint, Point } from './point'
import type { Refused } from './refused'

/** Where the person is, GCJ-02; or why it is not given. */
export function whereAmI(): Promise<Point | Refused> {
  if (!navigator.geolocation) return Promise.resolve('failed')
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(toGcj02(coords.latitude, coords.longitude)),
      ({ code, PERMISSION_DENIED }) => resolve(code === PERMISSION_DENIED ? 'denied' : 'failed'),
      { timeout: 8000, maximumAge: 60_000 },
    )
  })
}

/** A browser has no map to choose on. */
export const pickOnMap: (() => Promise<(Point & { address: string }) | Refused>) | null = null

/** Nor one to show a place on. */
export const showOnMap: ((place: NamedPoint) => Promise<Refused | null>) | null = null
