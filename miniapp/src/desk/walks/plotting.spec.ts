import { describe, expect, it } from '@jest/globals'
import type { VisitPoint } from '@/services/api'
import { plotOf } from './plotting'

const at = (latitude: number, longitude: number, meeting: VisitPoint['meeting'] = 'met'): VisitPoint => ({
  ...{ latitude, longitude, meeting, day: '2026-11-16' },
})

describe('the places of visits', () => {
  it('are nothing where no place was written down', () => expect(plotOf([])).toBeNull())

  it('lie as on a map: north above, east on the right', () => {
    const [south, north] = plotOf([at(36, 118), at(36.01, 118.01, 'nobodyHome')])?.marks ?? []
    expect(north?.top).toBeLessThan(south?.top ?? 0)
    expect(north?.left).toBeGreaterThan(south?.left ?? 100)
    expect([south, north]).toMatchObject([
      { met: 1, unmet: 0 },
      { met: 0, unmet: 1 },
    ])
  })

  it('are as long in one direction as in the other', () => {
    // 0.01 degrees to the north are 1,113 m; to the east at 60° north they are half of it.
    const { marks = [] } = plotOf([at(60, 118), at(60.01, 118), at(60, 118.02)]) ?? {}
    const [corner, north, east] = marks
    expect((corner?.top ?? 0) - (north?.top ?? 0)).toBeCloseTo((east?.left ?? 0) - (corner?.left ?? 0), 6)
  })

  it('that are about the same are one mark with their number', () => {
    const { marks, scale } = plotOf([at(36, 118), at(36.00001, 118), at(36, 118.00001, 'declined')]) ?? {}
    expect(marks).toMatchObject([{ met: 2, unmet: 1 }])
    expect(scale?.metres).toBe(20)
  })

  it('stay within the frame, and the length to compare with is round and right', () => {
    const points = Array.from({ length: 400 }, (_, n) => at(36 + (n % 20) * 0.001, 118 + n * 0.0001))
    const { marks = [], scale } = plotOf(points) ?? {}
    expect(marks.length).toBeLessThanOrEqual(81)
    expect(marks.reduce((sum, { met }) => sum + met, 0)).toBe(400)
    expect(marks.flatMap(({ left, top }) => [left, top]).filter((at) => at <= 0 || at >= 100)).toEqual([])
    expect(scale?.metres).toBe(1000)
    expect(scale?.width).toBeGreaterThan(10)
    expect(scale?.width).toBeLessThanOrEqual(34)
  })
})
