import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  DAY,
  formatMoment,
  formatDate,
  formatDay,
  formatDays,
  formatMonth,
  formatPromise,
  formatSpan,
  fromShanghai,
  HOUR,
  MINUTE,
  plusDays,
  shanghaiDate,
  shanghaiMinute,
  weekday,
} from './time.js'

const at = (date: string, hour = 0, minute = 0) => fromShanghai(date, hour * 60 + minute)

describe('Shanghai time', () => {
  it('begins its day at 16:00 UTC', () => {
    expect(shanghaiDate(new Date('2026-02-28T15:59:59.999Z'))).toBe('2026-02-28')
    expect(shanghaiDate(new Date('2026-02-28T16:00:00.000Z'))).toBe('2026-03-01')
    expect(shanghaiMinute(new Date('2026-02-28T15:59:59.999Z'))).toBe(1439)
    expect(shanghaiMinute(new Date('2026-02-28T16:00:00.000Z'))).toBe(0)
  })

  it('is what the time zone database says, whatever the moment', () => {
    const oracle = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    })
    const since1992 = fc.date({
      min: new Date('1992-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(since1992, (instant) => {
        const minute = shanghaiMinute(instant)
        const time = [Math.floor(minute / 60), minute % 60]
          .map((part) => String(part).padStart(2, '0'))
          .join(':')
        expect(`${shanghaiDate(instant)} ${time}`).toBe(oracle.format(instant))
      }),
    )
  })

  it('goes to an instant and back', () => {
    const minutes = fc.integer({ min: 0, max: 1439 })
    const days = fc.integer({ min: -20_000, max: 40_000 }).map((days) => plusDays('2026-01-01', days))
    fc.assert(
      fc.property(days, minutes, (date, minute) => {
        expect([
          shanghaiDate(fromShanghai(date, minute)),
          shanghaiMinute(fromShanghai(date, minute)),
        ]).toEqual([date, minute])
      }),
    )
  })

  it('adds days across months, years and leap days', () => {
    expect(plusDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(plusDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(plusDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(['2026-11-22', '2026-11-23', '2026-11-28'].map(weekday)).toEqual([0, 1, 6])
  })
})

describe('a moment in words', () => {
  it.each([
    ['today', at('2026-11-21', 10, 12), at('2026-11-21', 18), '今天 10:12'],
    ['a minute ago, before midnight', at('2026-11-20', 23, 59), at('2026-11-21', 0, 0), '昨天 23:59'],
    ['the first minute of today', at('2026-11-21', 0, 0), at('2026-11-21', 23, 59), '今天 00:00'],
    ['the day before yesterday', at('2026-11-19', 8, 5), at('2026-11-21'), '前天 08:05'],
    ['three days ago', at('2026-11-18', 14, 3), at('2026-11-21'), '11月18日 14:03'],
    ['yesterday, in another month', at('2026-02-28', 9), at('2026-03-01', 9), '昨天 09:00'],
    ['yesterday, in another year', at('2025-12-31', 9), at('2026-01-01', 9), '昨天 09:00'],
    ['another year', at('2025-11-21', 9), at('2026-11-21', 9), '2025年11月21日 09:00'],
  ])('is %s', (_, instant, now, words) => {
    expect(formatMoment(instant, now)).toBe(words)
  })
})

describe('a date in words', () => {
  it('has its year, and no zero before a number', () => {
    expect(formatDate('2027-02-08')).toBe('2027年2月8日')
  })

  it('has no year where it is the year in which it is read', () => {
    expect(formatDay('2026-02-08', at('2026-11-21'))).toBe('2月8日')
    expect(formatDay('2027-02-08', at('2026-11-21'))).toBe('2027年2月8日')
    expect(formatDay('2027-01-01', new Date('2026-12-31T16:00:00Z'))).toBe('1月1日')
  })

  it('goes on until another, with the years of both where one is another year', () => {
    const now = at('2026-11-21')
    expect(formatDays('2026-11-01', '2026-11-30', now)).toBe('11月1日至11月30日')
    expect(formatDays('2025-12-01', '2026-11-30', now)).toBe('2025年12月1日至2026年11月30日')
    expect(formatDays('2026-11-01', null, now)).toBe('11月1日起')
    expect(formatDays('2099-01-01', null, now)).toBe('2099年1月1日起')
  })

  it('is a month alone, with its year where that is another one', () => {
    expect(formatMonth('2026-11', at('2026-11-21'))).toBe('11月')
    expect(formatMonth('2025-12', at('2026-11-21'))).toBe('2025年12月')
  })
})

describe('a promise in words', () => {
  it.each([
    ['today', at('2026-11-21', 18), at('2026-11-21', 9), '今天 18:00 前'],
    [
      'tomorrow, said a minute before midnight',
      at('2026-11-22', 18),
      at('2026-11-21', 23, 59),
      '明天 18:00 前',
    ],
    ['tomorrow, in another month', at('2026-12-01', 18), at('2026-11-30', 9), '明天 18:00 前'],
    ['the day after tomorrow', at('2026-11-23', 18), at('2026-11-21', 9), '后天 18:00 前'],
    ['a day of the week', at('2026-11-26', 18), at('2026-11-21', 9), '11月26日（周四）18:00 前'],
    ['a Sunday', at('2026-11-29', 9, 30), at('2026-11-21', 9), '11月29日（周日）09:30 前'],
    ['tomorrow, in another year', at('2027-01-01', 18), at('2026-12-31', 9), '明天 18:00 前'],
    ['another year', at('2027-01-04', 18), at('2026-12-31', 9), '2027年1月4日（周一）18:00 前'],
    ['what is past', at('2026-11-20', 18), at('2026-11-21', 9), '昨天 18:00 前'],
  ])('is %s', (_, dueAt, now, words) => {
    expect(formatPromise(dueAt, now)).toBe(words)
  })
})

describe('a length of time in words', () => {
  it.each([
    [20 * MINUTE, '20 分钟'],
    [59 * MINUTE + 59_999, '59 分钟'],
    [HOUR, '1 小时'],
    [HOUR + 20 * MINUTE, '1 小时 20 分钟'],
    [5 * HOUR + 59 * MINUTE, '5 小时'],
    [DAY - 1, '23 小时'],
    [DAY, '1 天'],
    [3 * DAY + 4 * HOUR, '3 天 4 小时'],
    [-2 * DAY, '2 天'],
    [0, '1 分钟'],
  ])('of %i ms is %s', (milliseconds, words) => {
    expect(formatSpan(milliseconds)).toBe(words)
  })
})
