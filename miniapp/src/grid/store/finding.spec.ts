import { describe, expect, it } from '@jest/globals'
import type { HouseholdView } from '@/services/api'
import { found, isMeant, visitedThisMonth } from './finding'

const now = new Date('2026-11-20T02:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()
const household = (over: Partial<HouseholdView> = {}): HouseholdView => ({
  id: 'h',
  version: 1,
  gridId: 'g',
  building: '3 号楼',
  unit: '2 单元',
  room: '501',
  doorCode: 'd',
  marks: [],
  note: null,
  residents: [{ id: 'r', name: '李秀英', phoneMasked: null, idNumberMasked: null, relation: '户主' }],
  latestVisits: [],
  lastMetAt: null,
  unvisitedSince: daysAgo(1),
  nextVisitOn: null,
  ...over,
})

describe('looking for a household', () => {
  it.each(['', '501', '3-501', '3号楼2单元501', '3 2', '50', '3-5', '李秀', '号楼'])(
    'finds it by "%s"',
    (words) => {
      expect(isMeant(household(), words)).toBe(true)
    },
  )

  it.each(['502', '5-3', '13', '王', '3-2-501-1'])('does not take it for "%s"', (words) => {
    expect(isMeant(household(), words)).toBe(false)
  })

  it('goes by building, unit and room, and 10 after 9', () => {
    const rooms = ['1001', '901', '902'].map((room) => household({ room }))
    const all = [...rooms, household({ building: '10 号楼' }), household({ building: '2 号楼' })]
    expect(
      found(all, { words: '', filter: 'all', now }).map(({ building, room }) => `${building} ${room}`),
    ).toEqual(['2 号楼 501', '3 号楼 901', '3 号楼 902', '3 号楼 1001', '10 号楼 501'])
  })

  it.each([
    ['days60', [61, 91]],
    ['days90', [91]],
    ['all', [1, 60, 61, 91]],
  ] as const)('lists with %s those not visited for so long', (filter, days) => {
    const all = [1, 60, 61, 91].map((n) => household({ room: String(n), unvisitedSince: daysAgo(n) }))
    expect(found(all, { words: '', filter, now }).map(({ room }) => Number(room))).toEqual(days)
  })

  it('lists whom one has agreed to visit by today', () => {
    const all = ['2026-11-19', '2026-11-20', '2026-11-21', null].map((nextVisitOn) =>
      household({ nextVisitOn }),
    )
    expect(found(all, { words: '', filter: 'agreed', now })).toHaveLength(2)
  })

  it('counts who was met this month, by the calendar of Shanghai', () => {
    const met = ['2026-10-31T15:59:00Z', '2026-10-31T16:00:00Z', null].map((lastMetAt) =>
      household({ lastMetAt }),
    )
    expect(visitedThisMonth(met, now)).toBe(1)
  })
})
