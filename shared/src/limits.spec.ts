import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { clockLimits } from './clocks.js'
import { limitFor, type LimitedMatter, type LimitRule, overlaps } from './limits.js'

const matter: LimitedMatter = {
  urgency: 'ordinary',
  categoryIds: ['street lamps', 'city'],
  areaIds: ['community', 'street', 'district'],
  ruleWorkdays: null,
}
const rule = (days: number, patch: Partial<LimitRule> = {}): LimitRule => ({
  kind: 'answer',
  urgency: null,
  categoryId: null,
  areaId: null,
  limit: { amount: days, unit: 'workdays' },
  validFrom: '2026-01-01',
  validUntil: null,
  ...patch,
})
const days = (rules: LimitRule[], date = '2026-06-15') => limitFor(rules, 'answer', matter, date).amount

describe('a limit', () => {
  it('is that of the table where nobody has set another', () => {
    expect(limitFor([], 'answer', matter, '2026-06-15')).toEqual({
      ...clockLimits.answer.ordinary,
      source: 'table',
    })
    expect(
      days([rule(3, { kind: 'accept' }), rule(4, { urgency: 'complex' }), rule(6, { areaId: 'elsewhere' })]),
    ).toBe(5)
  })

  it('is the most specific one: category before area before urgency', () => {
    const rules = [
      rule(1),
      rule(2, { urgency: 'ordinary' }),
      rule(3, { areaId: 'district', urgency: 'ordinary' }),
      rule(4, { areaId: 'street' }),
      rule(6, { areaId: 'community', urgency: 'ordinary' }),
      rule(7, { categoryId: 'city' }),
      rule(8, { categoryId: 'city', areaId: 'district' }),
      rule(9, { categoryId: 'street lamps' }),
      rule(10, { categoryId: 'street lamps', urgency: 'ordinary' }),
      rule(11, { categoryId: 'street lamps', areaId: 'community' }),
    ]
    for (let count = 1; count <= rules.length; count += 1) {
      const some = rules.slice(0, count)
      expect(days(some)).toBe(some.at(-1)?.limit.amount)
      expect(days(some.toReversed())).toBe(some.at(-1)?.limit.amount)
    }
  })

  it('of the answer is first what the routing rule says, for whatever is not pressing', () => {
    const [set, ruled] = [[rule(9, { categoryId: 'street lamps' })], { ...matter, ruleWorkdays: 3 }]
    const of = (kind: LimitRule['kind'], given: LimitedMatter) => limitFor(set, kind, given, '2026-06-15')
    expect(of('answer', ruled)).toEqual({ amount: 3, unit: 'workdays', source: 'rule' })
    expect(of('answer', matter)).toEqual({ amount: 9, unit: 'workdays', source: 'city' })
    expect(of('accept', ruled).source).toBe('table')
    for (const urgency of ['urgent', 'critical'] as const)
      expect(limitFor([], 'answer', { ...ruled, urgency }, '2026-06-15')).toEqual({
        ...clockLimits.answer[urgency],
        source: 'table',
      })
  })

  it.each([
    ['2026-05-31', 5],
    ['2026-06-01', 3],
    ['2026-06-30', 3],
    ['2026-07-01', 5],
  ])('counts on the days for which it is valid: %s gives %i', (date, amount) => {
    expect(days([rule(3, { validFrom: '2026-06-01', validUntil: '2026-06-30' })], date)).toBe(amount)
  })
})

describe('two limits', () => {
  const june = rule(3, { validFrom: '2026-06-01', validUntil: '2026-06-30' })

  it.each([
    ['the same days', {}, true],
    ['a day in common', { validFrom: '2026-06-30', validUntil: null }, true],
    ['one after the other', { validFrom: '2026-07-01', validUntil: null }, false],
    ['one before the other', { validFrom: '2026-01-01', validUntil: '2026-05-31' }, false],
    ['another area', { areaId: 'street' }, false],
    ['another clock', { kind: 'accept' as const }, false],
  ])('with %s', (_, patch, expected) => {
    expect(overlaps(june, { ...june, ...patch })).toBe(expected)
    expect(overlaps({ ...june, ...patch }, june)).toBe(expected)
  })

  it('that do not overlap never leave it to chance which one counts', () => {
    const date = fc.integer({ min: 1, max: 28 }).map((day) => `2026-06-${String(day).padStart(2, '0')}`)
    const rules = fc.record({
      urgency: fc.constantFrom(null, 'ordinary' as const),
      categoryId: fc.constantFrom(null, ...matter.categoryIds),
      areaId: fc.constantFrom(null, ...matter.areaIds),
      validFrom: date,
      amount: fc.integer({ min: 1, max: 99 }),
    })
    fc.assert(
      fc.property(fc.array(rules, { maxLength: 12 }), date, (drawn, day) => {
        const set: LimitRule[] = []
        for (const { amount, ...patch } of drawn) {
          const one = rule(amount, patch)
          if (!set.some((each) => overlaps(each, one))) set.push(one)
        }
        expect(days(set, day)).toBe(days(set.toReversed(), day))
      }),
    )
  })
})
