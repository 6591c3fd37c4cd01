import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Coordinates, toGcj02, toWgs84 } from './coordinates.js'

const metres = (from: Coordinates, to: Coordinates) => {
  const north = (to.latitude - from.latitude) * 111_320
  const east = (to.longitude - from.longitude) * 111_320 * Math.cos((from.latitude * Math.PI) / 180)
  return Math.hypot(north, east)
}
/** Well inside the box, so that a shifted point stays in it. */
const inChina = fc.record({
  latitude: fc.double({ min: 1, max: 55.5, noNaN: true }),
  longitude: fc.double({ min: 72.5, max: 137.5, noNaN: true }),
})

describe('coordinates', () => {
  it.each([
    // Pairs that the public implementations of the transform agree on.
    [
      { latitude: 31.1774276, longitude: 121.5272106 },
      { latitude: 31.17530398364597, longitude: 121.531541859215 },
    ],
    [
      { latitude: 22.543847, longitude: 113.912316 },
      { latitude: 22.540796131694766, longitude: 113.9171764808363 },
    ],
    [
      { latitude: 39.911954, longitude: 116.377817 },
      { latitude: 39.91334545536069, longitude: 116.38404722455657 },
    ],
  ])('shift %j as others do', (wgs84, gcj02) => {
    expect(metres(toGcj02(wgs84), gcj02)).toBeLessThan(0.001)
    expect(metres(toWgs84(gcj02), wgs84)).toBeLessThan(0.001)
  })

  it('come back to within a metre from anywhere in China', () => {
    fc.assert(
      fc.property(inChina, (wgs84) => {
        expect(metres(toWgs84(toGcj02(wgs84)), wgs84)).toBeLessThan(1)
      }),
      { numRuns: 2_000 },
    )
  })

  it('lie some hundred metres from where a map of WGS84 would show them', () => {
    const here = { latitude: 36.02, longitude: 117.96 }
    expect(metres(toWgs84(here), here)).toBeGreaterThan(100)
    expect(metres(toWgs84(here), here)).toBeLessThan(1_000)
  })

  it.each([
    { latitude: 48.8566, longitude: 2.3522 },
    { latitude: -33.86, longitude: 151.2 },
  ])('stay as they are outside of China: %j', (point) => {
    expect(toWgs84(point)).toEqual(point)
  })
})
