import { describe, expect, it } from '@jest/globals'
import type { ComplaintState } from './complaint-lifecycle.js'
import {
  type Counted,
  countedComplaint,
  type CountedComplaint,
  type CountedNeed,
  countedOf,
  type CountedOrder,
  type CountedRating,
  complaintCountsOtherwiseAt,
  countsOtherwiseAt,
} from './counting.js'
import { type CountedKind, type Figure, noFigures, otherRates, shareOf } from './figures.js'
import { DAY, HOUR } from './time.js'

const filedAt = new Date('2026-11-16T01:30:00Z')
const after = (milliseconds: number) => new Date(filedAt.getTime() + milliseconds)

const order = (changes: Partial<CountedOrder> = {}): CountedOrder => ({
  id: 'order',
  round: 1,
  role: 'lead',
  state: 'pending',
  departmentId: 'water',
  hasReturnRequest: false,
  dispatchedAt: filedAt,
  acceptDueAt: after(4 * HOUR),
  dueAt: after(5 * DAY),
  acceptedAt: null,
  contactedAt: null,
  answeredAt: null,
  ...changes,
})
const done = (changes: Partial<CountedOrder> = {}) =>
  order({
    state: 'done',
    acceptedAt: after(HOUR),
    contactedAt: after(2 * HOUR),
    answeredAt: after(DAY),
    ...changes,
  })
const rating = (changes: Partial<CountedRating> = {}): CountedRating => ({
  round: 1,
  departmentId: 'water',
  level: 5,
  saidSolved: true,
  isSolved: true,
  isContacted: true,
  isByTap: true,
  isRepeated: false,
  ratedAt: after(2 * DAY),
  ...changes,
})
const complaint = (changes: Partial<CountedComplaint> = {}): CountedComplaint => ({
  departmentId: 'water',
  filedAt,
  respondedAt: null,
  state: 'filed',
  answerDueAt: after(7 * DAY),
  answeredAt: null,
  ...changes,
})
const need = (changes: Partial<CountedNeed> = {}): CountedNeed => ({
  departmentId: 'water',
  state: 'dispatched',
  round: 1,
  isAnonymous: false,
  danger: [],
  result: null,
  submittedAt: filedAt,
  endedAt: null,
  repliedAt: null,
  replyDueAt: after(42 * DAY),
  isSupervised: false,
  isDisclosed: false,
  excludedAt: null,
  orders: [order()],
  ratings: [],
  unjudged: [],
  complaints: [],
  ...changes,
})
const closed = (changes: Partial<CountedNeed> = {}) =>
  need({
    state: 'closed',
    result: 'solved',
    orders: [done()],
    repliedAt: after(DAY),
    ratings: [rating()],
    ...changes,
  })

const ofKind = (counted: readonly Counted[], kind: CountedKind) =>
  counted.filter((each) => each.kind === kind)
const figuresOf = (of: CountedNeed, kind: CountedKind, now = after(3 * DAY)): Figure[] =>
  ofKind(countedOf(of, now), kind).flatMap(({ figures }) => [...figures])

