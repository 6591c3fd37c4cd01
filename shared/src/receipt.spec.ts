import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { checkReceiptNo, makeReceiptNo } from './receipt.js'

const receiptNos = fc
  .tuple(
    fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    fc.integer({ min: 1, max: 99_999_999 }),
  )
  .map(([day, sequence]) => makeReceiptNo(day.toISOString().slice(0, 10), sequence))
const mistyped = { ok: false, reason: 'mistyped' }
const malformed = { ok: false, reason: 'malformed' }

describe('a receipt number', () => {
  it('is the date, the number of the day and a check digit', () => {
    expect(makeReceiptNo('2026-11-21', 42)).toMatch(/^MS20261121-0042-\d$/)
    expect(makeReceiptNo('2026-11-21', 123_456)).toMatch(/^MS20261121-123456-\d$/)
  })

  it('has the check digit that Damm gives', () => {
    expect(checkReceiptNo('MS00000000-0572-4').ok).toBe(true)
  })

  it('is read as it was made', () => {
    fc.assert(
      fc.property(receiptNos, (receiptNo) => {
        expect(checkReceiptNo(receiptNo)).toEqual({ ok: true, receiptNo })
      }),
    )
  })

  it('with any one digit wrong is mistyped', () => {
    fc.assert(
      fc.property(receiptNos, (receiptNo) => {
        for (const [i, digit] of [...receiptNo].entries()) {
          if (!/\d/.test(digit)) continue
          for (let wrong = 0; wrong < 10; wrong += 1) {
            if (wrong === Number(digit)) continue
            expect(checkReceiptNo(receiptNo.slice(0, i) + String(wrong) + receiptNo.slice(i + 1))).toEqual(
              mistyped,
            )
          }
        }
      }),
    )
  })

  it('with two different neighbours swapped is mistyped', () => {
    fc.assert(
      fc.property(receiptNos, (receiptNo) => {
        const digits = receiptNo.replace(/\D/g, '')
        for (let i = 0; i + 1 < digits.length; i += 1) {
          const [one, other] = digits.slice(i, i + 2)
          if (one === other) continue
          expect(checkReceiptNo(`${digits.slice(0, i)}${other}${one}${digits.slice(i + 2)}`)).toEqual(
            mistyped,
          )
        }
      }),
    )
  })

  const receiptNo = makeReceiptNo('2026-11-10', 1001)
  const digits = receiptNo.replace(/\D/g, '')
  it.each([
    ['in lower case', receiptNo.toLowerCase()],
    ['with spaces around and inside', ` ${receiptNo.replaceAll('-', ' - ')} `],
    ['without dashes', `MS${digits}`],
    ['without its letters', digits],
    ['with other dashes', receiptNo.replace('-', '—').replace('-', '－')],
    ['in full width', receiptNo.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
    ['with O for 0', `MS${digits.replaceAll('0', 'O')}`],
    ['with o for 0', `ms${digits.replaceAll('0', 'o')}`],
    ['with I and l for 1', `MS${digits.replace('1', 'I').replaceAll('1', 'l')}`],
    ['with 5 for its S', `M5${digits}`],
    ['with words before it', `单号：${receiptNo}`],
    ['with words behind it', `${receiptNo}号`],
  ])('is read %s', (_, typed) => {
    expect(checkReceiptNo(typed)).toEqual({ ok: true, receiptNo })
  })

  it.each([
    '',
    'MS',
    '你好',
    '12345',
    '13812346021',
    'MS20261121',
    'MS-----',
    `XX${digits}`,
    'i',
    'l'.repeat(40),
  ])('is not what %p is', (typed) => {
    expect(checkReceiptNo(typed)).toEqual(malformed)
  })

  it('is never thrown at by any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void checkReceiptNo(text)))
  })
})
