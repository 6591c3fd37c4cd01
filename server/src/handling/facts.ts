import { asksForRework } from '@minsheng/shared'
import type { Deadlines } from '../deadlines/index.js'
import type { NeedEvent } from './need-event.entity.js'
import type { Need } from './need.entity.js'
import { isOpen, type WorkOrder } from './work-order.entity.js'

/** What a guard looks at: the need, its orders, its past, who asks, and when. */
export interface NeedFacts {
  need: Need
  orders: readonly WorkOrder[]
  events: readonly NeedEvent[]
  by: { id: string | null }
  at: Date
  deadlines: Deadlines
}
/** The same for an act on one of the orders. */
export interface OrderFacts extends NeedFacts {
  order: WorkOrder
}

/** The order by which the lead department works on a need now. */
export const leadOf = (orders: readonly WorkOrder[]): WorkOrder | undefined =>
  orders.find((order) => order.role === 'lead' && isOpen(order))

/** The same where a guard has made sure that there is one. */
export function leadOrder({ need, orders }: Pick<NeedFacts, 'need' | 'orders'>): WorkOrder {
  const order = leadOf(orders)
  if (!order) throw new Error(`need ${need.id} is handled without an order`)
  return order
}

/** The orders of those who assist and have not answered. */
export const openAssists = (orders: readonly WorkOrder[]): WorkOrder[] =>
  orders.filter((order) => order.role === 'assist' && isOpen(order))

/** The last answer that was submitted for an order. */
export const lastAnswer = (events: readonly NeedEvent[], order: { id: string }): NeedEvent | undefined =>
  events.findLast(({ act, workOrderId }) => act === 'submitAnswer' && workOrderId === order.id)

/** The answer that the complainant got to read last: the one that was approved. */
export function approvedAnswer(events: readonly NeedEvent[]): NeedEvent | undefined {
  const approval = events.findLast(({ act, data }) => act === 'approve' && data.role !== 'assist')
  return events.findLast(
    ({ act, workOrderId, sequence }) =>
      act === 'submitAnswer' && workOrderId === approval?.workOrderId && sequence < (approval?.sequence ?? 0),
  )
}

/** How a need came to follow a master. On the master itself the act says which ones it got. */
export const mergeOf = (events: readonly NeedEvent[]): NeedEvent | undefined =>
  events.findLast(({ act, data }) => act === 'merge' && data.masterId !== undefined)

/** What the complainant said of the answer of a round, with what was added to it. */
export const ratingOfRound = (events: readonly NeedEvent[], round: number): NeedEvent | undefined =>
  events.findLast((event) => event.act === 'rate' && event.round === round)

/** Whether a rating event says that the need has to be worked on again. */
export const isBad = (event: NeedEvent | undefined): boolean =>
  event?.data.level !== undefined &&
  asksForRework({ level: event.data.level, solved: event.data.solved ?? null })

/** The supervisor who has signed the conclusion of this round first. */
export const firstSigner = (facts: NeedFacts): string | null => firstSignature(facts)?.actorId ?? null

/** The first signature under the conclusion of this round. */
export const firstSignature = ({ events, need }: Pick<NeedFacts, 'events' | 'need'>): NeedEvent | undefined =>
  events.findLast(({ act, round }) => act === 'conclude' && round === need.round)

/** The second signature, which ends the need; the first one alone ends nothing. */
export const isConclusion = (events: readonly NeedEvent[], { act, round, sequence }: NeedEvent): boolean =>
  act === 'conclude' &&
  events.some((other) => other.act === act && other.round === round && other.sequence < sequence)

/** Return requests of orders in the same role: those of who assists are no matter of the lead's. */
export const returnRequests = ({ events, order }: Pick<OrderFacts, 'events' | 'order'>): NeedEvent[] =>
  events.filter(({ act, data }) => act === 'requestReturn' && (data.role ?? 'lead') === order.role)

/** How a department's request for more time stands. */
export const extensionOf = (
  { events }: Pick<NeedFacts, 'events'>,
  order: { id: string },
): { asked: NeedEvent; decided: NeedEvent | undefined } | undefined => {
  const own = events.filter(({ workOrderId }) => workOrderId === order.id)
  const asked = own.findLast(({ act }) => act === 'extend')
  return asked && { asked, decided: own.findLast(({ act }) => act === 'decideExtension') }
}

/**
 * The past of a need for those who may not know of complaints: without the supervision of one that nobody answered.
 * It names nobody, but a department would learn from it that it was complained about. WORKFLOW §3, docs/adr/0046
 */
export function withoutComplaints(events: readonly NeedEvent[]): NeedEvent[] {
  const ofComplaints = events.filter(({ data }) => data.cause === 'complaintSilent')
  const numbers = new Set(ofComplaints.map(({ data }) => data.supervisionNo))
  return events.filter(({ data }) => !data.supervisionNo || !numbers.has(data.supervisionNo))
}
