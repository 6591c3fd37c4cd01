import { describe, expect, it } from '@jest/globals'
import {
  type ComplaintAct,
  complaintActs,
  complaintFindings,
  complaintFindingWords,
  complaintGuards,
  type ComplaintState,
  complaintStates,
  complaintStateWords,
  isOpenComplaint,
  openComplaintStates,
} from './complaint-lifecycle.js'
import { type Actor, allowedActs, transition } from './lifecycle.js'

const actors: Actor[] = [
  'complainant',
  'gridWorker',
  'dispatcher',
  'handler',
  'reviewer',
  'lead',
  'supervisor',
]
const open = (state: ComplaintState, actor: Actor) => allowedActs(complaintActs, state, [actor])
const to = (state: ComplaintState, act: ComplaintAct, actor: Actor, outcome?: string) =>
  transition(complaintActs, state, act, [actor], outcome)?.to

describe('a complaint (WORKFLOW §3)', () => {
  it('is filed by the complainant alone', () => {
    for (const actor of actors)
      expect(Boolean(transition(complaintActs, null, 'file', [actor]))).toBe(actor === 'complainant')
  })

  /** Who may do what in which state, in full: everything else is refused. */
  const allowed: Record<ComplaintState, { complainant: ComplaintAct[]; supervisor: ComplaintAct[] }> = {
    filed: { complainant: ['addWords', 'withdraw'], supervisor: ['respond', 'void'] },
    responded: { complainant: ['addWords', 'withdraw'], supervisor: ['investigate', 'void'] },
    investigating: { complainant: ['addWords', 'withdraw'], supervisor: ['extend', 'answer', 'void'] },
    answered: { complainant: ['addWords', 'confirm', 'refuse', 'withdraw'], supervisor: ['void'] },
    rechecking: { complainant: ['addWords', 'withdraw'], supervisor: ['answer', 'void'] },
    escalated: { complainant: ['addWords', 'withdraw'], supervisor: ['respond', 'answer', 'void'] },
    resolved: { complainant: [], supervisor: [] },
    unresolved: { complainant: [], supervisor: [] },
    void: { complainant: [], supervisor: [] },
  }
  it.each(complaintStates)('that is %s is open to these acts, and to no other', (state) => {
    expect(open(state, 'complainant')).toEqual(allowed[state].complainant)
    expect(open(state, 'supervisor')).toEqual(allowed[state].supervisor)
  })

  it('lets nobody who is accused, and nobody of the hotline, do anything', () => {
    for (const state of complaintStates)
      for (const actor of ['handler', 'reviewer', 'lead', 'dispatcher', 'gridWorker'] as const)
        expect(open(state, actor)).toEqual([])
  })

  it('goes from the tap to the word of the complainant', () => {
    expect(to('filed', 'respond', 'supervisor')).toBe('responded')
    expect(to('responded', 'investigate', 'supervisor')).toBe('investigating')
    expect(to('investigating', 'answer', 'supervisor')).toBe('answered')
    expect(to('answered', 'confirm', 'complainant')).toBe('resolved')
  })

  it('that is not accepted is rechecked once, then escalated, then counts as unresolved', () => {
    expect(to('answered', 'refuse', 'complainant', 'recheck')).toBe('rechecking')
    expect(to('answered', 'refuse', 'complainant', 'escalate')).toBe('escalated')
    expect(to('answered', 'refuse', 'complainant', 'end')).toBe('unresolved')
  })

  it('is escalated by nobody but time and number', () => {
    for (const state of ['filed', 'responded', 'investigating', 'rechecking'] as const)
      for (const outcome of ['overdue', 'repeated'])
        expect(to(state, 'escalate', 'system', outcome)).toBe('escalated')
    for (const actor of actors) expect(open('investigating', actor)).not.toContain('escalate')
  })

  it('that is answered and met with silence ends by what the call-back heard', () => {
    expect(to('answered', 'confirm', 'system', 'called')).toBe('resolved')
    expect(to('answered', 'giveUp', 'system')).toBe('unresolved')
    expect(to('answered', 'confirm', 'supervisor')).toBeUndefined()
  })

  it.each(openComplaintStates)(
    'that is %s becomes void by its complainant, or by two supervisors',
    (state) => {
      expect(to(state, 'withdraw', 'complainant')).toBe('void')
      expect(to(state, 'void', 'supervisor', 'first')).toBe(state)
      expect(to(state, 'void', 'supervisor', 'second')).toBe('void')
    },
  )

  it('is over when it is resolved, unresolved or void', () => {
    expect(complaintStates.filter((state) => !isOpenComplaint(state))).toEqual([
      'resolved',
      'unresolved',
      'void',
    ])
  })

  it('reaches every state, and has words for every state, guard and finding', () => {
    const reached = new Set(complaintActs.map((row) => row.to))
    expect(complaintStates.filter((state) => !reached.has(state))).toEqual([])
    const said = [
      ...complaintStates.map((state) => complaintStateWords[state]),
      ...complaintFindings.map((finding) => complaintFindingWords[finding]),
      ...Object.values(complaintGuards),
    ]
    for (const words of said) expect(words).toMatch(/\p{Script=Han}/u)
  })

  it('uses every guard that it names', () => {
    const used = new Set(complaintActs.flatMap(({ guards = [] }) => guards))
    expect(Object.keys(complaintGuards).filter((name) => !used.has(name as never))).toEqual([])
  })
})
