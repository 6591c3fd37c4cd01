import type { ComplaintState } from '@minsheng/shared'
import { ask } from './http'
import type {
  AnswerComplaintBody,
  ComplaintCase,
  ComplaintSaid,
  ComplaintView,
  EvidenceView,
  ExtendComplaintBody,
  InvestigateBody,
  Paged,
  PublicComplaint,
  RespondBody,
  SendEvidenceBody,
} from './api'

/** The newest complaint about a need; null when there is none. */
export const complaintOf = (needId: string) =>
  ask<{ complaint: ComplaintView | null }>({ path: `/needs/${needId}/complaint`, realm: 'resident' }).then(
    ({ complaint }) => complaint,
  )

export const fileComplaint = (needId: string) =>
  ask<ComplaintView>({ path: `/needs/${needId}/complaint`, method: 'POST', body: {}, realm: 'resident' })

/** About the service as such; while one is open, it is the same one. */
export const fileServiceComplaint = () =>
  ask<ComplaintView>({ path: '/complaints', method: 'POST', body: {}, realm: 'resident' })

/** About what the district has taken up; while one is open, it is the same one. */
export const fileProjectComplaint = (topicId: string) =>
  ask<ComplaintView>({
    path: `/monthly-topics/${topicId}/complaint`,
    method: 'POST',
    body: {},
    realm: 'resident',
  })

export const ownComplaints = (cursor: string | null) =>
  ask<Paged<ComplaintView>>({ path: '/complaints/mine', query: { cursor }, realm: 'resident' })

const ownAct =
  <Body extends object>(name: string) =>
  (id: string, body: Body) =>
    ask<ComplaintView>({ path: `/complaints/${id}/acts/${name}`, method: 'POST', body, realm: 'resident' })

export const addComplaintWords = ownAct<ComplaintSaid>('addWords')
export const refuseComplaintAnswer = ownAct<ComplaintSaid>('refuse')
export const confirmComplaintAnswer = ownAct<object>('confirm')
export const withdrawComplaint = ownAct<object>('withdraw')

export const complaintList = (state: ComplaintState, cursor: string | null) =>
  ask<Paged<ComplaintCase>>({ path: '/complaints', query: { state, cursor }, realm: 'staff' })

const officeAct =
  <Body extends object>(name: string) =>
  (id: string, body: Body) =>
    ask<ComplaintCase>({ path: `/complaints/${id}/acts/${name}`, method: 'POST', body, realm: 'staff' })

export const respondToComplaint = officeAct<RespondBody>('respond')
export const investigateComplaint = officeAct<InvestigateBody>('investigate')
export const extendComplaint = officeAct<ExtendComplaintBody>('extend')
export const answerComplaint = officeAct<AnswerComplaintBody>('answer')
export const voidComplaint = officeAct<{ reason: string }>('void')

/** What the own department is asked for, or has sent. */
export const evidenceRequests = (state: 'asked' | 'sent', cursor: string | null) =>
  ask<Paged<EvidenceView>>({ path: '/complaint-evidence', query: { state, cursor }, realm: 'staff' })

export const sendEvidence = (id: string, body: SendEvidenceBody) =>
  ask<EvidenceView>({ path: `/complaint-evidence/${id}/acts/send`, method: 'POST', body, realm: 'staff' })

/** Escalated ones, open to everybody: about whom and what, and nothing of whose. */
export const escalatedComplaints = (cursor: string | null) =>
  ask<Paged<PublicComplaint>>({ path: '/complaints/escalated', query: { cursor } })

/** The unmasked phone; the server keeps who asked and why. */
export const complainantPhone = (id: string, reason: string) =>
  ask<{ phone: string | null }>({
    path: `/complaints/${id}/contact-phone`,
    method: 'POST',
    body: { reason },
    realm: 'staff',
  })
