import type { ComplaintState } from '@minsheng/shared'
import { ask } from './http'
import type { ComplaintCase, ComplaintView, Paged, RespondBody } from './api'

/** The newest complaint about a need; null when there is none. */
export const complaintOf = (needId: string) =>
  ask<{ complaint: ComplaintView | null }>({ path: `/needs/${needId}/complaint`, realm: 'resident' }).then(
    ({ complaint }) => complaint,
  )

export const fileComplaint = (needId: string) =>
  ask<ComplaintView>({ path: `/needs/${needId}/complaint`, method: 'POST', body: {}, realm: 'resident' })

const ownAct =
  <Body extends object>(name: string) =>
  (id: string, body: Body) =>
    ask<ComplaintView>({ path: `/complaints/${id}/acts/${name}`, method: 'POST', body, realm: 'resident' })

export const addComplaintWords = ownAct<{ words: string }>('addWords')
export const withdrawComplaint = ownAct<object>('withdraw')

export const complaintList = (state: ComplaintState, cursor: string | null) =>
  ask<Paged<ComplaintCase>>({ path: '/complaints', query: { state, cursor }, realm: 'staff' })

export const respondToComplaint = (id: string, body: RespondBody) =>
  ask<ComplaintCase>({ path: `/complaints/${id}/acts/respond`, method: 'POST', body, realm: 'staff' })

/** The unmasked phone; the server keeps who asked and why. */
export const complainantPhone = (id: string, reason: string) =>
  ask<{ phone: string | null }>({
    path: `/complaints/${id}/contact-phone`,
    method: 'POST',
    body: { reason },
    realm: 'staff',
  })