describe('V (WORKFLOW §4)', () => {
  it('is a rating by a complainant who answered, dated when they did', () => {
    expect(ofKind(countedOf(closed(), after(3 * DAY)), 'judgement')).toEqual([
      {
        kind: 'judgement',
        at: after(2 * DAY),
        departmentId: 'water',
        workOrderId: null,
        figures: ['rated', 'contacted', 'solved', 'satisfied', 'byTap'],
      },
    ])
  })

  it('has the fairly satisfied beside the satisfied, and the bad ones in it too', () => {
    expect(figuresOf(closed({ ratings: [rating({ level: 3, saidSolved: null })] }), 'judgement')).toEqual([
      'rated',
      'contacted',
      'solved',
      'fairlySatisfied',
      'byTap',
    ])
    const bad = rating({ level: 1, saidSolved: false, isSolved: false, isContacted: false })
    expect(figuresOf(closed({ ratings: [bad] }), 'judgement')).toEqual(['rated', 'byTap', 'sentBack'])
  })

  it.each(['unrated', 'notReached', 'concluded'] as const)('does not have who is %s', (why) => {
    const silent = closed({ ratings: [], unjudged: [{ round: 1, why, at: after(2 * DAY) }] })
    expect(figuresOf(silent, 'judgement')).toEqual([why])
  })

  it('never counts silence as satisfied, and forgets it when a call-back is answered', () => {
    const lapsed = [{ round: 1, why: 'unrated' as const, at: after(2 * DAY) }]
    expect(figuresOf(closed({ ratings: [], unjudged: lapsed }), 'judgement')).not.toContain('satisfied')
    const called = closed({ ratings: [rating({ isByTap: false })], unjudged: lapsed })
    expect(figuresOf(called, 'judgement')).toEqual(['rated', 'contacted', 'solved', 'satisfied'])
  })

  it.each(['withdrawn', 'rejected', 'merged'] as const)('does not have what was %s', (state) => {
    const ended = need({ state, endedAt: after(DAY), orders: [] })
    expect(figuresOf(ended, 'judgement')).toEqual([state])
  })

  it('has a master once for each complainant', () => {
    const again = closed({ ratings: [rating({ isRepeated: true })] })
    expect(figuresOf(again, 'judgement')).toEqual(['merged'])
  })

  it('does not have what two persons excluded, which stays visible', () => {
    const excludedAt = after(30 * DAY)
    expect(figuresOf(closed({ excludedAt }), 'judgement')).toEqual(['excluded'])
    const withdrawn = need({ state: 'withdrawn', endedAt: after(DAY), excludedAt })
    expect(figuresOf(withdrawn, 'judgement')).toEqual(['withdrawn'])
  })

  it('has what is judged after two persons excluded what was there', () => {
    const early = rating({ ratedAt: after(DAY) })
    const late = rating({ round: 2, level: 1, isSolved: false, ratedAt: after(3 * DAY) })
    const twice = closed({ round: 2, ratings: [early, late], excludedAt: after(2 * DAY) })
    const [first, second] = ofKind(countedOf(twice, after(4 * DAY)), 'judgement')
    expect(first?.figures).toEqual(['excluded'])
    expect(second?.figures).toContain('rated')
  })

  it('has a rating of each round', () => {
    const twice = closed({
      round: 2,
      ratings: [rating({ level: 1, isSolved: false, saidSolved: false }), rating({ round: 2 })],
    })
    expect(ofKind(countedOf(twice, after(3 * DAY)), 'judgement')).toHaveLength(2)
  })
})

describe('an order', () => {
  it('is not counted against its limits while they run', () => {
    expect(figuresOf(need(), 'order', after(HOUR))).toEqual(['ordered'])
    expect(figuresOf(need(), 'answer', after(HOUR))).toEqual([])
  })

  it('is due once the limit has passed, although nobody did anything', () => {
    expect(figuresOf(need(), 'order', after(4 * HOUR))).toEqual(['ordered'])
    expect(figuresOf(need(), 'order', after(4 * HOUR + 1))).toEqual(['ordered', 'acceptDue'])
    expect(figuresOf(need(), 'order', after(DAY + 1))).toEqual(['ordered', 'acceptDue', 'contactDue'])
    expect(figuresOf(need(), 'answer', after(5 * DAY))).toEqual([])
    expect(figuresOf(need(), 'answer', after(5 * DAY + 1))).toEqual(['answerDue', 'openOverdue'])
  })

  it('that is late stays late', () => {
    const late = closed({
      orders: [
        done({
          acceptedAt: after(5 * HOUR),
          contactedAt: after(DAY + 1),
          answeredAt: after(5 * DAY + 1),
        }),
      ],
    })
    expect(figuresOf(late, 'order')).toEqual(['ordered', 'acceptDue', 'contactDue'])
    expect(figuresOf(late, 'answer')).toEqual(['answerDue', 'answered', 'leadAnswered'])
  })

  it('is not contacted by being accepted', () => {
    const accepted = need({ state: 'handling', orders: [order({ state: 'working', acceptedAt: after(1) })] })
    expect(figuresOf(accepted, 'order', after(2 * DAY))).toEqual([
      'ordered',
      'acceptDue',
      'acceptedInTime',
      'contactDue',
    ])
  })

  it('is nobody’s once it is returned or cancelled, but the return is counted', () => {
    const returned = order({ state: 'returned', hasReturnRequest: true })
    const now = after(9 * DAY)
    expect(figuresOf(need({ orders: [returned] }), 'order', now)).toEqual(['ordered', 'returnAsked'])
    expect(figuresOf(need({ orders: [returned] }), 'answer', now)).toEqual([])
    expect(figuresOf(need({ orders: [order({ state: 'cancelled' })] }), 'order', now)).toEqual([])
  })

  it('rests while the resident is asked, and one that assists does not', () => {
    const waiting = need({ state: 'waiting', orders: [order({ state: 'working' })] })
    expect(figuresOf(waiting, 'answer', after(9 * DAY))).toEqual([])
    const assisting = need({ state: 'waiting', orders: [order({ state: 'working', role: 'assist' })] })
    expect(figuresOf(assisting, 'answer', after(9 * DAY))).toEqual(['answerDue', 'openOverdue'])
  })

  it('whose answer was worked on again counts as a rework of that answer', () => {
    const reworked = need({
      state: 'handling',
      round: 2,
      orders: [done(), order({ id: 'second', round: 2 })],
    })
    const [first, second] = ofKind(countedOf(reworked, after(6 * DAY)), 'answer')
    expect(first?.figures).toContain('reworked')
    expect(second?.figures).toEqual(['answerDue', 'openOverdue'])
  })
})

