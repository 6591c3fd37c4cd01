import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { type NeedState, officialWordsIn, rejectReasonWords } from '@minsheng/shared'
import { nextForResident, nextOf, nextWhenTooLate, nextWhenUnsolved } from './words.js'

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
    const late = Object.values(nextWhenTooLate).map(({ words }) => words)
    const next = [...Object.values(nextForResident), ...late, ...Object.values(nextWhenUnsolved)]
    const all = [...told, ...notices, ...next, ...Object.values(rejectReasonWords)]
    expect(all.filter((text) => officialWordsIn(text).length)).toEqual([])
  })

  it('speaks of reopening and of an appeal only while there is time for it', () => {
    const inTime = (state: NeedState) => ({ next: nextForResident[state], isTooLate: false })
    expect(nextOf('closed', ['rate', 'reopen'])).toEqual(inTime('closed'))
    expect(nextOf('closed', ['rate'])).toMatchObject({
      next: expect.stringContaining('重新提交'),
      isTooLate: true,
    })
    expect(nextOf('rejected', ['appeal'])).toEqual(inTime('rejected'))
    expect(nextOf('rejected', [])).toMatchObject({
      next: expect.stringContaining('申诉时间已过'),
      isTooLate: true,
    })
    expect(nextOf('handling', [])).toEqual(inTime('handling'))
  })

  it('calls nothing done that two supervisors have ended unsolved', () => {
    expect(nextOf('closed', ['reopen'], true)).toEqual({ next: nextWhenUnsolved.inTime, isTooLate: false })
    expect(nextOf('closed', [], true)).toEqual({ next: nextWhenUnsolved.tooLate, isTooLate: true })
  })
})
