import { DAY } from './time.js'

/** What a grid worker's phone writes while it may be without signal. */
export const operationKinds = [
  'visit.record',
  'need.file',
  'household.add',
  'household.change',
  'task.report',
] as const
export type OperationKind = (typeof operationKinds)[number]
export const operationKindWords: Record<OperationKind, string> = {
  'visit.record': '走访记录',
  'need.file': '代居民提交诉求',
  'household.add': '登记新的一户',
  'household.change': '住户信息修改',
  'task.report': '任务反馈',
}

/**
 * The server's word on one operation.
 *
 * - `done`: written now; `record` names it.
 * - `duplicate`: was written before under the same UUID; `record` is the one of the first answer.
 * - `conflict`: the household was changed meanwhile, or the door that is added is known; `current` is the server's. The person decides, and what is
 *   decided is a new operation with a new UUID and the version of `current`.
 * - `refused`: will not be written as it stands: `code` and `message` say why. Needs a correction under a new UUID.
 * - `later`: could not be written now, for a reason of the server's. As a 5xx of this one: again under the same UUID.
 */
export const operationOutcomes = ['done', 'duplicate', 'conflict', 'refused', 'later'] as const
export type OperationOutcome = (typeof operationOutcomes)[number]

/** Whether the phone may let go of its own copy: only when the server has it. */
export const isSettled = (outcome: OperationOutcome): boolean => outcome === 'done' || outcome === 'duplicate'

/** So many operations go in one request, in the order in which they were typed. */
export const operationsMax = 500
/** So many bytes of JSON does a request have at most; a phone sends fewer operations before it is larger. */
export const syncBytesMax = 2 * 1024 * 1024
/** Days without contact to the server after which the phone forgets its households. */
export const householdsKeptDays = 7
/** What was typed longer ago than this is taken, but dated with the day on which it arrives. */
export const recordedDaysMax = 60

/** Whether the households on a phone are to be deleted: nobody knows any more whether it is still its owner's. */
export const isForgotten = (lastContactAt: Date, now: Date): boolean =>
  now.getTime() - lastContactAt.getTime() > householdsKeptDays * DAY

/**
 * When something was typed, by the server's clock. A phone's clock may be wrong, or may be put right meanwhile:
 * therefore it says with each operation by how much it was behind the server when it last knew.
 * @param recordedAt by the phone's clock
 * @param clockOffset milliseconds to add to the phone's clock; 0 when it never knew
 * @returns `arrivedAt` for what cannot be: the future, or longer ago than `recordedDaysMax`
 */
export function recordedTime(recordedAt: Date, clockOffset: number, arrivedAt: Date): Date {
  const at = new Date(recordedAt.getTime() + clockOffset)
  const isPossible = at <= arrivedAt && at.getTime() >= arrivedAt.getTime() - recordedDaysMax * DAY
  return isPossible ? at : arrivedAt
}
