import { describe, expect, it } from '@jest/globals'
import { doorAt, isOnServer, joined, laneUpon, nameOf, newDoors } from './doors'
import type { ListedOperation } from './operation'

const localId = '00000000-0000-4000-8000-000000000001'
const body = { gridId: 'g', building: '9 号楼', unit: '1 单元', room: '101', marks: ['aged80' as const] }
const added: ListedOperation = {
  ...{ id: 'o', kind: 'household.add', localId, lane: `household ${localId}`, order: 1, files: [] },
  body: { ...body, residents: [{ name: '贺秀兰', phone: '19900000069' }] },
  ...{ recordedAt: '2026-11-20T02:00:00.000Z', clockOffset: 0, state: 'waiting' },
  ...{ refusal: null, current: null, record: null, sentAt: null },
}
const sent = { ...added, state: 'sent' as const, record: { id: '01H', version: 1 } }
const [door] = newDoors([added], new Map())

describe('a door that was found on the way', () => {
  it('is a household at once, and until the server has told of it', () => {
    expect(door).toMatchObject({ id: localId, ...body, residents: [{ phoneMasked: '199****0069' }] })
    expect(newDoors([sent], new Map())).toMatchObject([{ id: '01H', version: 1 }])
    expect(door && newDoors([sent], new Map([['01H', door]]))).toEqual([])
  })

  it('is found by both names', () => {
    expect([nameOf(localId, [added]), nameOf(localId, [sent]), nameOf('01X', [sent])]).toEqual([
      localId,
      '01H',
      '01X',
    ])
    expect([isOnServer(localId), isOnServer('01H')]).toEqual([false, true])
    expect([laneUpon(localId, 'visit v'), laneUpon('01H', 'visit v')]).toEqual([added.lane, 'visit v'])
  })

  it('is not entered twice on one phone', () => {
    const all = door ? [door] : []
    expect(doorAt(all, body)?.id).toBe(localId)
    expect(doorAt(all, { ...body, room: '102' })).toBeUndefined()
  })

  it('that was known takes what I wrote, and loses nothing', () => {
    const theirs = {
      ...{ ...body, id: '01T', version: 3, doorCode: 'm-1', marks: ['livingAlone' as const], note: '铁门' },
      residents: [{ id: 'r1', name: '何立', phoneMasked: null, idNumberMasked: null, relation: null }],
      ...{ latestVisits: [], lastMetAt: null, unvisitedSince: '', nextVisitOn: null },
    }
    const residents = [{ name: '何立', phone: '19900000061' }, { name: '贺秀兰' }]
    expect(joined({ ...body, note: '要大声叫', residents }, theirs)).toEqual({
      householdId: '01T',
      marks: ['livingAlone', 'aged80'],
      note: '铁门；要大声叫',
      residents: [{ id: 'r1', name: '何立' }, { name: '贺秀兰' }],
    })
  })
})
