import type { RatingLevel } from './need-lifecycle.js'
import { DAY, HOUR } from './time.js'

/** What can be judged besides the whole, each optional, by the same five faces. */
export const ratingAspects = ['speed', 'effect', 'manner', 'reply'] as const
export type RatingAspect = (typeof ratingAspects)[number]
export type AspectLevels = Partial<Record<RatingAspect, RatingLevel>>
export const ratingAspectWords: Record<RatingAspect, string> = {
  speed: '快不快',
  effect: '效果好不好',
  manner: '态度好不好',
  reply: '说得清不清楚',
}

/** From where a rating came: the resident's own tap, or what he said when he was called. WORKFLOW §4 "V". */
export const ratingSources = ['tap', 'callBack'] as const
export type RatingSource = (typeof ratingSources)[number]

/** For so long a rating can be changed; what is said beside it can be added later. */
export const ratingChangeHours = 24
export const ratingFixedAt = (ratedAt: Date): Date => new Date(ratedAt.getTime() + ratingChangeHours * HOUR)
export const isRatingFixed = (ratedAt: Date, now: Date): boolean => now > ratingFixedAt(ratedAt)

/**
 * So many days after it was closed, works are asked about once more: does it still hold? It is asked before the time
 * for reopening is over, so that a "no" can lead there. WORKFLOW §1 "reopen"
 */
export const followUpDays = 28
/** The question stays open for so many days. */
export const followUpOpenDays = 14
export const isFollowUpOpen = (askedAt: Date, now: Date): boolean =>
  now.getTime() <= askedAt.getTime() + followUpOpenDays * DAY
