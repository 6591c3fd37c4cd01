import type { RatingLevel } from './need-lifecycle.js'

/** Why somebody is called back: a bad rating, none at all, or silence about the answer to a complaint. */
export const callBackReasons = ['badRating', 'unrated', 'complaint'] as const
export type CallBackReason = (typeof callBackReasons)[number]
export const callBackReasonWords: Record<CallBackReason, string> = {
  badRating: '评价不满意',
  unrated: '没有评价',
  complaint: '投诉答复没有确认',
}

export const callBackStates = ['waiting', 'reached', 'notReached', 'dropped'] as const
export type CallBackState = (typeof callBackStates)[number]
export const callBackStateWords: Record<CallBackState, string> = {
  waiting: '待回访',
  reached: '已回访',
  notReached: '未联系上',
  dropped: '不用回访',
}

/** After so many calls that nobody answered, the resident counts as not reached. WORKFLOW §4 */
export const callBackTries = 3
/** Whoever takes a call has it for so long, and nobody else calls meanwhile. ★ */
export const callBackClaimMinutes = 30
/** Hours until the next try. ★ */
export const callBackAgainHours = 4
/** The share of unrated answers that are asked about by phone, where a district has not set its own. ★ */
export const callBackShare = 0.2

/**
 * Whether an unrated need is in the sample of a month. It follows from the need and the month alone, so anybody can
 * check afterwards that nobody chose whom to call; a larger share calls all of a smaller one, and more.
 */
export const isSampled = (needId: string, month: string, share: number): boolean =>
  fraction(`${month} ${needId}`) < share

/** FNV-1a with a final mix: text → 0 ≤ x < 1, evenly. */
function fraction(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** What somebody said on the phone of an answer that he has not rated. */
export interface Heard {
  level: RatingLevel
  solved: boolean
}
