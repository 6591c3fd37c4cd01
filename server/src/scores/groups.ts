import { dimensions } from './dimensions.js'

/** By what a dashboard groups: by one of the dimensions, or by time. */
export const scoreGroups = [...dimensions, 'week', 'month'] as const
export type ScoreGroup = (typeof scoreGroups)[number]
