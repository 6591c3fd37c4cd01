import type { Figure } from '@minsheng/shared'
import { uuid } from '@/platform/uuid'
import { ask } from './http'
import type {
  ExclusionState,
  ExclusionView,
  NewSchemeBody,
  Paged,
  ScoreBy,
  ScoreItemView,
  SchemesView,
  ScoresView,
} from './api'

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

export const schemes = () => ask<SchemesView>({ path: '/scores/schemes', realm })

export const setScheme = (body: NewSchemeBody) =>
  ask<SchemesView>({ path: '/scores/schemes', method: 'POST', body, realm })

export const exclusions = (state: ExclusionState, cursor: string | null) =>
  ask<Paged<ExclusionView>>({ path: '/scores/exclusions', query: { state, cursor }, realm })

export const proposeExclusion = (body: { receiptNo: string; reason: string }) =>
  ask<ExclusionView>({ path: '/scores/exclusions', method: 'POST', body, realm, idempotencyKey: uuid() })

export const decideExclusion = (id: string, act: 'confirm' | 'decline') =>
  ask<ExclusionView>({
    path: `/scores/exclusions/${id}/acts/${act}`,
    method: 'POST',
    body: {},
    realm,
    idempotencyKey: uuid(),
  })
