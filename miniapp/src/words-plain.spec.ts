import { describe, expect, it } from '@jest/globals'
import { officialWordsIn } from '@minsheng/shared'
import * as words from './words'
import * as publicWords from './words-public'
import * as storyWords from './words-story'

/** Every Chinese text below a value; what is made of an argument, with one. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') {
    const make = value as (...given: unknown[]) => unknown
    // Some take numbers, some names, some errors: what cannot be made of a word is no text of ours.
    try {
      return textsOf(make('某某', '某某', '某某'))
    } catch {
      return []
    }
  }
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : []
}

describe('what residents read', () => {
  it('is said in plain words', () => {
    const { complaintDeskWords: _desk, ...story } = storyWords
    const texts = textsOf([words, publicWords, story])
    expect(texts.length).toBeGreaterThan(200)
    expect(texts.filter((text) => officialWordsIn(text).length)).toEqual([])
  })
})
