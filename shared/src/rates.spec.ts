import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { asksForRework, ratingLevels } from './need-lifecycle.js'
import { noFigures, pooled, rateCounts } from './figures.js'
import {
  countsAsSolved,
  evenScheme,
  isScheme,
  noCounts,
  type RateCounts,
  schemeOn,
  standardScheme,
  threeRates,
} from './rates.js'

const counts = (
  rated: number,
  contacted: number,
  solved: number,
  satisfied: number,
  fairlySatisfied: number,
): RateCounts => ({ rated, contacted, solved, satisfied, fairlySatisfied })
/** Totals of departments, as the dashboards make them. */
const pool = (departments: readonly RateCounts[]): RateCounts =>
  rateCounts(pooled(departments.map((each) => ({ ...noFigures, ...each }))))

const a = counts(40, 38, 30, 28, 4)
const b = counts(10, 10, 10, 9, 1)

/** What can really be counted: nobody is contacted, solved or satisfied who did not rate. */
const possible = fc
  .nat({ max: 1000 })
  .chain((rated) =>
    fc
      .tuple(fc.nat({ max: rated }), fc.nat({ max: rated }), fc.nat({ max: rated }))
      .chain(([contacted, solved, satisfied]) =>
        fc
          .nat({ max: rated - satisfied })
          .map((fairly) => counts(rated, contacted, solved, satisfied, fairly)),
      ),
  )

describe('the three rates', () => {
  it.each([
    ['A', a, [0.95, 0.75, 0.79, 78.6]],
    ['B', b, [1, 1, 0.99, 99.6]],
    ['A and B pooled', pool([a, b]), [0.96, 0.8, 0.83, 82.8]],
  ] as const)('of %s are those of WORKFLOW §4', (_, counted, [contact, solved, satisfaction, composite]) => {
    const rates = threeRates(counted)
    expect(rates.contactRate).toBeCloseTo(contact, 10)
    expect(rates.solvedRate).toBeCloseTo(solved, 10)
    expect(rates.satisfaction).toBeCloseTo(satisfaction, 10)
    expect(rates.composite).toBeCloseTo(composite, 10)
  })

  it('follow the weights of another scheme', () => {
    expect(threeRates(a, evenScheme).composite).toBeCloseTo(
      100 * (0.3 * 0.95 + 0.35 * 0.75 + 0.35 * 0.79),
      10,
    )
  })

  it('of a total are not the mean of the departments', () => {
    const mean = ((threeRates(a).composite ?? 0) + (threeRates(b).composite ?? 0)) / 2
    expect(mean).toBeCloseTo(89.1, 10)
    expect(threeRates(pool([a, b])).composite).toBeCloseTo(82.8, 10)
  })

  it('of nobody are nothing, not 0', () => {
    const nothing = { contactRate: null, solvedRate: null, satisfaction: null, composite: null }
    expect(threeRates(noCounts)).toEqual(nothing)
    expect(threeRates(pool([]))).toEqual(nothing)
  })

  it('stay between nothing and everything', () => {
    fc.assert(
      fc.property(
        possible.filter(({ rated }) => rated > 0),
        (counted) => {
          const { composite, ...rates } = threeRates(counted)
          for (const rate of Object.values(rates)) expect(rate).toBeLessThanOrEqual(1)
          expect(composite).toBeGreaterThanOrEqual(0)
          expect(composite).toBeLessThanOrEqual(100 + 1e-9)
        },
      ),
    )
  })

  it('of a total lie between the worst and the best department', () => {
    const some = fc.array(
      possible.filter(({ rated }) => rated > 0),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(some, (departments) => {
        const each = departments.map((one) => threeRates(one).composite ?? Number.NaN)
        const total = threeRates(pool(departments)).composite ?? Number.NaN
        expect(total).toBeGreaterThanOrEqual(Math.min(...each) - 1e-9)
        expect(total).toBeLessThanOrEqual(Math.max(...each) + 1e-9)
      }),
    )
  })
})

describe('a scheme', () => {
  it.each([standardScheme, evenScheme])('has weights that sum to 1: %j', (scheme) => {
    expect(isScheme(scheme)).toBe(true)
  })

  it.each([
    { contact: 0.2 },
    { contact: 0.1 + 1e-6 },
    { contact: -0.1, solved: 0.7 },
    { solved: 1.5, satisfaction: -0.6 },
    { fairlySatisfied: 1.1 },
    { contact: Number.NaN },
  ])('is none with %j', (wrong) => {
    expect(isScheme({ ...standardScheme, ...wrong })).toBe(false)
  })

  it('counts from its day on, until the next one', () => {
    const schemes = [
      { ...evenScheme, validFrom: '2026-07-01' },
      { ...standardScheme, fairlySatisfied: 0.8, validFrom: '2027-01-01' },
    ]
    expect(schemeOn([], '2026-11-24')).toEqual(standardScheme)
    expect(schemeOn(schemes, '2026-06-30')).toEqual(standardScheme)
    expect(schemeOn(schemes, '2026-07-01')).toMatchObject(evenScheme)
    expect(schemeOn(schemes.reverse(), '2026-12-31')).toMatchObject(evenScheme)
    expect(schemeOn(schemes, '2027-01-01').fairlySatisfied).toBe(0.8)
  })
})

describe('one rating', () => {
  const saying = (solved: boolean | null) => ratingLevels.map((level) => ({ level, solved }))

  it('counts as solved when the resident says so, and unsolved when they say that', () => {
    expect(saying(true).map(countsAsSolved)).toEqual([true, true, true, true, true])
    expect(saying(false).map(countsAsSolved)).toEqual([false, false, false, false, false])
  })

  it('counts by its face when the resident is silent', () => {
    expect(saying(null).map(countsAsSolved)).toEqual([false, false, true, true, true])
  })

  it('sends the need back when it is bad or says that nothing is solved', () => {
    expect(saying(null).map(asksForRework)).toEqual([true, true, false, false, false])
    expect(saying(true).map(asksForRework)).toEqual([true, true, false, false, false])
    expect(saying(false).map(asksForRework)).toEqual([true, true, true, true, true])
  })
})
