import { describe, expect, it } from '@jest/globals'
import type { HouseholdView } from '@/services/api'
import { laneOf, laneUpon } from './doors'
import { entersNewcomer, missingIn, needsResident, newNeed } from './need-draft'
import { residentsMax } from './residents'

const resident = { name: '周桂兰', phoneMasked: null, idNumberMasked: null, relation: null }
const household = (people: number): HouseholdView => ({
  ...{ id: '01H', version: 1, gridId: 'g', building: '3 号楼', unit: '', room: '501', doorCode: 'd' },
  ...{ marks: [], note: null, latestVisits: [], lastMetAt: null, nextVisitOn: null },
  unvisitedSince: '2026-11-01T00:00:00.000Z',
  residents: Array.from({ length: people }, (_, index) => ({ ...resident, id: `r${index}` })),
})
const need = { ...newNeed(household(1)), text: '楼道灯不亮' }
const forSomebodyElse = { ...need, residentId: null }

describe('a need on somebody’s behalf', () => {
  it('is for somebody of the list, with a phone or without', () => {
    expect(missingIn(household(1), need)).toBeNull()
    expect(missingIn(household(1), { ...need, phone: '123' })).toMatch(/手机号/)
    expect(missingIn(household(1), { ...need, text: ' ' })).toMatch(/困难/)
  })

  it('is for somebody else by name, though they have no phone: they are entered along with it', () => {
    expect(missingIn(household(1), forSomebodyElse)).toMatch(/姓名/)
    const named = { ...forSomebodyElse, name: '马玉珍' }
    expect(missingIn(household(1), named)).toBeNull()
    expect(needsResident(household(1), named)).toBe(named.newcomerId)
    // After who it is for, as all that is written about the household.
    expect(laneUpon('01H', 'need', named.newcomerId)).toBe(laneOf('01H'))
    expect(laneUpon('01H', 'need', '01R', null)).toBe('need')
  })

  it('is for somebody else by their phone alone, who is not entered then', () => {
    const called = { ...forSomebodyElse, phone: '19900000061' }
    expect(missingIn(household(1), called)).toBeNull()
    expect(needsResident(household(1), called)).toBeNull()
  })

  it('needs a phone where nobody more can be entered', () => {
    const named = { ...forSomebodyElse, name: '马玉珍' }
    expect(entersNewcomer(household(residentsMax), named)).toBe(false)
    expect(missingIn(household(residentsMax), named)).toMatch(/手机号/)
  })
})
