import { describe, expect, it } from '@jest/globals'
import { officialWordsIn, plainWords } from './plain-words.js'

describe('plain words', () => {
  it('are found in a sentence of an office, and not in one of people', () => {
    expect(officialWordsIn('工单已派单至承办单位，请知悉')).toEqual(['工单', '派单', '知悉', '承办单位'])
    expect(officialWordsIn('已经转给城市管理局，明天 18:00 前答复您')).toEqual([])
  })

  it('have nothing official themselves', () => {
    expect(Object.values(plainWords).flatMap(officialWordsIn)).toEqual([])
  })
})
