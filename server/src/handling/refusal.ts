import {
  allowedActs,
  type NeedAct,
  needActs,
  needStateWords,
  transition,
  type Transition,
  workOrderActs,
  workOrderStateWords,
} from '@minsheng/shared'
import type { Actor as Capacity, WorkOrderAct } from '@minsheng/shared'
import { conflict, type Problem } from '../platform/problem.js'
import type { Need } from './need.entity.js'
import type { WorkOrder } from './work-order.entity.js'

function refused(title: string, state: string, allowed: readonly string[]): Problem {
  return conflict('transition_not_allowed', title, { state, allowed })
}

/**
 * The transition of an act on a need in its state, by somebody in these capacities.
 * @throws Problem 409 `transition_not_allowed` with the state and what is allowed. WORKFLOW §1.
 */
export function decideNeed(
  need: Need,
  act: NeedAct,
  capacities: readonly Capacity[],
  outcome?: string,
): Transition<typeof need.state, NeedAct> {
  const row = transition(needActs, need.state, act, capacities, outcome)
  if (row) return row
  const allowed = allowedActs(needActs, need.state, capacities)
  throw refused(
    `这件诉求现在是“${needStateWords[need.state]}”，不能这样办理，请刷新后再看`,
    need.state,
    allowed,
  )
}

/** The same for a work order; `who` is the person who handles it now. WORKFLOW §2. */
export function decideOrder(
  order: WorkOrder,
  act: WorkOrderAct,
  capacities: readonly Capacity[],
  options: { outcome?: string; who?: string | null } = {},
): Transition<typeof order.state, WorkOrderAct> {
  const row = transition(workOrderActs, order.state, act, capacities, options.outcome)
  if (row) return row
  const allowed = allowedActs(workOrderActs, order.state, capacities)
  const by = options.who ? `已由${options.who}办理，` : ''
  throw refused(
    `这张工单${by}现在是“${workOrderStateWords[order.state]}”，请刷新后再看`,
    order.state,
    allowed,
  )
}
