import {
  allowedActs,
  type NeedAct,
  needActs,
  type NeedGuard,
  type NeedState,
  residentStateWords,
  transition,
  type Transition,
  type WorkOrderAct,
  workOrderActs,
  type WorkOrderGuard,
  type WorkOrderState,
  workOrderStateWords,
} from '@minsheng/shared'
import type { Actor as Capacity } from '@minsheng/shared'
import { conflict, type Problem } from '../platform/problem.js'
import type { NeedFacts, OrderFacts } from './facts.js'
import type { LoadedNeed, LoadedOrder } from './loading.js'
import { needGuardChecks, type NeedGiven } from './need-guards.js'
import { type OrderGiven, workOrderGuardChecks } from './work-order-guards.js'

/** Which of several rows of an act, and what the act brings along. */
export interface Attempt<Given> {
  outcome?: string
  given?: Given
}
type NeedRow = Transition<NeedState, NeedAct, NeedGuard>
type OrderRow = Transition<WorkOrderState, WorkOrderAct, WorkOrderGuard>

const refused = (title: string, state: string, allowed: readonly string[]): Problem =>
  conflict('transition_not_allowed', title, { state, allowed })

/** The first of the guards that does not hold. */
const firstProblem = <Guard extends string, Facts, Given>(
  { guards = [] }: { guards?: readonly Guard[] },
  checks: Readonly<Record<Guard, (facts: Facts, given: Given) => Problem | undefined>>,
  facts: Facts,
  given: Given,
): Problem | undefined => {
  for (const guard of guards) {
    const problem = checks[guard](facts, given)
    if (problem) return problem
  }
  return undefined
}

/** What somebody in these capacities may do with a need now, guards included. */
export const allowedOnNeed = (facts: NeedFacts, capacities: readonly Capacity[]): NeedAct[] =>
  allowedActs(
    needActs,
    facts.need.state,
    capacities,
    (row) => !firstProblem(row, needGuardChecks, facts, undefined),
  )

/** What somebody in these capacities may do with an order now, guards included. */
export const allowedOnOrder = (facts: OrderFacts, capacities: readonly Capacity[]): WorkOrderAct[] =>
  allowedActs(
    workOrderActs,
    facts.order.state,
    capacities,
    (row) => !firstProblem(row, workOrderGuardChecks, facts, undefined),
  )

/** An act that one might look for, and why it is refused. */
export interface Closed<Act> {
  act: Act
  why: string
}

/** What state and person would allow on a need, and the first guard that does not. */
export const closedOnNeed = (facts: NeedFacts, capacities: readonly Capacity[]): Closed<NeedAct>[] =>
  closed(needActs, facts.need.state, capacities, (row) =>
    firstProblem(row, needGuardChecks, facts, undefined),
  )

/** The same on an order. */
export const closedOnOrder = (facts: OrderFacts, capacities: readonly Capacity[]): Closed<WorkOrderAct>[] =>
  closed(workOrderActs, facts.order.state, capacities, (row) =>
    firstProblem(row, workOrderGuardChecks, facts, undefined),
  )

function closed<State extends string, Act extends string, Guard extends string>(
  table: readonly Transition<State, Act, Guard>[],
  state: State,
  capacities: readonly Capacity[],
  problemOf: (row: Transition<State, Act, Guard>) => Problem | undefined,
): Closed<Act>[] {
  const open = allowedActs(table, state, capacities, (row) => !problemOf(row))
  const sought = allowedActs(table, state, capacities).filter((act) => !open.includes(act))
  return sought.flatMap((act) => {
    const row = transition(table, state, act, capacities)
    const problem = row && problemOf(row)
    return problem ? [{ act, why: problem.title }] : []
  })
}

/**
 * The transition of an act on a need in its state, by the one who asked.
 * @throws Problem 409 `transition_not_allowed` with the state and what is allowed; the refusal of a guard. WORKFLOW §1.
 */
export function decideNeed(
  loaded: LoadedNeed,
  act: NeedAct,
  { outcome, given = {} }: Attempt<NeedGiven> = {},
): NeedRow {
  const { state } = loaded.need
  const row = transition(needActs, state, act, loaded.capacities, outcome)
  if (!row)
    throw refused(
      `这件诉求现在是“${residentStateWords[state]}”，不能这样办理，请刷新后再看`,
      state,
      allowedOnNeed(loaded, loaded.capacities),
    )
  const problem = firstProblem(row, needGuardChecks, loaded, given)
  if (problem) throw problem
  return row
}

/** The same for a work order, by the one who asked. WORKFLOW §2. */
export function decideOrder(
  loaded: LoadedOrder,
  act: WorkOrderAct,
  { outcome, given = {} }: Attempt<OrderGiven> = {},
): OrderRow {
  const { state } = loaded.order
  const row = transition(workOrderActs, state, act, loaded.capacities, outcome)
  if (!row) {
    const by = loaded.who ? `已由${loaded.who}办理，` : ''
    throw refused(
      `这张工单${by}现在是“${workOrderStateWords[state]}”，请刷新后再看`,
      state,
      allowedOnOrder(loaded, loaded.capacities),
    )
  }
  const problem = firstProblem(row, workOrderGuardChecks, loaded, given)
  if (problem) throw problem
  return row
}
