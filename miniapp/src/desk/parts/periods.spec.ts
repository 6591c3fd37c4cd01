import { describe, expect, it } from '@jest/globals'
import { monthEnds, periodOf } from './periods'

describe('the period of a score', () => {
  it('begins on the first of the month in Shanghai, not in London', () => {
    const justAfterMidnight = new Date('2026-10-31T16:05:00Z')
    expect(periodOf('month', justAfterMidnight)).toEqual({ from: '2026-11-01', to: '2026-11-01' })
    expect(periodOf('lastMonth', justAfterMidnight)).toEqual({ from: '2026-10-01', to: '2026-10-31' })
  })

  it('finds the month before January', () => {
    expect(periodOf('lastMonth', new Date('2027-01-10T04:00:00Z'))).toEqual({
      from: '2026-12-01',
      to: '2026-12-31',
    })
  })

  it('counts ninety days with today', () => {
    const { from, to } = periodOf('quarter', new Date('2026-11-21T04:00:00Z'))
    expect((Date.parse(to) - Date.parse(from)) / 86_400_000 + 1).toBe(90)
  })
})

describe('the dates that a plan may name', () => {
  it('are the last days of months, over the end of a year and in a short month', () => {
    expect(monthEnds('2026-11-24')).toEqual(['2026-12-31', '2027-02-28', '2027-05-31', '2027-11-30'])
  })
})
