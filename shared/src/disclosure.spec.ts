import { describe, expect, it } from '@jest/globals'
import { daysTaken, type Disclosable, mayDisclose } from './disclosure.js'
import { answerResults, needStates } from './need-lifecycle.js'

const solved: Disclosable = {
  state: 'closed',
  isAnonymous: false,
  danger: [],
  result: 'solved',
  rating: { isSolved: true },
}

describe('what the public sees', () => {
  it('is what a resident calls solved', () => {
    expect(mayDisclose(solved)).toBe(true)
    expect(mayDisclose({ ...solved, rating: { isSolved: false } })).toBe(false)
    expect(mayDisclose({ ...solved, rating: null })).toBe(false)
  })

  it('is nothing of somebody who asked to stay unknown, and nothing of danger', () => {
    expect(mayDisclose({ ...solved, isAnonymous: true })).toBe(false)
    expect(mayDisclose({ ...solved, danger: ['suicide'] })).toBe(false)
  })

  it.each(needStates)('of a need that is %s: only when it is closed', (state) => {
    expect(mayDisclose({ ...solved, state })).toBe(state === 'closed')
  })

  it.each(answerResults)('with the result %s: only when the department calls it solved too', (result) => {
    expect(mayDisclose({ ...solved, result })).toBe(['solved', 'partlySolved'].includes(result))
  })
})

describe('the days that something took', () => {
  it.each([
    ['2026-11-20T01:00:00Z', '2026-11-20T15:59:59Z', 0],
    ['2026-11-20T15:59:00Z', '2026-11-20T16:00:00Z', 1],
    ['2026-11-20T01:00:00Z', '2026-11-23T01:00:00Z', 3],
  ])('from %s to %s are %i, by the calendar of Shanghai', (from, to, days) => {
    expect(daysTaken(new Date(from), new Date(to))).toBe(days)
  })
})
