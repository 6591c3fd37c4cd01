import { describe, expect, it } from '@jest/globals'
import type { HouseholdView } from '@/services/api'
import { buildingsOf, gridPlans, planOf, standingOf } from './coverage'

const now = new Date('2026-11-20T02:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()
const household = (over: Partial<HouseholdView> = {}): HouseholdView => ({
  ...{ id: 'h', version: 1, gridId: 'g', building: '3 号楼', unit: '2 单元', room: '501', doorCode: 'd' },
  ...{ marks: [], note: null, residents: [], latestVisits: [], lastMetAt: null, nextVisitOn: null },
  unvisitedSince: daysAgo(1),
  ...over,
})
const met = (days: number) => household({ lastMetAt: daysAgo(days), unvisitedSince: daysAgo(days) })

describe('the visits of a month', () => {
  it('tell each door that was met, is left, or was long not', () => {
    expect([2, 30, 61, 91].map((days) => standingOf(met(days), now))).toEqual([
      'visited',
      'left',
      'days60',
      'days90',
    ])
    expect(standingOf(household({ unvisitedSince: daysAgo(95) }), now)).toBe('days90')
  })

  it('say how many a day are left, today included', () => {
    const all = [met(1), met(2), ...Array.from({ length: 22 }, () => met(40))]
    expect(planOf(all, now)).toEqual({ all: 24, visited: 2, left: 22, daysLeft: 11, perDay: 2 })
    const lastDay = new Date('2026-12-31T15:59:00Z')
    expect(planOf([met(0)], lastDay)).toMatchObject({ daysLeft: 1, perDay: 1 })
    expect(planOf([], now)).toMatchObject({ all: 0, perDay: 0 })
  })

  it('are counted for each grid', () => {
    const grids = [
      { id: 'g', name: '一网格', communityName: '' },
      { id: 'x', name: '二网格', communityName: '' },
    ]
    expect(gridPlans(grids, [met(1), met(40)], now)).toMatchObject([
      { id: 'g', all: 2, visited: 1 },
      { id: 'x', all: 0, visited: 0 },
    ])
  })

  it('lie building by building, two grids apart', () => {
    const doors = [household(), household({ gridId: 'x' }), household({ room: '502' })]
    expect(buildingsOf(doors).map(({ key, doors: own }) => [key, own.length])).toEqual([
      ['g 3 号楼', 2],
      ['x 3 号楼', 1],
    ])
  })
})
