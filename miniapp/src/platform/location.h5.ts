import { toGcj02 } from './gcj02'
import type { Point } from './point'

/** Where the person is, GCJ-02; null when the browser does not say or the person does not want to. */
export function whereAmI(): Promise<Point | null> {
  if (!navigator.geolocation) return Promise.resolve(null)
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(toGcj02(coords.latitude, coords.longitude)),
      () => resolve(null),
      { timeout: 8000, maximumAge: 60_000 },
    )
  })
}

/** A browser has no map to choose on. */
export const pickOnMap: (() => Promise<(Point & { address: string }) | null>) | null = null
