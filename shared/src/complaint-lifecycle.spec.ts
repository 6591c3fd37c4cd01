import { describe, expect, it } from '@jest/globals'
import {
  complaintActs,
  complaintStates,
  complaintStateWords,
  openComplaintStates,
} from './complaint-lifecycle.js'
import { type Actor, allowedActs, transition } from './lifecycle.js'

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
