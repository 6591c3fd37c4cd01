import { describe, expect, it } from '@jest/globals'
import type { ComplaintState } from './complaint-lifecycle.js'
import { complaintResolutionRate, complaintResponseRate } from './complaint-rates.js'
import { DAY, HOUR, MINUTE } from './time.js'

const now = new Date('2026-11-20T02:00:00Z')

describe('the 24-hour response rate', () => {
  const filed = (hoursAgo: number, respondedAfter: number | null = null, isVoid = false) => {
    const filedAt = new Date(now.getTime() - hoursAgo * HOUR)
    const respondedAt = respondedAfter === null ? null : new Date(filedAt.getTime() + respondedAfter)
    return { filedAt, respondedAt, isVoid }
  }

  it('is nothing, not zero, while nothing is due', () => {
    expect(complaintResponseRate([], now)).toBeNull()
    expect(complaintResponseRate([filed(23), filed(24)], now)).toBeNull()
  })

  it('counts a response from the moment it is there', () => {
    expect(complaintResponseRate([filed(1, 30 * MINUTE), filed(1)], now)).toBe(1)
  })

  it('counts one that is past 24 h as missed, also when a late response came', () => {
    expect(complaintResponseRate([filed(25), filed(50, 24 * HOUR)], now)).toBe(1 / 2)
    expect(complaintResponseRate([filed(50, 24 * HOUR + 1)], now)).toBe(0)
  })

  it('leaves out what is void', () => {
    expect(complaintResponseRate([filed(50, null, true), filed(50, HOUR)], now)).toBe(1)
    expect(complaintResponseRate([filed(50, null, true)], now)).toBeNull()
  })
})

describe('the resolution rate', () => {
  const one = (state: ComplaintState, dueIn: number, answeredBeforeDue: number | null = null) => {
    const answerDueAt = new Date(now.getTime() + dueIn)
    const answeredAt = answeredBeforeDue === null ? null : new Date(answerDueAt.getTime() - answeredBeforeDue)
    return { state, answerDueAt, answeredAt }
  }

  it.each([
    ['nothing at all', [], null],
    ['one under way', [one('investigating', DAY)], null],
    ['one under way at the very due time', [one('investigating', 0)], null],
    ['one a millisecond past it', [one('investigating', -1)], 0],
    ['a late one that was escalated', [one('escalated', -DAY)], 0],
    ['one that nobody has responded to in all this time', [one('filed', -DAY)], 0],
    ['one answered in time that waits for its complainant', [one('answered', -DAY, HOUR)], null],
    ['one answered late that waits', [one('answered', -DAY, -HOUR)], 0],
    ['resolved, also late', [one('resolved', -DAY, -HOUR)], 1],
    ['unresolved, also in time', [one('unresolved', DAY, HOUR)], 0],
    ['what is void', [one('void', -DAY), one('resolved', DAY, HOUR)], 1],
    [
      'three resolved, one unresolved, one late, one under way',
      [
        ...Array.from({ length: 3 }, () => one('resolved', DAY, HOUR)),
        one('unresolved', DAY, HOUR),
        one('rechecking', -DAY),
        one('responded', DAY),
      ],
      3 / 5,
    ],
  ] as const)('counts %s', (_, complaints, rate) => {
    expect(complaintResolutionRate(complaints, now)).toBe(rate)
  })
})
