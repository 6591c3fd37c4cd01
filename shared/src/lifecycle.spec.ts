import { describe, expect, it } from '@jest/globals'
import { type Actor, allowedActs, type Transition, transition } from './lifecycle.js'
import {
  needActs,
  needEffects,
  needGuards,
  type NeedState,
  needStates,
  needStateWords,
  openNeedStates,
} from './need-lifecycle.js'
import {
  openWorkOrderStates,
  workOrderActs,
  workOrderEffects,
  workOrderGuards,
  type WorkOrderState,
  workOrderStates,
  workOrderStateWords,
} from './work-order-lifecycle.js'

const actors = [
  'complainant',
  'gridWorker',
  'dispatcher',
  'handler',
  'lead',
  'reviewer',
  'supervisor',
  'system',
] as const satisfies readonly Actor[]

/** Everything that the table lets happen, of all states × acts × actors × outcomes, one line each. */
function edgesOf<State extends string, Act extends string>(
  table: readonly Transition<State, Act>[],
  states: readonly State[],
): string[] {
  const acts = [...new Set(table.map(({ act }) => act))]
  const outcomes = [...new Set(table.map(({ outcome }) => outcome))]
  const edges = new Set<string>()
  for (const from of [null, ...states])
    for (const act of acts)
      for (const actor of actors)
        for (const outcome of outcomes) {
          const row = transition(table, from, act, [actor], outcome)
          if (row) edges.add(`${actor} ${act}: ${from ?? 'new'} → ${row.to}`)
        }
  return [...edges].sort()
}

/** Writes out "a|b act: x|y → z" to one line for each actor and origin. */
function written(lines: readonly string[]): string[] {
  const all = lines.flatMap((line) => {
    const [, who = '', act = '', from = '', to = ''] = /^(\S+) (\S+): (\S+) → (\S+)$/.exec(line) ?? []
    return who
      .split('|')
      .flatMap((actor) => from.split('|').map((origin) => `${actor} ${act}: ${origin} → ${to}`))
  })
  return [...new Set(all)].sort()
}

/** The states that a new item can get into. */
function reachable<State extends string>(table: readonly Transition<State, string>[]): Set<State> {
  const reached = new Set<State | null>([null])
  for (let before = -1; before < reached.size;) {
    before = reached.size
    for (const { from, to } of table) if (from.some((state) => reached.has(state))) reached.add(to)
  }
  reached.delete(null)
  return reached as Set<State>
}

describe('the lifecycle of a need', () => {
  it('allows what WORKFLOW §1 names, and nothing else to nobody else', () => {
    expect(edgesOf(needActs, needStates)).toEqual(
      written([
        'complainant|gridWorker submit: new → submitted',
        'system|dispatcher dispatch: submitted → dispatched',
        'dispatcher reject: submitted → rejected',
        'complainant appeal: rejected → submitted',
        'complainant withdraw: submitted|dispatched|handling|waiting → withdrawn',
        'complainant correctCategory: submitted|dispatched → submitted',
        'complainant correctCategory: submitted|dispatched → dispatched',
        'dispatcher merge: submitted|dispatched|handling → merged',
        'dispatcher|system split: merged → submitted',
        'dispatcher|system split: merged → dispatched',
        'dispatcher|system split: merged → handling',
        'handler accept: dispatched → handling',
        'handler ask: handling → waiting',
        'complainant|system supply: waiting → handling',
        'supervisor plan: handling → planned',
        'supervisor|system resume: planned → handling',
        'reviewer|system answer: handling → answered',
        'system answer: merged → answered',
        'complainant rate: answered → closed',
        'complainant rate: answered|closed → handling',
        'system lapse: answered → closed',
        'supervisor conclude: answered → answered',
        'supervisor conclude: answered → closed',
        'complainant reopen: closed → handling',
      ]),
    )
  })

  it('reaches every state', () => {
    expect([...reachable(needActs)].sort()).toEqual([...needStates].sort())
  })

  it('has no act on what was withdrawn, an appeal on what was rejected, and only the desk’s on what was merged', () => {
    expect(allowedActs(needActs, 'withdrawn', actors)).toEqual([])
    expect(allowedActs(needActs, 'rejected', actors)).toEqual(['appeal'])
    expect(allowedActs(needActs, 'merged', actors)).toEqual(['split', 'answer'])
    expect(allowedActs(needActs, 'merged', ['complainant', 'handler', 'reviewer'])).toEqual([])
  })

  it('has a way on from every state that counts as open', () => {
    for (const state of openNeedStates)
      expect(allowedActs(needActs, state, actors).filter((act) => act !== 'merge')).not.toEqual([])
  })

  it('lets nobody rate before the answer, or withdraw after it', () => {
    for (const state of ['submitted', 'dispatched', 'handling', 'waiting', 'planned'] as const)
      expect(transition(needActs, state, 'rate', actors)).toBeUndefined()
    for (const state of ['answered', 'closed'] as const)
      expect(transition(needActs, state, 'withdraw', actors)).toBeUndefined()
  })
})

