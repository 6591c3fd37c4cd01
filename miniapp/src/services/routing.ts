import { ask } from './http'
import type { RoutingView, WhyView } from './api'

export const whyThere = (needId: string) => ask<WhyView>({ path: `/needs/${needId}/why`, realm: 'staff' })

/** Where a text would go, without filing it. */
export const tryRouting = (text: string, areaId: string) =>
  ask<RoutingView>({ path: '/routing/trial', method: 'POST', body: { text, areaId }, realm: 'staff' })
