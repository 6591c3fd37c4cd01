import { describe, expect, it } from '@jest/globals'
import { validate } from 'class-validator'
import { IsDay, IsMoment } from './dates.js'

class Dates {
  @IsDay('请选择日期') day: unknown
  @IsMoment('时间格式不对') moment: unknown
}
const good = { day: '2026-11-30', moment: '2026-11-30T10:00:00+08:00' }
const mistakes = async (given: object) => {
  const errors = await validate(Object.assign(new Dates(), good, given))
  return errors.flatMap(({ constraints = {} }) => Object.values(constraints))
}

describe('a day', () => {
  it.each(['2026-11-30', '2028-02-29'])('can be %s', async (day) => {
    expect(await mistakes({ day })).toEqual([])
  })

  it.each([
    ...['2026-11-31', '2027-02-29', '2026-13-01', '1926-11-30', '2026-W48-1', '2026-11-30T00:00:00Z', ''],
    ...[20261130, null, ['2026-11-30']],
  ])('cannot be %j', async (day) => {
    expect(await mistakes({ day })).toEqual(['请选择日期'])
  })
})

describe('a moment', () => {
  it.each(['2026-11-30T10:00:00Z', '2026-11-30T10:00:00.123+08:00', '2026-11-30 10:00:00z'])(
    'can be %s',
    async (moment) => {
      expect(await mistakes({ moment })).toEqual([])
    },
  )

  it.each([
    ...['2026-11-31T10:00:00Z', '2026-11-30T10:00:60Z', '2026-11-30T10:00:00', '2026-W48-1', '2026-11-30'],
    ...[
      '0000-01-01T00:00:00Z',
      '9999-12-31T23:59:59-12:00',
      '2026-11-30T10:00:00+99:00',
      1764468000000,
      null,
    ],
  ])('cannot be %j', async (moment) => {
    expect(await mistakes({ moment })).toEqual(['时间格式不对'])
  })
})
