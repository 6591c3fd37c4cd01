import { ask } from './http'
import type { Paged, ScoreBy, ScoresView, WorkOrderCounts, WorkOrderSummary, WorkOrderView } from './api'
import type { AnswerResult, ContactWay, WorkOrderState } from '@minsheng/shared'

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
  ask<{ phone: string; name: string | null }>({
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
  contact: act<{ how: ContactWay; note: string }>('contact'),
  submitAnswer: act<{ text: string; result: AnswerResult; attachmentIds: string[] }>('submitAnswer'),
  requestReturn: act<{ reason: string; legalBasis: string; suggestedDepartmentId: string }>('requestReturn'),
  decideReturn: act<{ departmentId: string; note: string }>('decideReturn'),
  approve: act<{ note?: string }>('approve'),
  sendBack: act<{ reason: string }>('sendBack'),
}

/** Dates "YYYY-MM-DD" in Shanghai, both included. */
export const scores = (from: string, to: string, by: ScoreBy) =>
  ask<ScoresView>({ path: '/scores', query: { from, to, by }, realm })
