import { ask } from './http'
import type { Decision, FlaggedView, Paged } from './api'

export const flaggedContent = (cursor: string | null) =>
  ask<Paged<FlaggedView>>({ path: '/safety/flagged', query: { cursor }, realm: 'staff' })

export const decideContent = (id: string, decision: Decision) =>
  ask<void>({ path: `/safety/flagged/${id}/decide`, method: 'POST', body: { decision }, realm: 'staff' })
