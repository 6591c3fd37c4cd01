import type { SupervisionAct, SupervisionState } from '@minsheng/shared'
import { ask } from './http'
import type {
  ListedSupervision,
  NeedGroupView,
  NoticeView,
  Paged,
  RepeatedNeedView,
  SuperviseBody,
  SupervisionSummary,
  SupervisionView,
  TogetherView,
  TopicMember,
  TopicView,
} from './api'

export interface SupervisionFilter {
  state: SupervisionState
  level?: string
  departmentId?: string
  overdue?: boolean
}

const realm = 'staff'

export const supervisionOrders = ({ overdue, ...filter }: SupervisionFilter, cursor: string | null) =>
  ask<Paged<SupervisionSummary>>({
    path: '/supervision-orders',
    query: { ...filter, overdue: overdue ? 'true' : null, cursor },
    realm,
  })

export const getSupervision = (id: string) =>
  ask<SupervisionView>({ path: `/supervision-orders/${id}`, realm })

export const supervise = (body: SuperviseBody) =>
  ask<SupervisionView>({ path: '/supervision-orders', method: 'POST', body, realm })

/** An act on a supervision order, with what it asks to be written. */
export const supervisionAct = (
  id: string,
  act: Exclude<SupervisionAct, 'supervise'>,
  body: { text?: string },
) => ask<SupervisionView>({ path: `/supervision-orders/${id}/acts/${act}`, method: 'POST', body, realm })

/** 挂牌督办, open to everybody. */
export const listedSupervision = (cursor: string | null) =>
  ask<Paged<ListedSupervision>>({ path: '/supervision-orders/listed', query: { cursor } })

export const needGroups = (cursor: string | null) =>
  ask<Paged<NeedGroupView>>({ path: '/need-groups', query: { cursor }, realm })

/** The others follow one of them: 并案. */
export const mergeNeeds = (masterId: string, needIds: string[]) =>
  ask<unknown>({ path: `/needs/${masterId}/acts/merge`, method: 'POST', body: { needIds }, realm })

/** The whole group, however many the list shows. */
export const mergeGroup = (id: string) =>
  ask<TogetherView>({ path: `/need-groups/${id}/acts/merge`, method: 'POST', body: {}, realm })

/** What several persons have written about this week, the hottest first. */
export const topics = (cursor: string | null) =>
  ask<Paged<TopicView>>({ path: '/topics', query: { cursor }, realm })

export const topicMembers = (id: string, cursor: string | null) =>
  ask<Paged<TopicMember>>({ path: `/topics/${id}/needs`, query: { cursor }, realm })

export const mergeTopic = (id: string) =>
  ask<TogetherView>({ path: `/topics/${id}/acts/merge`, method: 'POST', body: {}, realm })

export const settleGroup = (id: string) =>
  ask<void>({ path: `/need-groups/${id}/acts/settle`, method: 'POST', body: {}, realm })

export const repeatedNeeds = (cursor: string | null) =>
  ask<Paged<RepeatedNeedView>>({ path: '/repeated-needs', query: { cursor }, realm })

export const staffNotices = (cursor: string | null) =>
  ask<Paged<NoticeView> & { unread: number }>({ path: '/notices', query: { cursor }, realm })

export const readStaffNotice = (id: string) =>
  ask<void>({ path: `/notices/${id}/read`, method: 'POST', body: {}, realm })
