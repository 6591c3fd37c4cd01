import { describe, expect, it } from '@jest/globals'
import type { HouseholdResidentBody } from '@/services/api'
import {
  asWritten,
  bodiesOf,
  isCalled,
  isRegistered,
  nameable,
  upon,
  withoutResident,
  withResident,
} from './residents'

const resident = (id: string, name: string) => ({
  ...{ id, name, phoneMasked: '199****0061', idNumberMasked: '1****************X', relation: '户主' },
})
const before = [resident('r1', '周桂兰'), resident('r2', '何立')]

describe('who lives in a household', () => {
  it('is told whole with each change, and what was not typed is left as the server has it', () => {
    expect(withResident(before, 'r2', { name: '何立立', phone: '19900000062' })).toEqual([
      { id: 'r1', name: '周桂兰' },
      { id: 'r2', name: '何立立', phone: '19900000062' },
    ])
    expect(withoutResident(before, 'r1')).toEqual([{ id: 'r2', name: '何立' }])
  })

  it('is seen as it was written, masked', () => {
    const [, changed, added] = asWritten(
      withResident(
        asWritten(withResident(before, 'r2', { name: '何立立', phone: '19900000062' }), before),
        null,
        { name: '何小雨', idNumber: '11010519491231002X' },
      ),
      before,
    )
    expect(changed).toMatchObject({ id: 'r2', name: '何立立', idNumberMasked: '1****************X' })
    expect(added).toMatchObject({
      ...{ name: '何小雨', phoneMasked: null, idNumberMasked: '1****************X', relation: null },
    })
  })

  it('loses nothing of somebody new when something else is changed before the server has heard of them', () => {
    const added: HouseholdResidentBody = { name: '何小雨', phone: '19900000063', relation: '子女' }
    const seen = asWritten(withResident(before, null, added), before)
    expect(nameable(seen).map(({ id }) => id)).toEqual(['r1', 'r2'])
    expect(withoutResident(seen, 'r1')).toEqual([{ id: 'r2', name: '何立' }, added])
    const [, , newcomer] = seen
    expect(withResident(seen, newcomer?.id ?? null, { name: '何雨' })).toEqual([
      ...bodiesOf(before),
      { ...added, name: '何雨' },
    ])
  })

  it('is called by the phone’s own name until the server has given one, and then by both', () => {
    const localId = '6f1c2f0e-3d55-4a57-9e0b-6a3f0d6f0c11'
    const list = withResident(before, null, { name: '何小雨', localId })
    const [, , unsent] = asWritten(list, before)
    expect(unsent).toMatchObject({ id: localId, localId, name: '何小雨' })
    expect(nameable(asWritten(list, before))).toHaveLength(3)
    expect(unsent && isRegistered(unsent)).toBe(false)
    // Told again with the next change, as often as the server has not told of them.
    expect(bodiesOf(asWritten(list, before)).at(-1)).toEqual({ name: '何小雨', localId })

    const told = [...before, { ...resident('r3', '何小雨'), localId }]
    const [, , known] = asWritten(list, told)
    expect(known).toMatchObject({ id: 'r3', localId, phoneMasked: '199****0061' })
    expect(known && isRegistered(known)).toBe(true)
    expect(bodiesOf(asWritten(list, told)).at(-1)).toEqual({ id: 'r3', name: '何小雨' })
    expect(told.map((one) => isCalled(one, localId))).toEqual([false, false, true])
    expect(told.map((one) => isCalled(one, 'r3'))).toEqual([false, false, true])
    expect(told.some((one) => isCalled(one, null))).toBe(false)
  })

  it('is entered anew where somebody else has struck them off meanwhile', () => {
    const mine = { householdId: 'h', residents: bodiesOf(before) }
    expect(upon(mine, [{ ...resident('r1', '周桂兰') }]).residents).toEqual([
      { id: 'r1', name: '周桂兰' },
      { name: '何立' },
    ])
    expect(upon({ householdId: 'h', note: '只改备注' }, before)).toEqual({
      householdId: 'h',
      note: '只改备注',
    })
  })
})
