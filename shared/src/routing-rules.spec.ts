import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  canMeet,
  decideRule,
  foldedWords,
  isTwin,
  type RoutedMatter,
  type RoutingRuleFacts,
} from './routing-rules.js'

const may = new Date('2026-05-01T00:00:00Z')
const rule = (given: Partial<RoutingRuleFacts>): RoutingRuleFacts => ({
  id: 'rule',
  categoryId: 'noise',
  areaId: null,
  words: null,
  months: null,
  hours: null,
  priority: 0,
  validFrom: may,
  validUntil: null,
  departmentId: 'bureau',
  assistingIds: [],
  answerWorkdays: null,
  ...given,
})
/** Ten in the evening of the last of November, in Shanghai. */
const matter: RoutedMatter = {
  categoryIds: ['noise', 'environment'],
  areaIds: ['grid', 'community', 'street'],
  text: '楼下ktv的声音太大',
  at: new Date('2026-11-30T14:00:00Z'),
}
const decide = (rules: readonly RoutingRuleFacts[], given: Partial<RoutedMatter> = {}) =>
  decideRule(rules, { ...matter, ...given })

describe('the order of the rules', () => {
  it.each<[string, Partial<RoutingRuleFacts>, Partial<RoutingRuleFacts>]>([
    [
      'priority before everything',
      { priority: 1, categoryId: 'environment' },
      { areaId: 'grid', words: ['ktv'] },
    ],
    ['a category before its field', {}, { categoryId: 'environment', areaId: 'grid', words: ['ktv'] }],
    ['a grid before its community', { areaId: 'grid' }, { areaId: 'community', words: ['ktv'] }],
    ['a community before its street', { areaId: 'community' }, { areaId: 'street', words: ['ktv'] }],
    ['a street before everywhere', { areaId: 'street' }, { words: ['ktv'], hours: { from: 22, until: 6 } }],
    ['words before none', { words: ['ktv'] }, { months: [11] }],
    ['hours before none', { hours: { from: 22, until: 6 } }, { validFrom: new Date('2026-10-01T00:00:00Z') }],
    ['months before none', { months: [11] }, { validFrom: new Date('2026-10-01T00:00:00Z') }],
    ['the newer before the older', { validFrom: new Date('2026-10-01T00:00:00Z') }, {}],
  ])('is %s', (_, first, second) => {
    const one = rule({ id: 'b', departmentId: 'first', ...first })
    const other = rule({ id: 'a', departmentId: 'second', ...second })
    for (const rules of [
      [one, other],
      [other, one],
    ])
      expect(decide(rules)).toEqual({ kind: 'rule', rule: one, close: [other] })
  })

  it('finds a conflict where equal rules name other departments, and none where they name the same', () => {
    const rules = [rule({ id: 'a' }), rule({ id: 'b', departmentId: 'town' })]
    expect(decide(rules)).toEqual({ kind: 'conflict', rules })
    expect(decide([rule({ id: 'b' }), rule({ id: 'a' })])).toMatchObject({ kind: 'rule', rule: { id: 'a' } })
    expect(decide([rule({}), rule({ id: 'b', assistingIds: ['town'] })]).kind).toBe('conflict')
    expect(decide([rule({}), rule({ id: 'b', answerWorkdays: 3 })]).kind).toBe('conflict')
  })

  it('lets a better rule end the conflict of two others', () => {
    const rules = [
      rule({ id: 'a' }),
      rule({ id: 'b', departmentId: 'town' }),
      rule({ id: 'c', words: ['ktv'] }),
    ]
    expect(decide(rules)).toMatchObject({ kind: 'rule', rule: { id: 'c' } })
  })
})

describe('a rule fits', () => {
  it.each<[string, Partial<RoutingRuleFacts>, boolean]>([
    ['its category', {}, true],
    ['a category of its field', { categoryId: 'environment' }, true],
    ['no other category', { categoryId: 'water' }, false],
    ['no other area', { areaId: 'elsewhere' }, false],
    ['a text with one of its words', { words: ['酒吧', 'ktv'] }, true],
    ['no text without them', { words: ['酒吧'] }, false],
    ['its months', { months: [10, 11] }, true],
    ['no other month', { months: [12] }, false],
    ['hours over midnight', { hours: { from: 22, until: 6 } }, true],
    ['until the hour, not in it', { hours: { from: 9, until: 22 } }, false],
    ['from the hour on', { hours: { from: 22, until: 24 } }, true],
    ['not before it is valid', { validFrom: new Date('2026-11-30T14:00:00.001Z') }, false],
    ['from the moment it is valid', { validFrom: matter.at }, true],
    ['not from the moment it is over', { validUntil: matter.at }, false],
    ['until then', { validUntil: new Date('2026-11-30T14:00:00.001Z') }, true],
  ])('%s', (_, given, doesFit) => {
    expect(decide([rule(given)]).kind).toBe(doesFit ? 'rule' : 'none')
  })

  it('in the month of Shanghai, which begins eight hours early', () => {
    const december = { at: new Date('2026-11-30T16:00:00Z') }
    expect(decide([rule({ months: [12] })], december).kind).toBe('rule')
    expect(decide([rule({ months: [11] })], december).kind).toBe('none')
  })

  it('whatever the width and the case of letters', () => {
    expect(foldedWords('ＫＴＶ')).toBe('ktv')
  })
})

