import type { Figure } from '@minsheng/shared'
import { ask } from './http'
import type { Paged, ScoreBy, ScoreItemView, ScoresView } from './api'

const realm = 'staff'
type Period = Readonly<Record<string, string>>

export const scores = (period: Period, by: ScoreBy) =>
  ask<ScoresView>({ path: '/scores', query: { ...period, by }, realm })

/** What is behind a number. @param of one row; all of them without it */
export const scoreItems = (
  { period, by, of, figure }: { period: Period; by: ScoreBy; of?: string | undefined; figure: Figure },
  cursor: string | null,
) =>
  ask<Paged<ScoreItemView>>({
    path: '/scores/items',
    query: { ...period, by, of: of ?? null, figure, cursor },
    realm,
  })
