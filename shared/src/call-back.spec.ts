import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  callBackReasons,
  callBackReasonWords,
  callBackStates,
  callBackStateWords,
  isSampled,
} from './call-back.js'

const ids = Array.from({ length: 20_000 }, (_, index) => `01KAB${String(index).padStart(21, '0')}`)
const sampled = (month: string, share: number) => ids.filter((id) => isSampled(id, month, share))

describe('the sample of call-backs', () => {
  it.each([0.05, 0.2, 0.5])('holds about the share of %d', (share) => {
    expect(sampled('2026-11', share).length / ids.length).toBeCloseTo(share, 1.6)
  })

  it('holds nobody of none, and everybody of all', () => {
    expect(sampled('2026-11', 0)).toEqual([])
    expect(sampled('2026-11', 1)).toHaveLength(ids.length)
  })

  it('is the same whoever computes it, and another one in another month', () => {
    expect(sampled('2026-11', 0.2)).toEqual(sampled('2026-11', 0.2))
    const [november, december] = [new Set(sampled('2026-11', 0.2)), sampled('2026-12', 0.2)]
    const both = december.filter((id) => november.has(id)).length
    expect(both / december.length).toBeCloseTo(0.2, 1)
  })

  it('of a larger share holds all of a smaller one', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (id, a, b) => {
          const [less, more] = a < b ? [a, b] : [b, a]
          expect(isSampled(id, '2026-11', less) && !isSampled(id, '2026-11', more)).toBe(false)
        },
      ),
    )
  })

  it('has words for every reason and state', () => {
    for (const reason of callBackReasons) expect(callBackReasonWords[reason]).toMatch(/\p{Script=Han}/u)
    for (const state of callBackStates) expect(callBackStateWords[state]).toMatch(/\p{Script=Han}/u)
  })
})
