import type { CallBackState } from '@minsheng/shared'
import { ask } from './http'
import type { CallBackView, Paged, ReportCallBody } from './api'

const realm = 'staff'

export const callBackList = (state: CallBackState, cursor: string | null) =>
  ask<Paged<CallBackView>>({ path: '/call-backs', query: { state, cursor }, realm })

const act = (id: string, name: string, body: object) =>
  ask<CallBackView>({ path: `/call-backs/${id}/acts/${name}`, method: 'POST', body, realm })

/** Nobody else calls meanwhile. */
export const claimCall = (id: string) => act(id, 'claim', {})
export const releaseCall = (id: string) => act(id, 'release', {})
export const reportCall = (id: string, body: ReportCallBody) => act(id, 'report', body)

/** The unmasked phone, for whoever has taken the call; the server keeps who asked and why. */
export const calledPhone = (id: string, reason: string) =>
  ask<{ phone: string | null }>({
    path: `/call-backs/${id}/contact-phone`,
    method: 'POST',
    body: { reason },
    realm,
  })
