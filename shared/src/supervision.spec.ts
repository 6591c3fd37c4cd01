import { describe, expect, it } from '@jest/globals'
import { transition } from './lifecycle.js'
import { firedKey, rulesFor, type Signal, supervisionRules } from './supervision.js'
import { supervisionActs, supervisionStates } from './supervision-lifecycle.js'

const fired = (signal: Signal) => rulesFor(signal).map(({ cause, level }) => `${cause} ${level}`)

describe('supervision by rule, WORKFLOW §6', () => {
  it.each([
    ['yellow', 'dueSoon 0'],
    ['red', 'overdue 1'],
    ['twice', 'overdueTwice 2'],
    ['thrice', 'overdueThrice 3'],
  ] as const)('1: a limit that is %s gives %s', (on, rule) => {
    for (const clock of ['dispatch', 'accept', 'contact', 'answer'] as const)
      expect(fired({ on, clock })).toEqual([rule])
  })

  it('1: what waits for the resident is nobody’s fault', () => {
    expect(fired({ on: 'red', clock: 'rating' })).toEqual([])
  })

  it('2: the first rework is no cause, the second is level 2, the third level 3', () => {
    expect(fired({ on: 'rework', count: 1 })).toEqual([])
    expect(fired({ on: 'rework', count: 2 })).toEqual(['secondRework 2'])
    expect(fired({ on: 'rework', count: 3 })).toEqual(['secondRework 2', 'thirdRework 3'])
  })

  it('2: three departments that returned it are level 3', () => {
    expect(fired({ on: 'return', count: 2 })).toEqual([])
    expect(fired({ on: 'return', count: 3 })).toEqual(['thirdReturn 3'])
  })

  it('3: five needs close together are level 1', () => {
    expect(fired({ on: 'near', count: 4 })).toEqual([])
    expect(fired({ on: 'near', count: 5 })).toEqual(['group 1'])
  })

  it('5: a complaint without a response in 24 h is level 1', () => {
    expect(fired({ on: 'halfway', clock: 'complaintResponse' })).toEqual(['complaintHalfway 0'])
    expect(fired({ on: 'urgent', clock: 'complaintResponse' })).toEqual(['complaintUrgent 0'])
    expect(fired({ on: 'red', clock: 'complaintResponse' })).toEqual(['complaintSilent 1'])
  })

  it('tells handler and leader of the department, and of what is public the leaders of the district too', () => {
    for (const { cause, level, tells } of supervisionRules.filter(
      (rule) => !rule.cause.startsWith('complaint'),
    )) {
      expect([cause, ...tells]).toEqual(expect.arrayContaining([cause, 'handler', 'leader']))
      expect(tells.includes('districtLeader')).toBe(level === 3)
    }
  })
})

describe('the key under which a rule has fired', () => {
  const key = (signal: Signal, about: Parameters<typeof firedKey>[1]) =>
    rulesFor(signal).map((rule) => firedKey(rule, about))
  const order = { needId: 'need', workOrderId: 'order' }

  it('is one for all limits of an order, so that it goes to a level once', () => {
    const of = (clock: 'accept' | 'answer') => key({ on: 'red', clock }, { ...order, clock })
    expect(of('accept')).toEqual(of('answer'))
    expect(of('accept')).toEqual(['overdue:order'])
  })
  it('is one for each limit that is close, of which each is worth a word', () => {
    expect(key({ on: 'yellow', clock: 'answer' }, { ...order, clock: 'answer' })).toEqual([
      'dueSoon:answer:order',
    ])
  })
  it('is one for each complaint about a need', () => {
    const of = (clockId: string) =>
      key({ on: 'red', clock: 'complaintResponse' }, { ...order, clock: 'complaintResponse', clockId })
    expect(of('one')).toEqual(['complaintSilent:one'])
    expect(of('two')).toEqual(['complaintSilent:two'])
  })
  it('is one for the need where no order is meant', () => {
    expect(key({ on: 'red', clock: 'dispatch' }, { needId: 'need', clock: 'dispatch' })).toEqual([
      'overdue:need',
    ])
    expect(key({ on: 'rework', count: 2 }, order)).toEqual(['secondRework:need'])
  })
})

describe('a supervision order', () => {
  const to = (
    from: (typeof supervisionStates)[number] | null,
    act: Parameters<typeof transition>[2],
    by: 'issuer' | 'handler' | 'supervisor' | 'system',
  ) => transition(supervisionActs, from, act as 'settle', [by])?.to

  it('is answered by the department, closed by its issuer', () => {
    expect(to(null, 'supervise', 'system')).toBe('issued')
    expect(to('issued', 'feedBack', 'handler')).toBe('answered')
    expect(to('answered', 'settle', 'issuer')).toBe('settled')
  })
  it('goes back to the department when the feedback does not do', () => {
    expect(to('answered', 'askAgain', 'issuer')).toBe('issued')
  })
  it('is closed by nobody else', () => {
    for (const by of ['handler', 'supervisor', 'system'] as const) {
      expect(to('answered', 'settle', by)).toBeUndefined()
      expect(to('issued', 'revoke', by)).toBeUndefined()
    }
  })
  it('is not closed without a feedback, and not twice', () => {
    expect(to('issued', 'settle', 'issuer')).toBeUndefined()
    expect(to('settled', 'settle', 'issuer')).toBeUndefined()
    expect(to('revoked', 'feedBack', 'handler')).toBeUndefined()
  })
  it('reaches every state', () => {
    expect(new Set(supervisionActs.map((row) => row.to))).toEqual(new Set(supervisionStates))
  })
})
