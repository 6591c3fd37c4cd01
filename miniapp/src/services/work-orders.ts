import { ask, askFile } from './http'
import type { WorkOrderState } from '@minsheng/shared'
import type {
  AnswerBody,
  ApproveBody,
  AskBody,
  AssistBody,
  ConcludeBody,
  ContactBody,
  DecideExtensionBody,
  DecideReturnBody,
  ExtendBody,
  ExtensionItem,
  NeedView,
  Paged,
  PlanBody,
  ReturnBody,
  SendBackBody,
  UnmaskedContact,
  WaiveBody,
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

/** The order as a PDF; the server keeps who took it, and why. */
export const orderSheet = (id: string, reason: string) =>
  askFile({ path: `/work-orders/${id}/sheet`, method: 'POST', body: { reason }, realm })

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
  assist: act<AssistBody>('assist'),
  waive: act<WaiveBody>('waive'),
  extend: act<ExtendBody>('extend'),
  decideExtension: act<DecideExtensionBody>('decideExtension'),
}

/** An act on the whole need of an order; the answer is the order as it is then. */
const needAct =
  <Body extends object>(name: string) =>
  async ({ id, needId }: Pick<WorkOrderView, 'id' | 'needId'>, body: Body) => {
    await ask<NeedView>({ path: `/needs/${needId}/acts/${name}`, method: 'POST', body, realm })
    return getWorkOrder(id)
  }

export const orderNeedAct = {
  ask: needAct<AskBody>('ask'),
  plan: needAct<PlanBody>('plan'),
  resume: needAct<object>('resume'),
  conclude: needAct<ConcludeBody>('conclude'),
  split: needAct<object>('split'),
}

/** Requests for more time that wait for a supervisor, the oldest first. */
export const extensionRequests = (cursor: string | null) =>
  ask<Paged<ExtensionItem>>({ path: '/work-orders/extensions', query: { cursor }, realm })
