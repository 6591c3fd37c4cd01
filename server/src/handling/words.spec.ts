import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { officialWordsIn, rejectReasonWords } from '@minsheng/shared'
import { nextForResident } from './words.js'

/** The source of what is told, sentence for sentence: each teller has more branches than an example would meet. */
const sourceOf = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')
const texts = (source: string) =>
  [...source.matchAll(/'[^'\n]*'|`[^`]*`/g)]
    .map(([text]) => text)
    .filter((text) => /\p{Script=Han}/u.test(text))

describe('what residents are told of their need', () => {
  it('is said in plain words, in the story, in what comes next, and in the notices', () => {
    const [, story = ''] = sourceOf('./words.ts').split('export const toldToResident')
    const told = texts(story.split('export const nextForResident')[0] ?? '')
    const notices = texts(sourceOf('./need-notices.ts').split("'order.")[0] ?? '')
    expect(Math.min(told.length, notices.length)).toBeGreaterThan(10)
    const all = [...told, ...notices, ...Object.values(nextForResident), ...Object.values(rejectReasonWords)]
    expect(all.filter((text) => officialWordsIn(text).length)).toEqual([])
  })
})
