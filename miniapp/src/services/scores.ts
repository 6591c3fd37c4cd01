import type { Figure } from '@minsheng/shared'
import { uuid } from '@/platform/uuid'
import { ask } from './http'
import type {
  ExclusionState,
  ExclusionView,
  ItemListing,
  GrowingTopicsView,
  NewSchemeBody,
  Paged,
  ScoreBy,
  ScoreItemPage,
  SchemesView,
  ScoresView,
} from './api'

const realm = 'staff'
type Period = Readonly<Record<string, string>>

/** @param within a department or town; all that one may see without it */
export const scores = (period: Period, by: ScoreBy, within?: string) =>
  ask<ScoresView>({ path: '/scores', query: { ...period, by, within: within ?? null }, realm })

export const growingTopics = () => ask<GrowingTopicsView>({ path: '/topics/growing', realm })

export interface ScoreItemsAsked {
  period: Period
  by: ScoreBy
  /** Of one row; all of them without it. */
  of?: string | undefined
  figure: Figure
  listing: ItemListing
}

/** What is behind a number; of frozen months what was counted then, or what has come since. */
export const scoreItems = ({ period, of, ...asked }: ScoreItemsAsked, cursor: string | null) =>
  ask<ScoreItemPage>({
    path: '/scores/items',
    query: { ...period, ...asked, of: of ?? null, cursor },
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
