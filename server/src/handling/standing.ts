import { returnsMax } from '@minsheng/shared'
import { type Clock, type Deadlines } from '../deadlines/index.js'
import { extensionOf, firstSignature, lastAnswer, mergeOf, returnRequests } from './facts.js'
import { type Files, pick } from './files.js'
import type { NeedEvent } from './need-event.entity.js'
import type { MasterView, PlanView, QuestionView } from './need.dto.js'
import type { Need } from './need.entity.js'
import type { DeskAnswerView, ExtensionView, ReturnRequestView, SignatureView } from './work-order.dto.js'
import type { WorkOrder } from './work-order.entity.js'
import { type Named, toldOfMaster } from './words.js'

/** What of a need's past says how it stands now, as the screens read it. */

type Events = readonly NeedEvent[]

/** What a need waits to be told. */
export function questionView(need: Need, events: Events, named: Named): QuestionView | null {
  const asked = need.state === 'waiting' && events.findLast(({ act }) => act === 'ask')
  if (!asked) return null
  const { text = '', departmentId, dueAt } = asked.data
  return {
    text,
    departmentName: named.department(departmentId),
    askedAt: asked.at.toISOString(),
    until: dueAt ?? null,
  }
}

/** What is going to be done with a need that has been put off. */
export function planView(need: Need, events: Events): PlanView | null {
  const planned = need.state === 'planned' && events.findLast(({ act }) => act === 'plan')
  if (!planned) return null
  const { text = '', owner = '', publicAt = '' } = planned.data
  return { text, owner, publicAt }
}

/** The id of the need that this one follows. */
export const masterIdOf = (need: Need, events: Events): string | null =>
  (need.state === 'merged' && mergeOf(events)?.data.masterId) || null

/** What somebody whose need follows another one learns of that: who does what, and nothing that its complainant said. */
export function masterTimeline(events: Events, named: Named): MasterView['timeline'] {
  const entries = events.flatMap((event) => {
    const told = toldOfMaster[event.act]?.(event.data, named, event)
    if (!told) return []
    const { title, detail } = told
    return [{ at: event.at.toISOString(), title, detail, attachments: [], kind: 'done' as const }]
  })
  return entries.reverse()
}

/** The answer of an order, with what its reviewer needs to know of the evidence. */
export function deskAnswerView(
  order: WorkOrder,
  events: Events,
  named: Named,
  files: Files,
): DeskAnswerView | null {
  const event = lastAnswer(events, order)
  const { text, result, attachmentIds, evidenceNote = null } = event?.data ?? {}
  if (!event || !text || !result) return null
  return {
    text,
    result,
    attachments: pick(files, attachmentIds),
    at: event.at.toISOString(),
    departmentName: named.department(order.departmentId),
    evidenceNote,
  }
}

/** @param clock what runs until the answer, for a request that is not decided yet */
export function extensionView(
  events: Events,
  order: WorkOrder,
  clock: Clock | undefined,
  deadlines: Deadlines,
): ExtensionView | null {
  const extension = extensionOf({ events }, order)
  if (!extension) return null
  const { asked, decided } = extension
  const workdays = asked.data.workdays ?? 0
  return {
    workdays,
    reason: asked.data.reason ?? '',
    askedAt: asked.at.toISOString(),
    until: decided || !clock ? (decided?.data.dueAt ?? null) : dueAfter(clock, workdays, deadlines),
    isGranted: decided?.data.isGranted ?? null,
    note: decided?.data.note ?? null,
  }
}

/** When an order would be due with so many workdays more. */
export const dueAfter = (clock: Clock, workdays: number, deadlines: Deadlines): string =>
  (deadlines.extended(clock, workdays).dueAt ?? clock.dueAt).toISOString()

/** @param events of the whole need, whose second request is the last */
export function returnRequestView(order: WorkOrder, events: Events, named: Named): ReturnRequestView | null {
  const { returnRequest: request } = order
  if (!request) return null
  const id = request.suggestedDepartmentId
  return {
    reason: request.reason,
    legalBasis: request.legalBasis,
    suggestedDepartment: { id, name: named.department(id) },
    isLast: returnRequests({ events, order }).length >= returnsMax,
  }
}

/** The signature of the supervisor who wants to end the need, while a second one is missing. */
export function signatureView(
  need: Need,
  events: Events,
  names: ReadonlyMap<string, string>,
): SignatureView | null {
  const signed = need.state === 'answered' && firstSignature({ need, events })
  if (!signed) return null
  return {
    byName: names.get(signed.actorId ?? '') ?? null,
    at: signed.at.toISOString(),
    reason: signed.data.reason ?? '',
  }
}
