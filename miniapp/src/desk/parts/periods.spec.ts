import { describe, expect, it } from '@jest/globals'
import { monthEnds, periodOf } from './periods'

describe('the period of a score', () => {
  it('is the month in Shanghai, not in London', () => {
    const justAfterMidnight = new Date('2026-10-31T16:05:00Z')
    expect(periodOf('month', justAfterMidnight)).toEqual({ period: 'month', month: '2026-11' })
    expect(periodOf('lastMonth', justAfterMidnight)).toEqual({ period: 'month', month: '2026-10' })
  })

  it('finds the month before January', () => {
    const january = new Date('2027-01-10T04:00:00Z')
    expect(periodOf('lastMonth', january)).toEqual({ period: 'month', month: '2026-12' })
  })

  it('that ends on the 18th has the name of the month in which it ends', () => {
    const asked = (at: string) => periodOf('nineteenth', new Date(`${at}T12:00+08:00`))
    expect(asked('2026-11-18')).toEqual({ period: 'nineteenth', month: '2026-11' })
    expect(asked('2026-12-19')).toEqual({ period: 'nineteenth', month: '2027-01' })
  })

  it('that ends at noon has the name of the day on which it ends', () => {
    const asked = (at: string) => periodOf('noonDay', new Date(`${at}+08:00`))
    expect(asked('2026-11-24T11:59')).toEqual({ period: 'noonDay', day: '2026-11-24' })
    expect(asked('2026-11-24T12:00')).toEqual({ period: 'noonDay', day: '2026-11-25' })
  })

  it('counts ninety days with today', () => {
    const { from = '', to = '' } = periodOf('quarter', new Date('2026-11-21T04:00:00Z'))
    expect((Date.parse(to) - Date.parse(from)) / 86_400_000 + 1).toBe(90)
  })
})

describe('the dates that a plan may name', () => {
  it('are the last days of months, over the end of a year and in a short month', () => {
    expect(monthEnds('2026-11-24')).toEqual(['2026-12-31', '2027-02-28', '2027-05-31', '2027-11-30'])
  })
})
