import { describe, expect, it } from '@jest/globals'
import { urgencies } from './clocks.js'
import { DAY } from './time.js'
import { careMarks, greenUrgency, isGreenChannel, isUnvisited, maskIdNumber } from './visits.js'

describe('the green channel', () => {
  it('is opened by each mark, and not by none', () => {
    expect(careMarks.every((mark) => isGreenChannel([mark]))).toBe(true)
    expect(isGreenChannel([])).toBe(false)
  })

  it('makes everything urgent, and nothing that is critical less so', () => {
    expect(urgencies.map(greenUrgency)).toEqual(['critical', 'urgent', 'urgent', 'urgent', 'urgent'])
  })
})

describe('a household', () => {
  const now = new Date('2026-11-20T02:00:00Z')
  it('stands on the list after sixty days, not on the sixtieth', () => {
    const since = (time: number) => new Date(now.getTime() - time)
    expect(isUnvisited(since(60 * DAY), 60, now)).toBe(false)
    expect(isUnvisited(since(60 * DAY + 1), 60, now)).toBe(true)
    expect(isUnvisited(since(60 * DAY + 1), 90, now)).toBe(false)
  })
})

describe('an ID number', () => {
  it('shows its first and last character', () => {
    expect(maskIdNumber('11010519491231002X')).toBe('1****************X')
    expect(maskIdNumber('护照 E123')).toBe('****')
  })
})
