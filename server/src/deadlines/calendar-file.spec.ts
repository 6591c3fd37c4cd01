import { describe, expect, it } from '@jest/globals'
import { tableIn } from './calendar-file.js'

const table = {
  year: 2027,
  holidays: ['2027-01-01'],
  makeUpWorkdays: ['2027-01-03'],
  source: '国办发明电〔2026〕7号',
}

describe('the file of a calendar', () => {
  it('says what the API would be told', () => {
    expect(tableIn(JSON.stringify(table))).toEqual(table)
  })

  it.each([
    ['no JSON', 'year: 2027'],
    ['nothing', ''],
    ['no object', 'null'],
    ['a list', '[]'],
    ['no year', JSON.stringify({ ...table, year: undefined })],
    ['a year in words', JSON.stringify({ ...table, year: '2027' })],
    ['dates that are numbers', JSON.stringify({ ...table, holidays: [20270101] })],
    ['no notice', JSON.stringify({ ...table, source: undefined })],
  ])('with %s is refused with what it has to be', (_, text) => {
    expect(() => tableIn(text)).toThrow('calendar_unreadable: 文件要是 JSON')
  })
})
