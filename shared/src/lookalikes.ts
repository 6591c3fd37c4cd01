import type { DangerKind } from './danger.js'
import type { NeedState } from './need-lifecycle.js'

/**
 * What a resident is shown of other needs while filing: of the same field, so near, filed so lately, open or closed
 * not long ago. DESIGN "intake". A category may say another distance.
 */
export const lookalikeRule = { metres: 250, days: 90, closedDays: 30, shown: 5 } as const

/** Fields (by their codes) of what happens in streets, yards and markets, where a neighbour sees it anyway. */
const communalFields: readonly string[] = [
  'urban',
  'transport',
  'environment',
  'housing',
  'rural',
  'culture',
  'market',
]

/** Categories of those fields that are about one household all the same: that somebody asked is nobody's business. */
const privateCategories: readonly string[] = [
  'housing.publicRental',
  'housing.lease',
  'housing.demolition',
  'rural.subsidy',
  'rural.land',
  'rural.homestead',
  'rural.villageAffairs',
  'transport.accident',
  'transport.licence',
  'market.online',
  'market.drugs',
]

/** Whether neighbours may be shown that there is such a need. DESIGN, rules of the house 8, docs/adr/0060 */
export const mayShowLookalike = (need: {
  categoryCode: string
  isAnonymous: boolean
  danger: readonly DangerKind[]
}): boolean =>
  communalFields.includes(need.categoryCode.split('.')[0] ?? '') &&
  !privateCategories.includes(need.categoryCode) &&
  !need.isAnonymous &&
  need.danger.length === 0

/** Whether a need is still worth being shown: worked on or answered, or closed lately; not one that is no more. */
export const isLookalikeState = (state: NeedState): boolean =>
  ['dispatched', 'handling', 'waiting', 'planned', 'answered', 'closed'].includes(state)

/** 热点: what so many persons wrote about in so many days, beside the weeks before. ★ */
export const topicRule = { persons: 3, days: 7, weeksBefore: 4 } as const

/** How many persons more than in a week of the four before. @param before who wrote in all of those, added up */
export const topicGrowth = (persons: number, before: number): number =>
  persons - before / topicRule.weeksBefore

/** Half as many again as in a week before: less is chance. */
export const isGrowingTopic = (persons: number, before: number): boolean =>
  persons * topicRule.weeksBefore >= before * 1.5
