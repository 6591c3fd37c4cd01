import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  halfDayOf,
  lastWhole,
  monthOf,
  monthsOf,
  periodBefore,
  type PeriodName,
  periodOf,
  plusMonths,
  weekOf,
} from './periods.js'
import { DAY, fromShanghai, HOUR } from './time.js'

const at = (local: string) => new Date(`${local}+08:00`)

describe('a period (WORKFLOW §4)', () => {
  it.each<[PeriodName, string, string]>([
    [{ kind: 'month', month: '2026-11' }, '2026-11-01T00:00', '2026-12-01T00:00'],
    [{ kind: 'month', month: '2026-12' }, '2026-12-01T00:00', '2027-01-01T00:00'],
    [{ kind: 'nineteenth', month: '2026-11' }, '2026-10-19T00:00', '2026-11-19T00:00'],
    [{ kind: 'nineteenth', month: '2026-01' }, '2025-12-19T00:00', '2026-01-19T00:00'],
    [{ kind: 'noonDay', day: '2026-11-24' }, '2026-11-23T12:00', '2026-11-24T12:00'],
    [{ kind: 'free', from: '2026-11-05', to: '2026-11-05' }, '2026-11-05T00:00', '2026-11-06T00:00'],
  ])('%j begins %s and ends before %s, in Shanghai', (name, from, until) => {
    expect(periodOf(name)).toEqual({ from: at(from), until: at(until) })
  })

  it.each<[PeriodName, PeriodName]>([
    [
      { kind: 'month', month: '2026-01' },
      { kind: 'month', month: '2025-12' },
    ],
    [
      { kind: 'nineteenth', month: '2026-03' },
      { kind: 'nineteenth', month: '2026-02' },
    ],
    [
      { kind: 'noonDay', day: '2026-03-01' },
      { kind: 'noonDay', day: '2026-02-28' },
    ],
    [
      { kind: 'free', from: '2026-11-08', to: '2026-11-14' },
      { kind: 'free', from: '2026-11-01', to: '2026-11-07' },
    ],
    [
      { kind: 'free', from: '2026-04-01', to: '2026-06-30' },
      { kind: 'free', from: '2026-01-01', to: '2026-03-31' },
    ],
    [
      { kind: 'free', from: '2026-01-01', to: '2026-06-30' },
      { kind: 'free', from: '2025-07-01', to: '2025-12-31' },
    ],
  ])('before %j is %j', (name, before) => {
    expect(periodBefore(name)).toEqual(before)
    expect(periodOf(before).until).toEqual(periodOf(name).from)
  })
})

describe('whole months', () => {
  it.each<[PeriodName, string[]]>([
    [{ kind: 'month', month: '2026-11' }, ['2026-11']],
    [{ kind: 'free', from: '2026-11-01', to: '2027-01-31' }, ['2026-11', '2026-12', '2027-01']],
    [{ kind: 'free', from: '2026-02-01', to: '2026-02-28' }, ['2026-02']],
    [{ kind: 'free', from: '2026-02-01', to: '2026-02-27' }, []],
    [{ kind: 'free', from: '2026-01-02', to: '2026-02-28' }, []],
    [{ kind: 'nineteenth', month: '2026-11' }, []],
    [{ kind: 'noonDay', day: '2026-11-01' }, []],
  ])('of %j are %j', (name, months) => {
    expect(monthsOf(name)).toEqual(months)
  })

  it('make up the last quarter and the last half year', () => {
    expect(lastWhole('2026-11', 3)).toEqual({ kind: 'free', from: '2026-07-01', to: '2026-09-30' })
    expect(lastWhole('2026-11', 6)).toEqual({ kind: 'free', from: '2026-01-01', to: '2026-06-30' })
    expect(lastWhole('2026-01', 3)).toEqual({ kind: 'free', from: '2025-10-01', to: '2025-12-31' })
  })
})

describe('half days', () => {
  it('change at midnight and at noon in Shanghai', () => {
    const morning = halfDayOf(at('2026-11-24T00:00'))
    expect(halfDayOf(at('2026-11-24T11:59'))).toBe(morning)
    expect(halfDayOf(at('2026-11-24T12:00'))).toBe(morning + 1)
    expect(halfDayOf(new Date(at('2026-11-24T00:00').getTime() - 1))).toBe(morning - 1)
  })

  it('make up every period exactly', () => {
    const names = fc.oneof(
      fc.record({
        kind: fc.constantFrom('month' as const, 'nineteenth' as const),
        month: fc.integer({ min: -60, max: 60 }).map((months) => plusMonths('2026-11', months)),
      }),
      fc.constant({ kind: 'noonDay' as const, day: '2028-02-29' }),
    )
    const moments = fc.integer({ min: -2000, max: 2000 }).map((hours) => hours * HOUR)
    fc.assert(
      fc.property(names, moments, (name, hours) => {
        const { from, until } = periodOf(name)
        const moment = new Date(from.getTime() + hours)
        const isIn = moment >= from && moment < until
        const halfDay = halfDayOf(moment)
        expect(halfDay >= halfDayOf(from) && halfDay < halfDayOf(until)).toBe(isIn)
      }),
    )
  })

  it('know their Monday and their month', () => {
    const sunday = halfDayOf(fromShanghai('2026-11-29', 13 * 60))
    expect([weekOf(sunday), monthOf(sunday)]).toEqual(['2026-11-23', '2026-11'])
    const monday = halfDayOf(new Date(fromShanghai('2026-11-29').getTime() + DAY))
    expect(weekOf(monday)).toBe('2026-11-30')
  })
})
