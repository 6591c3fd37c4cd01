import { describe, expect, it } from '@jest/globals'
import { isFollowUpOpen, isRatingFixed, followUpDays, ratingAspects, ratingAspectWords } from './rating.js'
import { reopenDays } from './need-lifecycle.js'
import { DAY, HOUR } from './time.js'

const at = new Date('2026-11-16T02:00:00Z')
const after = (time: number) => new Date(at.getTime() + time)

describe('a rating', () => {
  it('can be changed for 24 hours, to the millisecond', () => {
    expect(isRatingFixed(at, after(0))).toBe(false)
    expect(isRatingFixed(at, after(24 * HOUR))).toBe(false)
    expect(isRatingFixed(at, after(24 * HOUR + 1))).toBe(true)
  })

  it('has words for everything that can be judged besides', () => {
    for (const aspect of ratingAspects) expect(ratingAspectWords[aspect]).toMatch(/\p{Script=Han}/u)
  })
})

describe('the second question', () => {
  it('comes while a "no" can still reopen the need', () => {
    expect(followUpDays).toBeLessThan(reopenDays)
  })

  it('is open for 14 days', () => {
    expect(isFollowUpOpen(at, after(14 * DAY))).toBe(true)
    expect(isFollowUpOpen(at, after(14 * DAY + 1))).toBe(false)
  })
})
