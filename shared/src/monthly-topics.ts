/** What was filed of a category in a month, the month before, and how it was judged. */
export interface CategoryMonthCounts {
  needs: number
  needsBefore: number
  rated: number
  solved: number
}

/** Fewer are no topic of a whole district. */
export const monthlyTopicMin = 5
/** Growth counts up to so many times: from one to nine is no ninefold problem. */
const GROWTH_AT_MOST = 3

/**
 * 每月一题: how much a category deserves to be taken up as a whole: count × growth × share unsolved. Few ratings say
 * little, so one solved and one unsolved are added to them. Persons choose; this only puts in order.
 */
export function monthlyScore({ needs, needsBefore, rated, solved }: CategoryMonthCounts): number {
  const growth = Math.min(GROWTH_AT_MOST, (needs + 1) / (needsBefore + 1))
  const unsolved = (rated - solved + 1) / (rated + 2)
  return needs * growth * unsolved
}