describe('a need', () => {
  it('was dispatched once and for all', () => {
    expect(figuresOf(need(), 'need')).toEqual(['filed', 'dispatched', 'dispatchedOnce'])
    expect(figuresOf(need({ orders: [] }), 'need')).toEqual(['filed'])
  })

  it.each([
    ['returned', [order({ state: 'returned' }), order({ departmentId: 'gas' })]],
    ['corrected', [order({ state: 'cancelled' }), order({ departmentId: 'gas' })]],
  ])('was not when it was %s', (_, orders) => {
    expect(figuresOf(need({ orders }), 'need')).toEqual(['filed', 'dispatched'])
  })

  it('that was only worked on again was', () => {
    const orders = [done(), order({ round: 2, departmentId: 'water' })]
    expect(figuresOf(need({ orders, round: 2 }), 'need')).toContain('dispatchedOnce')
  })

  it('is owed a reply within thirty workdays, overdue ones included', () => {
    expect(figuresOf(closed(), 'need')).toEqual(expect.arrayContaining(['replyDue', 'repliedInTime']))
    expect(figuresOf(need(), 'need', after(42 * DAY))).not.toContain('replyDue')
    const late = figuresOf(need(), 'need', after(42 * DAY + 1))
    expect(late).toContain('replyDue')
    expect(late).not.toContain('repliedInTime')
    const withdrawn = need({ state: 'withdrawn', endedAt: after(DAY) })
    expect(figuresOf(withdrawn, 'need', after(50 * DAY))).not.toContain('replyDue')
  })

  it('is public information when it is solved and hides nobody', () => {
    expect(figuresOf(closed(), 'need')).toContain('disclosable')
    expect(figuresOf(closed({ isDisclosed: true }), 'need')).toContain('disclosed')
    expect(figuresOf(closed({ isAnonymous: true, isDisclosed: true }), 'need')).not.toContain('disclosed')
  })
})

describe('a complaint (WORKFLOW §3)', () => {
  const counted = (changes: Partial<CountedComplaint>, now = after(DAY + 1)) =>
    figuresOf(need({ complaints: [complaint(changes)] }), 'complaint', now)

  it('is due after 24 clock hours, or when somebody responded', () => {
    expect(counted({}, after(DAY))).toEqual(['complained'])
    expect(counted({})).toEqual(['complained', 'complaintResponseDue'])
    expect(counted({ respondedAt: after(HOUR) }, after(2 * HOUR))).toEqual([
      'complained',
      'complaintResponseDue',
      'complaintRespondedInTime',
    ])
  })

  it('is decided when it is resolved, unresolved or past its limit', () => {
    expect(counted({ state: 'resolved' })).toContain('complaintResolved')
    expect(counted({ state: 'unresolved' })).toContain('complaintDecided')
    expect(counted({ answerDueAt: after(DAY) })).toContain('complaintDecided')
    expect(counted({ answerDueAt: after(DAY) })).not.toContain('complaintResolved')
    expect(counted({ answerDueAt: after(2 * DAY) })).not.toContain('complaintDecided')
  })

  it('that is void has its own column', () => {
    expect(counted({ state: 'void' })).toEqual(['complaintVoid'])
  })
})