describe('two rules', () => {
  it.each<[string, Partial<RoutingRuleFacts>, boolean]>([
    ['of the same matters at the same time', { departmentId: 'town' }, true],
    ['of another area', { areaId: 'street' }, false],
    ['of another priority', { priority: 1 }, false],
    ['with other words', { words: ['ktv'] }, false],
    ['one after the other', { validFrom: new Date('2026-12-01T00:00:00Z') }, false],
  ])('%s', (_, given, areTwins) => {
    const one = rule({ validUntil: new Date('2026-12-01T00:00:00Z') })
    expect([isTwin(one, rule(given)), isTwin(rule(given), one)]).toEqual([areTwins, areTwins])
  })
})

describe('two rules meet', () => {
  it.each<[string, Partial<RoutingRuleFacts>, Partial<RoutingRuleFacts>, boolean]>([
    ['always', {}, {}, true],
    ['in a month of both', { months: [1, 2] }, { months: [2, 3] }, true],
    ['in no month', { months: [1] }, { months: [2] }, false],
    ['at an hour of both', { hours: { from: 22, until: 6 } }, { hours: { from: 5, until: 9 } }, true],
    ['at no hour', { hours: { from: 22, until: 6 } }, { hours: { from: 6, until: 22 } }, false],
    ['where one has no hours', { hours: { from: 22, until: 6 } }, {}, true],
    ['never, one being over before', { validUntil: matter.at }, { validFrom: matter.at }, false],
  ])('%s', (_, one, other, doMeet) => {
    expect([canMeet(rule(one), rule(other)), canMeet(rule(other), rule(one))]).toEqual([doMeet, doMeet])
  })
})

describe('whatever the rules', () => {
  const maybe = <T>(...some: T[]) => fc.constantFrom(null, ...some)
  const anyRule = fc.record({
    categoryId: fc.constantFrom('noise', 'environment', 'water'),
    areaId: maybe('grid', 'community', 'street', 'elsewhere'),
    words: maybe(['ktv'], ['声音', '酒吧'], ['酒吧']),
    months: maybe([11], [1, 2]),
    hours: maybe({ from: 22, until: 6 }, { from: 9, until: 12 }),
    priority: fc.constantFrom(0, 0, 0, 5),
    validFrom: fc.constantFrom(may, new Date('2026-08-01T00:00:00Z'), new Date('2026-12-24T00:00:00Z')),
    validUntil: maybe(new Date('2026-09-01T00:00:00Z'), new Date('2027-01-01T00:00:00Z')),
    departmentId: maybe('bureau', 'town'),
    assistingIds: fc.constantFrom([], ['police']),
    answerWorkdays: maybe(3),
  })
  const anyRules = fc
    .array(anyRule, { maxLength: 12 })
    .map((some) =>
      some.map((given, index): RoutingRuleFacts => ({ ...given, id: String(index).padStart(2, '0') })),
    )

  it('their place in the list decides nothing', () => {
    const shuffled = anyRules.chain((rules) =>
      fc.tuple(fc.constant(rules), fc.shuffledSubarray(rules, { minLength: rules.length })),
    )
    fc.assert(fc.property(shuffled, ([rules, others]) => expect(decide(others)).toEqual(decide(rules))))
  })

  it('what decides is a rule that decides alone as well', () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        const verdict = decide(rules)
        if (verdict.kind === 'none') for (const each of rules) expect(decide([each]).kind).toBe('none')
        if (verdict.kind === 'rule') expect(decide([verdict.rule])).toMatchObject({ rule: verdict.rule })
        if (verdict.kind === 'conflict') expect(verdict.rules.length).toBeGreaterThan(1)
      }),
    )
  })

  it('one that does not fit changes nothing', () => {
    fc.assert(
      fc.property(anyRules, anyRule, (rules, given) => {
        const another = { ...given, id: '99', categoryId: 'water' }
        expect(decide([...rules, another])).toEqual(decide(rules))
      }),
    )
  })
})
