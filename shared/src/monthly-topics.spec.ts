import { describe, expect, it } from '@jest/globals'
import { monthlyScore } from './monthly-topics.js'

const usual = { needs: 20, needsBefore: 20, rated: 10, solved: 5 }

describe('what is proposed for 每月一题', () => {
  it('is the count times growth times what is unsolved', () => {
    expect(monthlyScore(usual)).toBeCloseTo(20 * 1 * 0.5)
  })

  it.each([
    ['more needs', { needs: 40, needsBefore: 40 }],
    ['faster growth', { needsBefore: 10 }],
    ['more of it unsolved', { solved: 1 }],
  ])('comes first with %s', (_, change) => {
    expect(monthlyScore({ ...usual, ...change })).toBeGreaterThan(monthlyScore(usual))
  })

  it('does not shoot up from almost nothing', () => {
    const new9 = monthlyScore({ needs: 9, needsBefore: 0, rated: 0, solved: 0 })
    expect(new9).toBeCloseTo(9 * 3 * 0.5)
  })

  it('is never nothing, and never without an end, whatever was rated', () => {
    expect(monthlyScore({ needs: 10, needsBefore: 0, rated: 10, solved: 10 })).toBeGreaterThan(0)
    expect(monthlyScore({ needs: 0, needsBefore: 0, rated: 0, solved: 0 })).toBe(0)
  })
})
