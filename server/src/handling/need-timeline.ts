import { ratingFixedAt } from '@minsheng/shared'
import { isConclusion } from './facts.js'
import { type Files, pick } from './files.js'
import type { NeedEvent } from './need-event.entity.js'
import type { AnswerView, RatingView, TimelineEntry } from './need.dto.js'
import type { Need } from './need.entity.js'
import { type Named, toldToResident } from './words.js'

/** What the complainant reads of what happened, the newest first. What is not told of an act stays inside. */
export function timelineOf(
  need: Need,
  events: readonly NeedEvent[],
  named: Named,
  files: Files,
): TimelineEntry[] {
  const entries = ratedOnce(events).flatMap((event): TimelineEntry[] => {
    if (event.act === 'approve' && event.data.role !== 'assist') return answered(event, events, named, files)
    if (event.act === 'conclude' && !isConclusion(events, event)) return []
    const told = toldToResident[event.act]?.(event.data, named, event)
    if (!told) return []
    const attachments = pick(files, told.attachmentIds)
    return [{ at: event.at.toISOString(), title: told.title, detail: told.detail, attachments, kind: 'done' }]
  })
  const isRunning = !['closed', 'rejected', 'withdrawn', 'merged'].includes(need.state)
  const last = entries.at(-1)
  if (last && isRunning) last.kind = 'now'
  return entries.reverse()
}

/** A rating and what was added to it later are one event: where the first stands, with what the last says. */
function ratedOnce(events: readonly NeedEvent[]): NeedEvent[] {
  const isRating = (event: NeedEvent) => event.act === 'rate'
  const rounds = new Set<number>()
  return events.flatMap((event) => {
    if (!isRating(event)) return [event]
    if (rounds.has(event.round)) return []
    rounds.add(event.round)
    const last = events.findLast((other) => isRating(other) && other.round === event.round)
    return [{ ...event, data: last?.data ?? event.data }]
  })
}

/** The approved answer is what the resident gets to read; until then only that there is one. */
function answered(
  approval: NeedEvent,
  events: readonly NeedEvent[],
  named: Named,
  files: Files,
): TimelineEntry[] {
  const answer = events.findLast(
    ({ act, workOrderId, sequence }) =>
      act === 'submitAnswer' && workOrderId === approval.workOrderId && sequence < approval.sequence,
  )
  return [
    {
      at: approval.at.toISOString(),
      title: `${named.department(approval.data.departmentId)}答复了您`,
      detail: answer?.data.text ?? null,
      attachments: pick(files, answer?.data.attachmentIds),
      kind: 'done',
    },
  ]
}

/** The answer of the round that runs; null until it is approved. */
export function answerOf(
  need: Need,
  events: readonly NeedEvent[],
  named: Named,
  files: Files,
): AnswerView | null {
  if (!need.answeredAt) return null
  const event = events.findLast(
    ({ act, round, data }) =>
      (act === 'submitAnswer' || act === 'answer') && round === need.round && data.role !== 'assist',
  )
  const { text, result, attachmentIds, departmentId } = event?.data ?? {}
  if (!event || !text || !result) return null
  return {
    text,
    result,
    attachments: pick(files, attachmentIds),
    at: need.answeredAt.toISOString(),
    departmentName: named.department(departmentId),
  }
}

/** What the complainant said in the round that runs; null before that. */
export function ratingOf(need: Need, events: readonly NeedEvent[]): RatingView | null {
  const event = events.findLast(({ act, round }) => act === 'rate' && round === need.round)
  return event ? ratingView(event) : null
}

/** From when on only words can be added: a day after the first tap. docs/adr/0075 */
export function ratingFixedAtOf(need: Need, events: readonly NeedEvent[]): Date | null {
  const first = events.find(({ act, round }) => act === 'rate' && round === need.round)
  return first ? ratingFixedAt(first.at) : null
}

/** What a rating event says. */
export function ratingView({ data }: NeedEvent): RatingView | null {
  if (!data.level) return null
  const { level, solved = null, aspects = {}, tags = [], words = null } = data
  return { level, solved, aspects, tags, words }
}
