import { ask } from './http'
import type { Paged, PublicRatesView, SolvedView } from './api'

/** What was solved this week in a community, a street, or the whole district. Open to everybody. */
export const solvedNear = (areaId: string | null, cursor: string | null) =>
  ask<Paged<SolvedView>>({ path: '/disclosure/solved', query: { areaId, cursor } })

export const publicRates = () => ask<PublicRatesView>({ path: '/disclosure/rates' })
