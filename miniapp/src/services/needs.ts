import { ask, askIfChanged } from './http'
import type {
  ClaimBody,
  ClaimView,
  CorrectCategoryBody,
  DispatchBody,
  FollowUpView,
  NeedSummary,
  NeedView,
  NewNeed,
  NewRating,
  Paged,
  ProgressView,
  RejectBody,
  ReopenBody,
  SaidBody,
  TriageView,
} from './api'

export const submitNeed = (need: NewNeed, idempotencyKey: string) =>
  ask<NeedView>({ path: '/needs', method: 'POST', body: need, idempotencyKey, realm: 'resident' })

export const myNeeds = (cursor: string | null) =>
  ask<Paged<NeedSummary>>({ path: '/needs/mine', query: { cursor }, realm: 'resident' })

export const needIfChanged = (id: string, etag: string | null) =>
  askIfChanged<NeedView>({ path: `/needs/${id}`, etag, realm: 'resident' })

export const getNeed = (id: string) => ask<NeedView>({ path: `/needs/${id}`, realm: 'resident' })

export const progressOf = (receiptNo: string, phoneTail: string) =>
  ask<ProgressView>({ path: `/progress/${encodeURIComponent(receiptNo)}`, query: { phoneTail } })

/** Takes over what a grid worker filed for oneself, by the card that was left. */
export const claimNeed = (card: ClaimBody) =>
  ask<ClaimView>({ path: '/claims', method: 'POST', body: card, realm: 'resident' })

const act =
  <Body extends object>(name: string, realm: 'resident' | 'staff') =>
  (id: string, body: Body, idempotencyKey?: string) =>
    ask<NeedView>({ path: `/needs/${id}/acts/${name}`, method: 'POST', body, idempotencyKey, realm })

export const remindNeed = act<object>('remind', 'resident')
export const withdrawNeed = act<object>('withdraw', 'resident')
export const supplyNeed = act<SaidBody>('supply', 'resident')
export const appealNeed = act<SaidBody>('appeal', 'resident')
export const reopenNeed = act<ReopenBody>('reopen', 'resident')
export const correctCategory = act<CorrectCategoryBody>('correctCategory', 'resident')
export const dispatchNeed = act<DispatchBody>('dispatch', 'staff')
export const rejectNeed = act<RejectBody>('reject', 'staff')

export const rateNeed = (id: string, rating: NewRating) =>
  ask<NeedView>({ path: `/needs/${id}/rating`, method: 'POST', body: rating, realm: 'resident' })

/** The second question about works; null while nothing was asked. */
export const followUpOf = (id: string) =>
  ask<{ followUp: FollowUpView | null }>({ path: `/needs/${id}/follow-up`, realm: 'resident' })

export const sayFollowUp = (id: string, holds: boolean) =>
  ask<FollowUpView>({ path: `/needs/${id}/follow-up`, method: 'POST', body: { holds }, realm: 'resident' })

export const triageList = (cursor: string | null) =>
  ask<Paged<TriageView>>({ path: '/triage', query: { cursor }, realm: 'staff' })
