import { describe, expect, it } from '@jest/globals'
import { exportPeriodOf } from './export-periods'

const at = (day: string) => new Date(`${day}T04:00:00Z`)

describe('the periods that one exports', () => {
  it.each([
    ['2026-11-16', '2026-07-01', '2026-09-30'],
    ['2026-01-01', '2025-10-01', '2025-12-31'],
    ['2026-04-30', '2026-01-01', '2026-03-31'],
  ])('on %s the quarter before is whole', (day, from, to) => {
    expect(exportPeriodOf('lastQuarter', at(day))).toEqual({ period: 'free', from, to })
  })

  it.each([
    ['2026-11-16', '2026-01-01', '2026-06-30'],
    ['2026-03-01', '2025-07-01', '2025-12-31'],
  ])('on %s the half year before is whole', (day, from, to) => {
    expect(exportPeriodOf('lastHalf', at(day))).toEqual({ period: 'free', from, to })
  })

  it('a year has no day too many for the server', () => {
    expect(exportPeriodOf('year', at('2026-11-16'))).toEqual({
      period: 'free',
      from: '2025-11-17',
      to: '2026-11-16',
    })
  })

  it('at the first minute of a month in Shanghai the month is the new one', () => {
    const midnight = new Date('2026-10-31T16:00:00Z')
    expect(exportPeriodOf('month', midnight)).toEqual({ period: 'month', month: '2026-11' })
    expect(exportPeriodOf('lastMonth', midnight)).toEqual({ period: 'month', month: '2026-10' })
  })
})
