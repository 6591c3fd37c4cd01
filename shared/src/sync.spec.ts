import { describe, expect, it } from '@jest/globals'
import { isForgotten, isSettled, operationOutcomes, recordedTime } from './sync.js'
import { DAY, HOUR } from './time.js'

const arrived = new Date('2026-11-20T02:00:00Z')
const before = (time: number) => new Date(arrived.getTime() - time)

describe('when something was typed', () => {
  it('is what the phone says, put right by what it was behind', () => {
    expect(recordedTime(before(3 * HOUR), 0, arrived)).toEqual(before(3 * HOUR))
    expect(recordedTime(before(3 * HOUR), HOUR, arrived)).toEqual(before(2 * HOUR))
    expect(recordedTime(before(-2 * HOUR), -3 * HOUR, arrived)).toEqual(before(HOUR))
  })

  it.each([
    ['in the future', before(-1)],
    ['in a year that the phone started with', new Date(0)],
    ['longer ago than anybody waits', before(60 * DAY + 1)],
    ['no time at all', new Date(NaN)],
  ])('is when it arrived, where it would be %s', (_, recordedAt) => {
    expect(recordedTime(recordedAt, 0, arrived)).toEqual(arrived)
  })

  it('may be sixty days ago', () => {
    expect(recordedTime(before(60 * DAY), 0, arrived)).toEqual(before(60 * DAY))
  })
})

describe('a phone', () => {
  it('lets go of what the server has, and of nothing else', () => {
    expect(operationOutcomes.filter(isSettled)).toEqual(['done', 'duplicate'])
  })

  it('forgets its households after seven days without contact', () => {
    expect(isForgotten(before(7 * DAY), arrived)).toBe(false)
    expect(isForgotten(before(7 * DAY + 1), arrived)).toBe(true)
  })
})