describe('the lifecycle of a work order', () => {
  it('allows what WORKFLOW §2 names, and nothing else to nobody else', () => {
    expect(edgesOf(workOrderActs, workOrderStates)).toEqual(
      written([
        'system|dispatcher|complainant|handler dispatch: new → pending',
        'handler accept: pending → working',
        'handler contact: working → working',
        'handler|dispatcher assist: pending → pending',
        'handler|dispatcher assist: working → working',
        'lead waive: pending|working|returning|reviewing → cancelled',
        'handler extend: working → working',
        'supervisor decideExtension: working → working',
        'handler submitAnswer: working → reviewing',
        'handler submitAnswer: working → done',
        'handler requestReturn: pending|working → returning',
        'dispatcher decideReturn: returning → returned',
        'dispatcher decideReturn: returning → working',
        'dispatcher decideReturn: returning → pending',
        'reviewer approve: reviewing → done',
        'reviewer sendBack: reviewing → working',
        'system|complainant cancel: pending|working|returning|reviewing → cancelled',
        'system restore: cancelled → pending',
        'system restore: cancelled → working',
        'system restore: cancelled → returning',
        'system restore: cancelled → reviewing',
      ]),
    )
  })

  it('reaches every state', () => {
    expect([...reachable(workOrderActs)].sort()).toEqual([...workOrderStates].sort())
  })

  it('counts exactly those states as open from which somebody can still do something', () => {
    const people = actors.filter((actor) => actor !== 'system')
    const open = workOrderStates.filter((state) => allowedActs(workOrderActs, state, people).length > 0)
    expect(open).toEqual(openWorkOrderStates)
  })

  it('lets the system alone undo a cancellation, when a merged need is split off', () => {
    expect(allowedActs(workOrderActs, 'cancelled', actors)).toEqual(['restore'])
    for (const state of ['done', 'returned'] as const)
      expect(allowedActs(workOrderActs, state, actors)).toEqual([])
  })
})

describe.each([
  ['needs', needActs, needGuards, needEffects],
  ['work orders', workOrderActs, workOrderGuards, workOrderEffects],
] as const)('guards and effects of %s', (_, table, guards, effects) => {
  const rows: readonly Transition<string, string>[] = table

  it('each have words of their own, and stand in the table', () => {
    for (const [words, used] of [
      [guards, rows.flatMap((row) => row.guards ?? [])],
      [effects, rows.flatMap((row) => row.effects ?? [])],
    ] as const) {
      expect(new Set(used)).toEqual(new Set(Object.keys(words)))
      expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length)
    }
  })
})

type AnyTable = readonly Transition<string, string>[]
describe.each<[string, AnyTable, Record<string, string>]>([
  ['needs', needActs, needStateWords],
  ['work orders', workOrderActs, workOrderStateWords],
])('the table of %s', (_, table, words) => {
  it('tells rows of the same act and origin apart by an outcome of their own', () => {
    const keys = table.flatMap(({ act, from, outcome }) => from.map((state) => `${state} ${act} ${outcome}`))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('has words for every state, each its own', () => {
    expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length)
    for (const { from, to } of table)
      for (const state of [...from, to]) if (state !== null) expect(words[state]).toMatch(/\p{Script=Han}/u)
  })
})

describe('asking a table', () => {
  it('lists the acts of all capacities together, each once, in the order of the table', () => {
    expect(allowedActs(needActs, 'submitted', ['complainant', 'dispatcher'])).toEqual([
      'dispatch',
      'reject',
      'withdraw',
      'correctCategory',
      'merge',
    ])
    expect(allowedActs(needActs, 'closed', ['complainant'])).toEqual(['rate', 'reopen'])
  })

  it('lists nothing for who has no part in it', () => {
    expect(allowedActs(needActs, 'handling', [])).toEqual([])
    expect(allowedActs(needActs, 'answered', ['handler', 'reviewer', 'gridWorker'])).toEqual([])
  })

  it('lists exactly the acts that it then lets happen', () => {
    const check = <State extends string, Act extends string>(
      table: readonly Transition<State, Act>[],
      states: readonly State[],
    ) => {
      for (const state of states)
        for (const actor of actors) {
          const acts = [...new Set(table.map(({ act }) => act))]
          const open = acts.filter((act) => transition(table, state, act, [actor]))
          expect(allowedActs(table, state, [actor])).toEqual(open)
        }
    }
    check<NeedState, string>(needActs, needStates)
    check<WorkOrderState, string>(workOrderActs, workOrderStates)
  })

  it('picks the row of the outcome', () => {
    expect(transition(needActs, 'answered', 'rate', ['complainant'], 'content')?.to).toBe('closed')
    expect(transition(needActs, 'answered', 'rate', ['complainant'], 'rework')?.to).toBe('handling')
    expect(transition(needActs, 'closed', 'rate', ['complainant'], 'content')).toBeUndefined()
  })
})
