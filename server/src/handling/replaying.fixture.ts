import { needActs, type NeedState, transition, workOrderActs, type WorkOrderState } from '@minsheng/shared'
import type { NeedEvent } from './need-event.entity.js'

/** The states that follow from the events alone, by the tables that the server enforces. */
export function replayed(events: readonly NeedEvent[]) {
  let need: NeedState | null = null
  const orders = new Map<string, WorkOrderState>()
  const accepted = new Set<string>()

  const onNeed = (act: (typeof needActs)[number]['act'], outcome?: string) => {
    const everybody = needActs.flatMap(({ by }) => by)
    const row = transition(needActs, need, act, everybody, outcome)
    if (!row) throw new Error(`${act} ${outcome ?? ''} is not for a need that is ${need ?? 'new'}`)
    need = row.to
  }
  const onOrder = (id: string, act: (typeof workOrderActs)[number]['act'], outcome?: string) => {
    const everybody = workOrderActs.flatMap(({ by }) => by)
    const state = orders.get(id) ?? null
    const row = transition(workOrderActs, state, act, everybody, outcome)
    if (!row) throw new Error(`${act} ${outcome ?? ''} is not for an order that is ${state ?? 'new'}`)
    orders.set(id, row.to)
  }

  /** What the last merge before an event keeps. */
  const before = (index: number) =>
    events.slice(0, index).findLast(({ act, data }) => act === 'merge' && data.before)?.data.before

  for (const [index, { act, workOrderId, data, actorKind, round }] of events.entries()) {
    const id = workOrderId ?? ''
    const follows = events[index + 1]
    const isLead = data.role !== 'assist'
    switch (act) {
      case 'submit':
      case 'reject':
      case 'appeal':
      case 'withdraw':
      case 'ask':
      case 'plan':
      case 'resume':
      case 'lapse':
      case 'reopen':
        onNeed(act)
        break
      case 'supply':
        onNeed(act, actorKind === 'system' ? 'expired' : 'supplied')
        break
      case 'conclude': {
        const isSecond = events.slice(0, index).some((each) => each.act === act && each.round === round)
        onNeed(act, isSecond ? 'second' : 'first')
        break
      }
      case 'merge':
        if (data.masterId) onNeed(act)
        break
      case 'split':
        if (!data.merged) onNeed(act, before(index)?.state)
        break
      case 'answer':
        onNeed(act, 'withMaster')
        break
      case 'correctCategory': {
        const isPlaced =
          events.slice(index + 1).find((next) => next.act !== 'cancel')?.actorKind === 'resident'
        onNeed(act, isPlaced ? 'dispatched' : 'triage')
        break
      }
      case 'dispatch':
        onOrder(id, act)
        if (need === 'submitted') onNeed(act)
        break
      case 'accept':
        accepted.add(id)
        onOrder(id, act)
        if (isLead && need === 'dispatched') onNeed(act)
        break
      case 'submitAnswer':
        onOrder(
          id,
          act,
          follows?.act === 'approve' && follows.actorKind === 'system' ? 'unreviewed' : 'reviewed',
        )
        break
      case 'approve':
        if (orders.get(id) === 'reviewing') onOrder(id, act)
        if (isLead) onNeed('answer', 'lead')
        break
      case 'decideReturn': {
        const back = accepted.has(id) ? 'back' : 'backUnaccepted'
        onOrder(id, act, data.departmentId ? back : 'elsewhere')
        break
      }
      case 'rate':
        if (follows?.act === 'dispatch') onNeed(act, 'rework')
        else if (need === 'answered') onNeed(act, 'content')
        break
      case 'recompute':
        break
      case 'decideExtension':
        onOrder(id, act, data.isGranted ? 'granted' : 'refused')
        break
      case 'restore':
        onOrder(id, act, before(index)?.orders.find((order) => order.id === id)?.state)
        break
      case 'assist':
      case 'waive':
      case 'extend':
      case 'contact':
      case 'requestReturn':
      case 'sendBack':
      case 'cancel':
        onOrder(id, act)
        break
      default:
        // Reminders and supervision leave need and orders as they are.
        break
    }
  }
  return { need, orders }
}
