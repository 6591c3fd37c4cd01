import { createHash } from 'node:crypto'
import type { NeedEvent } from './need-event.entity.js'

/** The hash before the first event of a need. */
export const chainStart = '0'.repeat(64)

type Hashed = Omit<NeedEvent, 'id' | 'hash'>

/** JSON with sorted keys: MySQL gives the keys of stored JSON back in another order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
}

/** SHA-256 over what an event says and the hash of the event before it. */
export const chainHash = (previousHash: string, said: readonly unknown[]): string =>
  createHash('sha256').update(previousHash).update(canonical(said)).digest('hex')

/** The hash of an event of a need, over everything it says. */
export function eventHash(event: Hashed): string {
  const { needId, sequence, round, workOrderId, act, actorKind, actorId, at, data, previousHash } = event
  const said = [needId, sequence, round, workOrderId, act, actorKind, actorId, at.toISOString(), data]
  return chainHash(previousHash, said)
}

/** An event in a chain, and what a record says of the end of its chain. */
export interface ChainedEvent {
  sequence: number
  previousHash: string
  hash: string
}
export interface ChainEnd {
  eventCount: number
  lastEventHash: string
}

/**
 * The sequence number of the first event that does not fit its chain, or undefined when all do.
 * @param end where the record says that its chain ends
 */
export function chainBrokenAt<Event extends ChainedEvent>(
  events: readonly Event[],
  end: ChainEnd,
  hashOf: (event: Event) => string,
): number | undefined {
  let previousHash = chainStart
  for (const [index, event] of events.entries()) {
    const fits = event.sequence === index + 1 && event.previousHash === previousHash
    if (!fits || hashOf(event) !== event.hash) return index + 1
    previousHash = event.hash
  }
  const isWhole = events.length === end.eventCount && previousHash === end.lastEventHash
  return isWhole ? undefined : events.length + 1
}

/** The same for the events of a need. */
export const brokenAt = (events: readonly NeedEvent[], end: ChainEnd): number | undefined =>
  chainBrokenAt(events, end, eventHash)
