import { describe, expect, it } from '@jest/globals'
import {
  countedKinds,
  type Figure,
  figures,
  type Figures,
  kindOf,
  noFigures,
  otherRateNames,
  otherRates,
  otherRatesOf,
  outsiders,
  pooled,
  targetLight,
  targetNames,
  targets,
} from './figures.js'

const some = (changes: Partial<Figures>): Figures => ({ ...noFigures, ...changes })

describe('the figures', () => {
  it('each belong to one kind', () => {
    expect(new Set(figures).size).toBe(figures.length)
    for (const figure of figures) expect(countedKinds[kindOf(figure)] as readonly Figure[]).toContain(figure)
  })

  it('of a kind fit into the bits of one number', () => {
    for (const kind of Object.values(countedKinds)) expect(kind.length).toBeLessThan(31)
  })

  it('are pooled one by one', () => {
    const total = pooled([some({ filed: 2, rated: 1 }), some({ filed: 3 }), some({ unrated: 4 })])
    expect(total).toEqual(some({ filed: 5, rated: 1, unrated: 4 }))
  })

  it('outside of V are counted as judgements, not in V', () => {
    for (const outsider of outsiders) expect(kindOf(outsider)).toBe('judgement')
    expect(outsiders).not.toContain('rated')
  })
})

describe('the other rates (WORKFLOW §3, §4)', () => {
  it('are nothing, not 0, when there is nothing to divide by', () => {
    for (const rate of Object.values(otherRatesOf(noFigures))) expect(rate).toBeNull()
  })

  it('have the open overdue ones below the line', () => {
    const overdue = some({ answerDue: 4, answered: 3, answeredInTime: 3, openOverdue: 1 })
    expect(otherRatesOf(overdue).onTimeRate).toBe(0.75)
  })

  it('have who was silent and who was not reached below the line, and call-backs not as active', () => {
    const judged = some({ rated: 6, byTap: 4, unrated: 3, notReached: 1 })
    expect(otherRatesOf(judged)).toMatchObject({ activeRatingRate: 0.4, coverageRate: 0.6 })
  })

  it('take part and whole from what is counted together', () => {
    for (const name of otherRateNames) {
      const { part, whole } = otherRates[name]
      expect(part.map(kindOf)).toEqual(part.map(() => kindOf(whole[0])))
      for (const figure of whole) expect(kindOf(figure)).toBe(kindOf(whole[0]))
    }
  })
})

describe('the light of a target', () => {
  it.each([
    ['satisfaction', 0.9, 'green'],
    ['satisfaction', 0.8999, 'yellow'],
    ['satisfaction', 0.85, 'yellow'],
    ['satisfaction', 0.8499, 'red'],
    ['complaintResolvedRate', 0.98, 'green'],
    ['complaintResolvedRate', 0.97, 'yellow'],
    ['contacted24hRate', 1, 'green'],
    ['contacted24hRate', 0.999, 'yellow'],
    ['publicRate', 0.5, 'red'],
    ['replyRate', null, null],
  ] as const)('%s at %s is %s', (name, rate, light) => {
    expect(targetLight(name, rate)).toBe(light)
  })

  it('exists for each promise of the plan', () => {
    expect(targetNames).toEqual(Object.keys(targets))
    expect(targets).toMatchObject({
      satisfaction: 0.9,
      complaintResolvedRate: 0.98,
      contacted24hRate: 1,
      replyRate: 1,
      publicRate: 1,
    })
  })
})
