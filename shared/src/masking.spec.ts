import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { maskName, maskPhone, mobilePhone } from './masking.js'

describe('a masked phone', () => {
  it('shows three digits before and four behind', () => {
    expect(maskPhone('13812346021')).toBe('138****6021')
  })

  it.each(['', '0731-88880000', '1381234602', '+8613812346021', '我的电话'])(
    'shows nothing of %p',
    (phone) => {
      expect(maskPhone(phone)).toBe('****')
    },
  )

  it('never shows the four digits in the middle', () => {
    const phones = fc.stringMatching(/^1[3-9]\d{9}$/)
    fc.assert(
      fc.property(phones, (phone) => {
        expect(maskPhone(phone)).toMatch(/^1[3-9]\d\*{4}\d{4}$/)
      }),
    )
  })
})

describe('a masked name', () => {
  it.each([
    ['张小明', '张**'],
    ['李明', '李*'],
    ['李', '李*'],
    ['阿卜杜拉·买买提', '阿*******'],
    ['𠮷田一', '𠮷**'],
    ['', '*'],
  ])('of %p is %p', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })
})

describe('a mobile number', () => {
  it('is eleven digits from 13 to 19', () => {
    const numbers = [
      '13812346021',
      '19912346021',
      '12812346021',
      '1381234602',
      '138123460211',
      ' 13812346021',
    ]
    expect(numbers.map((number) => mobilePhone.test(number))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })
})
