import type { OperationOutcome } from '@minsheng/shared'
import type { Attached } from '@/stores/attached'

/** What the server says has become of an operation. */
export interface RecordOf {
  id: string
  version?: number | undefined
  receiptNo?: string | null | undefined
  /** Of a need on somebody's behalf: with the receipt number it makes the need theirs. */
  claimCode?: string | null | undefined
}

/** Something that was written on the phone and that the server shall have. */
export interface Operation {
  /** UUID, made once: the server files each id once and answers a repeated one with its first answer. */
  id: string
  kind: string
  body: object
  /** By the phone's clock, ISO; what `clockOffset` adds to come to the server's, in milliseconds. */
  recordedAt: string
  clockOffset: number
  /**
   * What it makes is called this on the phone until the server has named it: what is written upon it speaks of it so,
   * stands in a lane of this name, and goes after it.
   */
  localId?: string | undefined
  /** The version of the record that the person saw while writing; none for what cannot conflict. */
  baseVersion?: number | undefined
  /** Photos and voice that belong to it. */
  files: Attached[]
  /** Those of one lane are sent one after the other, in the order in which they were written. */
  lane: string
  /** Counts up; the clock of a phone is not to be trusted with it. */
  order: number
  state: 'waiting' | 'refused' | 'conflict' | 'sent'
  /** Why the server refused it. */
  refusal: { code: string; message: string } | null
  /** At a conflict: what the server has. */
  current: unknown
  /** Once sent: what it has become. */
  record: RecordOf | null
  /** Milliseconds since 1970, by the phone's clock. */
  sentAt: number | null
  /** The refused one that this one corrects. */
  replaces?: string | undefined
  /** Its files have travelled a second time, since the server had forgotten them. */
  isUploadedAgain?: boolean
}

export type NewOperation = Pick<Operation, 'kind' | 'body' | 'lane'> &
  Partial<Pick<Operation, 'id' | 'localId' | 'baseVersion' | 'files'>>

/** As the list shows it. */
export type OperationState = Operation['state'] | 'sending'
export type ListedOperation = Omit<Operation, 'state'> & { state: OperationState }

/** What the server answers to one operation. */
export interface OperationResult {
  id: string
  outcome: OperationOutcome
  record?: RecordOf | null | undefined
  current?: unknown
  code?: string | null | undefined
  message?: string | null | undefined
}

export const isOpen = ({ state }: { state: OperationState }) => state !== 'sent'

/**
 * Those that may be sent now: the first open one of each lane, if it waits. One that needs a person holds back those
 * behind it, for they were written upon it.
 */
export function headsOfLanes(inOrder: readonly Operation[]): Operation[] {
  const taken = new Set<string>()
  return inOrder.filter((operation) => {
    if (!isOpen(operation) || taken.has(operation.lane)) return false
    taken.add(operation.lane)
    return operation.state === 'waiting'
  })
}

/** With the server's name of what was called `localId` until now. */
export function renamed<O extends Pick<Operation, 'body' | 'lane'>>(
  operation: O,
  localId: string,
  id: string,
): O {
  const entries = Object.entries(operation.body)
  const isAbout = operation.lane.includes(localId) || entries.some(([, value]) => value === localId)
  if (!isAbout) return operation
  return {
    ...operation,
    lane: operation.lane.replace(localId, id),
    body: Object.fromEntries(entries.map(([field, value]) => [field, value === localId ? id : value])),
  }
}

/**
 * What becomes of a waiting one when one before it was sent: a change brings the next of its lane to the version that it
 * has made, if that was written upon the same; and what was found on the way is called by the server's name.
 */
export function follow(next: Operation, sent: Operation, { id, version }: RecordOf): Operation {
  if (next.id === sent.id) return next
  const isUponTheSame =
    next.lane === sent.lane &&
    next.order > sent.order &&
    sent.baseVersion !== undefined &&
    next.baseVersion === sent.baseVersion
  const moved = isUponTheSame && version !== undefined ? { ...next, baseVersion: version } : next
  return sent.localId && isOpen(next) ? renamed(moved, sent.localId, id) : moved
}
