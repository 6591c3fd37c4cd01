import { describe, expect, it } from '@jest/globals'
import {
  complaintActs,
  complaintResponseRate,
  complaintStates,
  complaintStateWords,
  openComplaintStates,
} from './complaint-lifecycle.js'
import { type Actor, allowedActs, transition } from './lifecycle.js'
import { HOUR, MINUTE } from './time.js'

describe('a complaint (WORKFLOW §3)', () => {
  const actors: Actor[] = ['complainant', 'gridWorker', 'dispatcher', 'handler', 'reviewer', 'supervisor']
  const open = (state: (typeof complaintStates)[number], actor: Actor) =>
    allowedActs(complaintActs, state, [actor])

  it('is filed by the complainant alone', () => {
    for (const actor of actors)
      expect(Boolean(transition(complaintActs, null, 'file', [actor]))).toBe(actor === 'complainant')
  })

  it('is responded to by the supervision office alone, once', () => {
    for (const actor of actors) expect(open('filed', actor).includes('respond')).toBe(actor === 'supervisor')
    expect(open('responded', 'supervisor')).toEqual([])
    expect(transition(complaintActs, 'filed', 'respond', ['supervisor'])?.to).toBe('responded')
  })

  it('can be added to and withdrawn while somebody is to answer it', () => {
    for (const state of ['filed', 'responded'] as const)
      expect(open(state, 'complainant')).toEqual(['addWords', 'withdraw'])
    expect(transition(complaintActs, 'responded', 'addWords', ['complainant'])?.to).toBe('responded')
    expect(transition(complaintActs, 'responded', 'withdraw', ['complainant'])?.to).toBe('void')
  })

  it('lets nobody who is accused do anything', () => {
    for (const state of complaintStates)
      for (const actor of ['handler', 'reviewer', 'dispatcher', 'gridWorker'] as const)
        expect(open(state, actor)).toEqual([])
  })

  it('is over when it is void', () => {
    for (const actor of actors) expect(open('void', actor)).toEqual([])
    expect(openComplaintStates).not.toContain('void')
  })

  it('has a word for every state', () => {
    for (const state of complaintStates) expect(complaintStateWords[state]).toMatch(/\p{Script=Han}/u)
  })
})

describe('the 24-hour response rate', () => {
  const now = new Date('2026-11-20T02:00:00Z')
  const filed = (hoursAgo: number, respondedAfter: number | null = null, isVoid = false) => {
    const filedAt = new Date(now.getTime() - hoursAgo * HOUR)
    const respondedAt = respondedAfter === null ? null : new Date(filedAt.getTime() + respondedAfter)
    return { filedAt, respondedAt, isVoid }
  }

  it('is nothing, not zero, while nothing is due', () => {
    expect(complaintResponseRate([], now)).toBeNull()
    expect(complaintResponseRate([filed(23), filed(24)], now)).toBeNull()
  })

  it('counts a response from the moment it is there', () => {
    expect(complaintResponseRate([filed(1, 30 * MINUTE), filed(1)], now)).toBe(1)
  })

  it('counts one that is past 24 h as missed, also when a late response came', () => {
    expect(complaintResponseRate([filed(25), filed(50, 24 * HOUR)], now)).toBe(1 / 2)
    expect(complaintResponseRate([filed(50, 24 * HOUR + 1)], now)).toBe(0)
  })

  it('leaves out what is void', () => {
    expect(complaintResponseRate([filed(50, null, true), filed(50, HOUR)], now)).toBe(1)
    expect(complaintResponseRate([filed(50, null, true)], now)).toBeNull()
  })
})
