import { describe, expect, it } from '@jest/globals'
import { cellOf, cellsAround, metresBetween } from './nearness.js'

const METRES_OF_DEGREE = 111_195

describe('what is near', () => {
  it('is measured in metres', () => {
    const from = { latitude: 36.6, longitude: 117 }
    expect(metresBetween(from, from)).toBe(0)
    expect(metresBetween(from, { ...from, latitude: 36.601 })).toBeCloseTo(111.2, 0)
    expect(metresBetween(from, { ...from, longitude: 117.001 })).toBeCloseTo(89.3, 0)
  })

  it.each([18.2, 30, 36.6, 45, 53.5])(
    'lies in the nine cells around it, at %d degrees of latitude',
    (latitude) => {
      for (let step = 0; step < 200; step += 1) {
        const from = { latitude: latitude + step * 0.000_13, longitude: 87 + step * 0.000_21 }
        const angle = step * 0.37
        const to = {
          latitude: from.latitude + (249 * Math.sin(angle)) / METRES_OF_DEGREE,
          longitude:
            from.longitude +
            (249 * Math.cos(angle)) / (METRES_OF_DEGREE * Math.cos((from.latitude * Math.PI) / 180)),
        }
        expect(metresBetween(from, to)).toBeLessThan(250)
        expect(cellsAround(from)).toContain(cellOf(to))
      }
    },
  )
})
