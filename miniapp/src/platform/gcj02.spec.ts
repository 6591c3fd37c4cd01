import { describe, expect, it } from '@jest/globals'
import { toGcj02 } from './gcj02'

describe('GCJ-02', () => {
  it('moves Tiananmen as the maps do', () => {
    const there = toGcj02(39.90734, 116.39089)
    expect(there.latitude).toBeCloseTo(39.90874, 4)
    expect(there.longitude).toBeCloseTo(116.39713, 4)
  })

  it('moves by hundreds of metres, not by kilometres, across China', () => {
    for (const [latitude, longitude] of [
      [31.2304, 121.4737],
      [23.1291, 113.2644],
      [43.8256, 87.6168],
    ] as const) {
      const there = toGcj02(latitude, longitude)
      const metres = Math.hypot((there.latitude - latitude) * 111_000, (there.longitude - longitude) * 90_000)
      expect(metres).toBeGreaterThan(100)
      expect(metres).toBeLessThan(900)
    }
  })
})
