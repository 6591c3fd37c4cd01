import { describe, expect, it } from '@jest/globals'
import { plainToInstance } from 'class-transformer'
import { validate } from 'class-validator'
import { Length, OptionalWords, Words } from './words.js'

class Report {
  @Words({ min: 2, max: 20, message: '请写 2 到 20 个字' }) reason: string
  @OptionalWords({ max: 5, message: '最多 5 个字' }) note?: string
  @Length(1, 3, { each: true, message: '每个 1 到 3 个字' }) tags: string[] = []
}
const mistakes = async (given: object) => {
  const report = plainToInstance(Report, { reason: '核实地点', ...given })
  return (await validate(report)).flatMap(({ constraints = {} }) => Object.values(constraints))
}

describe('words', () => {
  it('are kept without the blanks at their ends', () => {
    expect(plainToInstance(Report, { reason: ' \u3000核实地点\n', note: ' 好 ' })).toMatchObject({
      reason: '核实地点',
      note: '好',
    })
  })

  it.each(['   ', '\u3000'.repeat(20), ' 一 ', '长'.repeat(21), 7, null, undefined])(
    'that are too few or too many are refused, and so are blanks alone: %j',
    async (reason) => {
      expect(await mistakes({ reason })).toEqual(['请写 2 到 20 个字'])
    },
  )

  it('are counted as the database counts', async () => {
    expect(await mistakes({ reason: '🌸'.repeat(20) })).toEqual([])
    // A heart with its colour is two characters to the database.
    expect(await mistakes({ reason: '❤\uFE0F'.repeat(10) })).toEqual([])
    expect(await mistakes({ reason: '❤\uFE0F'.repeat(11) })).toEqual(['请写 2 到 20 个字'])
    expect(await mistakes({ tags: ['好', '长'.repeat(4)] })).toEqual(['每个 1 到 3 个字'])
  })

  it('may be left out where they are not needed', async () => {
    expect(await mistakes({ note: '' })).toEqual([])
    expect(await mistakes({ note: '太长了太长了' })).toEqual(['最多 5 个字'])
  })
})
