import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { firstIdAt, idPattern, newId } from './ids.js'

const times = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true })

describe('an id', () => {
  it('has 26 characters that are not mistaken for one another', () => {
    fc.assert(
      fc.property(times, (now) => {
        expect(newId(now)).toMatch(idPattern)
      }),
    )
    for (const wrong of [
      '',
      newId(new Date()).slice(1),
      `${newId(new Date())}0`,
      'I'.repeat(26),
      'a'.repeat(26),
    ])
      expect(wrong).not.toMatch(idPattern)
  })

  it('sorts by the time it was made, whatever its chance', () => {
    fc.assert(
      fc.property(times, times, (one, other) => {
        fc.pre(one.getTime() !== other.getTime())
        expect(newId(one) < newId(other)).toBe(one < other)
      }),
    )
  })

  it('of a moment sorts at or after the first one of that moment, and of earlier ones before', () => {
    fc.assert(
      fc.property(times, (time) => {
        fc.pre(time.getTime() > 0)
        const first = firstIdAt(time)
        expect(first).toMatch(idPattern)
        expect(newId(time) >= first).toBe(true)
        expect(newId(new Date(time.getTime() - 1)) < first).toBe(true)
      }),
    )
  })

  it('is another one each time, a hundred thousand times in one millisecond', () => {
    const now = new Date()
    expect(new Set(Array.from({ length: 100_000 }, () => newId(now))).size).toBe(100_000)
  })

  it('has chance in every one of its last sixteen places', () => {
    const ids = Array.from({ length: 2000 }, (_, millisecond) => newId(new Date(millisecond)))
    // The first place stays in the lower half, so that there is room to count up.
    for (let place = 10; place < 26; place += 1)
      expect(new Set(ids.map((id) => id.charAt(place))).size).toBe(place === 10 ? 16 : 32)
  })

  it('sorts in the order of its making within one millisecond', () => {
    const now = new Date()
    const ids = Array.from({ length: 5000 }, () => newId(now))
    expect([...ids].sort()).toEqual(ids)
  })
})
