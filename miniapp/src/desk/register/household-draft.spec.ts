import { describe, expect, it } from '@jest/globals'
import type { RegisteredView } from '@/services/api'
import { bodyOf, missingIn, typedOf } from './household-draft'

const household = {
  ...{ id: 'h', version: 4, building: '3 号楼', unit: '', room: '501', note: null },
  residents: [
    { id: 'r', name: '周桂兰', relation: '户主', phoneMasked: '199****0068', idNumberMasked: '1****X' },
  ],
} as RegisteredView

describe('a household that is changed at the desk', () => {
  it('says nothing of numbers that nobody typed', () => {
    const body = bodyOf(typedOf(household), ['aged80'])
    expect(body).toEqual({
      ...{ building: '3 号楼', unit: '', room: '501', note: null, marks: ['aged80'] },
      residents: [{ id: 'r', name: '周桂兰', relation: '户主' }],
    })
  })

  it('begins empty where the door is new', () => {
    const empty = { building: '', unit: '', room: '', note: null, marks: [], residents: [] }
    expect(bodyOf(typedOf({}), [])).toEqual(empty)
    expect(missingIn(typedOf({}))).toHaveLength(2)
  })

  it('takes somebody new without an id, with the number that was typed', () => {
    const typed = typedOf(household)
    typed.people.push({
      key: 'new',
      id: null,
      name: ' 新来的 ',
      relation: '',
      phone: '19900000001 ',
      idNumber: '',
    })
    expect(bodyOf(typed, []).residents?.[1]).toEqual({
      name: '新来的',
      relation: null,
      phone: '19900000001',
    })
  })

  it('says what is missing', () => {
    const typed = typedOf(household)
    expect(missingIn(typed)).toEqual([])
    expect(
      missingIn({
        ...typed,
        building: ' ',
        room: '',
        people: typed.people.map((person) => ({ ...person, name: '' })),
      }),
    ).toHaveLength(3)
  })
})