describe('the rate of resolved complaints (WORKFLOW §3)', () => {
  const now = after(30 * DAY)
  const inTime = (due: Date) => new Date(due.getTime() - HOUR)
  const late = (due: Date) => new Date(due.getTime() + HOUR)
  const one = (
    state: ComplaintState,
    dueIn: number,
    answered: (due: Date) => Date | null = () => null,
  ): CountedComplaint => {
    const answerDueAt = new Date(now.getTime() + dueIn)
    return complaint({ state, respondedAt: after(HOUR), answerDueAt, answeredAt: answered(answerDueAt) })
  }
  const rateOf = (complaints: readonly CountedComplaint[]): number | null => {
    const sums = { ...noFigures }
    for (const each of complaints) for (const figure of countedComplaint(each, now).figures) sums[figure] += 1
    return shareOf(sums, otherRates.complaintResolvedRate)
  }

  it.each([
    ['nothing at all', [], null],
    ['one under way', [one('investigating', DAY)], null],
    ['one under way at the very due time', [one('investigating', 0)], null],
    ['one a millisecond past it', [one('investigating', -1)], 0],
    ['a late one that was escalated', [one('escalated', -DAY)], 0],
    ['one that nobody has responded to in all this time', [one('filed', -DAY)], 0],
    ['one answered in time that waits for its complainant', [one('answered', -DAY, inTime)], null],
    ['one answered late that waits', [one('answered', -DAY, late)], 0],
    ['resolved, also late', [one('resolved', -DAY, late)], 1],
    ['unresolved, also in time', [one('unresolved', DAY, inTime)], 0],
    ['what is void', [one('void', -DAY), one('resolved', DAY, inTime)], 1],
    [
      'three resolved, one unresolved, one late, one under way',
      [
        ...Array.from({ length: 3 }, () => one('resolved', DAY, inTime)),
        ...[one('unresolved', DAY, inTime), one('rechecking', -DAY), one('responded', DAY)],
      ],
      3 / 5,
    ],
  ] as const)('counts %s', (_, complaints, rate) => {
    expect(rateOf(complaints)).toBe(rate)
  })
})

describe('the next moment at which a need counts otherwise', () => {
  it('is just after the first limit that still runs', () => {
    expect(countsOtherwiseAt(need(), filedAt)).toEqual(after(4 * HOUR + 1))
    expect(countsOtherwiseAt(need(), after(4 * HOUR + 1))).toEqual(after(DAY + 1))
    expect(countsOtherwiseAt(need(), after(2 * DAY))).toEqual(after(5 * DAY + 1))
    expect(countsOtherwiseAt(need(), after(6 * DAY))).toEqual(after(42 * DAY + 1))
    expect(countsOtherwiseAt(need(), after(43 * DAY))).toBeNull()
    expect(countsOtherwiseAt(closed(), filedAt)).toBeNull()
  })

  it('is just after the response, then the answer, of a complaint about the service as such', () => {
    const open = complaint()
    expect(complaintCountsOtherwiseAt(open, filedAt)).toEqual(after(DAY + 1))
    expect(complaintCountsOtherwiseAt(open, after(2 * DAY))).toEqual(after(7 * DAY + 1))
    expect(complaintCountsOtherwiseAt({ ...open, state: 'resolved' }, filedAt)).toBeNull()
  })

  it('changes nothing until then, and something then', () => {
    const waits = need({ complaints: [complaint()] })
    let now: Date | null = filedAt
    for (let next = countsOtherwiseAt(waits, now); next; next = countsOtherwiseAt(waits, next)) {
      const before: Counted[] = countedOf(waits, now)
      expect(countedOf(waits, new Date(next.getTime() - 1))).toEqual(before)
      expect(countedOf(waits, next)).not.toEqual(before)
      now = next
    }
    expect(now).toEqual(after(42 * DAY + 1))
  })
})
