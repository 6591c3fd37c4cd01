import { ask } from './http'
import type { WorkOrderState } from '@minsheng/shared'
import type {
  AnswerBody,
  ApproveBody,
  ContactBody,
  DecideReturnBody,
  Paged,
  ReturnBody,
  ScoreBy,
  ScoresView,
  SendBackBody,
  UnmaskedContact,
  WorkOrderCounts,
  WorkOrderSummary,
  WorkOrderView,
} from './api'

export interface QueueFilter {
  state?: WorkOrderState
  areaId?: string
  categoryId?: string
  due?: 'overdue' | 'soon' | 'later'
  /** A receipt number or its beginning. */
  q?: string
}

const realm = 'staff'

export const workOrders = (filter: QueueFilter, cursor: string | null) =>
  ask<Paged<WorkOrderSummary>>({ path: '/work-orders', query: { ...filter, cursor }, realm })

export const workOrderCounts = () => ask<WorkOrderCounts>({ path: '/work-orders/counts', realm })

export const getWorkOrder = (id: string) => ask<WorkOrderView>({ path: `/work-orders/${id}`, realm })

/** The unmasked phone; the server keeps who asked and why. */
export const contactPhone = (id: string, reason: string) =>
  ask<UnmaskedContact>({
    path: `/work-orders/${id}/contact-phone`,
    method: 'POST',
    body: { reason },
    realm,
  })

const act =
  <Body extends object>(name: string) =>
  (id: string, body: Body) =>
    ask<WorkOrderView>({ path: `/work-orders/${id}/acts/${name}`, method: 'POST', body, realm })

export const workOrderAct = {
  accept: act<object>('accept'),
  contact: act<ContactBody>('contact'),
  submitAnswer: act<AnswerBody>('submitAnswer'),
  requestReturn: act<ReturnBody>('requestReturn'),
  decideReturn: act<DecideReturnBody>('decideReturn'),
  approve: act<ApproveBody>('approve'),
  sendBack: act<SendBackBody>('sendBack'),
}

/** Dates "YYYY-MM-DD" in Shanghai, both included. */
export const scores = (from: string, to: string, by: ScoreBy) =>
  ask<ScoresView>({ path: '/scores', query: { from, to, by }, realm })
