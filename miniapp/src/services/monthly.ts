import { uuid } from '@/platform/uuid'
import { ask } from './http'
import type { ChooseTopicBody, MonthlyTopicView, Paged, TopicProposalView } from './api'

const realm = 'staff'

export const topicProposals = (month: string) =>
  ask<{ items: TopicProposalView[] }>({ path: '/monthly-topics/proposals', query: { month }, realm })

export const monthlyTopics = (cursor: string | null) =>
  ask<Paged<MonthlyTopicView>>({ path: '/monthly-topics', query: { cursor }, realm })

/** Open to everybody. */
export const publicTopics = (cursor: string | null) =>
  ask<Paged<MonthlyTopicView>>({ path: '/monthly-topics/public', query: { cursor } })

export const chooseTopic = (body: ChooseTopicBody) =>
  ask<{ id: string }>({ path: '/monthly-topics', method: 'POST', body, realm, idempotencyKey: uuid() })

export const finishTopic = (id: string, result: string) =>
  ask<{ id: string }>({
    path: `/monthly-topics/${id}/acts/finish`,
    method: 'POST',
    body: { result },
    realm,
    idempotencyKey: uuid(),
  })
