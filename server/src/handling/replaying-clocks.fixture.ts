import type { ClockKind, Pause } from '@minsheng/shared'
import type { NeedEvent } from './need-event.entity.js'

/** A clock that runs, as far as the past tells of it. */
export interface ReplayedClock {
  kind: ClockKind
  workOrderId: string | null
  pauses: Pause[]
}

/** The clocks that run after the events, by what each act starts, pauses and stops. WORKFLOW §1, §2, §5. */
export function replayedClocks(events: readonly NeedEvent[]): ReplayedClock[] {
  let open: ReplayedClock[] = []
  let beforeMerge: ReplayedClock[] = []
  let lead: string | null = null
  const answers = new Map<string, ReplayedClock>()

  const start = (workOrderId: string | null, ...kinds: ClockKind[]) =>
    open.push(...kinds.map((kind) => ({ kind, workOrderId, pauses: [] })))
  const startAnswer = (workOrderId: string | null, goesOnFrom?: string) => {
    const pauses = [...(answers.get(goesOnFrom ?? '')?.pauses ?? [])]
    const clock: ReplayedClock = { kind: 'answer', workOrderId, pauses }
    if (workOrderId) answers.set(workOrderId, clock)
    open.push(clock)
  }
  const stop = (workOrderId: string | null, ...kinds: ClockKind[]) => {
    open = open.filter((clock) => clock.workOrderId !== workOrderId || !kinds.includes(clock.kind))
  }
  const ofLead = () => open.find(({ kind, workOrderId }) => kind === 'answer' && workOrderId === lead)

  for (const [index, { act, workOrderId, data, at, round }] of events.entries()) {
    const isLead = data.role !== 'assist'
    switch (act) {
      case 'submit':
      case 'appeal':
        start(null, 'dispatch')
        break
      case 'dispatch':
        stop(null, 'dispatch')
        start(workOrderId, 'accept', 'contact')
        startAnswer(workOrderId, data.goesOnFrom)
        if (isLead) lead = workOrderId
        break
      case 'accept':
      case 'contact':
        stop(workOrderId, act)
        break
      case 'approve':
        stop(workOrderId, 'answer')
        if (isLead) start(null, 'rating')
        break
      case 'ask':
        ofLead()?.pauses.push({ from: at.toISOString(), to: null })
        start(null, 'supply')
        break
      case 'supply': {
        const pause = ofLead()?.pauses.at(-1)
        if (pause) pause.to = at.toISOString()
        stop(null, 'supply')
        break
      }
      case 'plan':
        stop(lead, 'answer')
        start(null, 'plan')
        break
      case 'resume':
        stop(null, 'plan')
        startAnswer(lead)
        break
      case 'reject':
      case 'withdraw':
        stop(null, 'dispatch', 'supply')
        break
      case 'rate':
      case 'lapse':
        stop(null, 'rating')
        break
      case 'conclude':
        if (events.slice(0, index).some((each) => each.act === act && each.round === round))
          stop(null, 'rating')
        break
      case 'cancel':
      case 'waive':
        stop(workOrderId, 'accept', 'contact', 'answer')
        break
      case 'decideReturn':
        if (!data.departmentId) stop(workOrderId, 'accept', 'contact', 'answer')
        break
      case 'merge':
        beforeMerge = [...open]
        stop(null, 'dispatch')
        break
      case 'split':
        open = beforeMerge
        break
      default:
        // All other acts leave the clocks as they are, or only move their due time.
        break
    }
  }
  return open
}
