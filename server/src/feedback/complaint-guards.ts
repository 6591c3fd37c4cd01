import {
  allowedActs,
  type Actor as Capacity,
  type ComplaintAct,
  complaintActs,
  type ComplaintGuard,
  complainantStateWords,
  isOverdue,
  transition,
} from '@minsheng/shared'
import { conflict, type Problem, unprocessable } from '../platform/problem.js'
import type { Complaint } from './complaint.entity.js'

interface Facts {
  complaint: Complaint
  by: { id: string | null }
  at: Date
}
type Check = (facts: Facts) => Problem | undefined

const refuse = (isRefused: boolean, problem: () => Problem): Problem | undefined =>
  isRefused ? problem() : undefined

/** The guards that look at the complaint itself; the others are about how an act comes about. WORKFLOW §3. */
const checks: Partial<Readonly<Record<ComplaintGuard, Check>>> = {
  notResponded: ({ complaint }) =>
    refuse(complaint.respondedAt !== null, () =>
      conflict('already_responded', '已经有人响应过了，请刷新后再看'),
    ),
  responded: ({ complaint }) =>
    refuse(complaint.respondedAt === null, () =>
      unprocessable('respond_first', '请先联系投诉人，记录响应，再答复'),
    ),
  extendOnce: ({ complaint, at }) =>
    complaint.isExtended
      ? conflict('extended_once', '已经延期过一次，请按期答复')
      : refuse(isOverdue(complaint.answerDueAt, at), () =>
          conflict('extend_too_late', '已过办结时限，不能再延期，请尽快答复'),
        ),
  anotherPerson: ({ complaint, by }) =>
    refuse(
      (complaint.answererIds ?? []).some((id) => id === by.id),
      () => unprocessable('another_person', '您答复过这件投诉，请由另一位督办员复核'),
    ),
  firstSignature: ({ complaint }) =>
    refuse(complaint.voidSignerId !== null, () =>
      conflict('void_second_signature', '已有一位督办员签署，请另一位督办员再签'),
    ),
  secondSignature: ({ complaint, by }) =>
    refuse(complaint.voidSignerId === null || complaint.voidSignerId === by.id, () =>
      unprocessable('void_other_person', '您已签署，请另一位督办员再签'),
    ),
}

const refusalOf = (guards: readonly ComplaintGuard[], facts: Facts): Problem | undefined => {
  for (const guard of guards) {
    const refusal = checks[guard]?.(facts)
    if (refusal) return refusal
  }
  return undefined
}

/** What these capacities may do with a complaint now. */
export const allowedOn = (facts: Facts, capacities: readonly Capacity[]): ComplaintAct[] =>
  allowedActs(
    complaintActs,
    facts.complaint.state,
    capacities,
    ({ guards = [] }) => !refusalOf(guards, facts),
  )

/**
 * Takes a complaint to the state that an act leads to. @throws Problem 409 `transition_not_allowed` with what is
 * allowed, or why the guard of the act does not hold
 */
export function decideComplaint(
  facts: Facts,
  act: ComplaintAct,
  capacities: readonly Capacity[],
  outcome?: string,
): void {
  const { complaint } = facts
  const row = transition(complaintActs, complaint.state, act, capacities, outcome)
  if (!row) {
    const allowed = allowedOn(facts, capacities)
    const title = `这件投诉现在是“${complainantStateWords[complaint.state]}”，不能这样办理，请刷新后再看`
    throw conflict('transition_not_allowed', title, { state: complaint.state, allowed })
  }
  const refusal = refusalOf(row.guards ?? [], facts)
  if (refusal) throw refusal
  complaint.state = row.to
}
