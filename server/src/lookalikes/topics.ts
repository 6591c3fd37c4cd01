import { topicRule } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { MergingTogether, type Together } from '../handling/index.js'
import type { Person } from '../people/index.js'
import { Areas } from '../places/index.js'
import { pageOf, type Tx } from '../platform/database/index.js'
import { notFound } from '../platform/problem.js'
import type { TopicMemberPage, TopicPage } from './topic.dto.js'
import { TopicStore } from './topic.store.js'

/** What several persons have written about this week, for dispatchers and supervisors. */
@Injectable()
export class Topics {
  constructor(
    private readonly store: TopicStore,
    private readonly areas: Areas,
    private readonly together: MergingTogether,
  ) {}

  async page(cursor: string | undefined): Promise<TopicPage> {
    const areas = await this.areas.known()
    return pageOf(
      await this.store.page(cursor),
      ({ madeAt, id }) => ({ at: madeAt, id }),
      ({ communityId, firstAt, lastAt, madeAt, personsBefore, id, title, persons, needs }) => ({
        ...{ id, title, persons, needs },
        areaName: areas.get(communityId)?.name ?? '',
        personsBefore: Math.round((personsBefore / topicRule.weeksBefore) * 10) / 10,
        firstAt: firstAt.toISOString(),
        lastAt: lastAt.toISOString(),
        madeAt: madeAt.toISOString(),
      }),
    )
  }

  async members(id: string, cursor: string | undefined): Promise<TopicMemberPage> {
    const { rows, needs } = await this.store.members(id, cursor)
    const byId = new Map(needs.map((need) => [need.id, need]))
    const page = pageOf(
      rows,
      ({ at, needId }) => ({ at, id: needId }),
      ({ needId }) => byId.get(needId),
    )
    return {
      nextCursor: page.nextCursor,
      items: page.items.flatMap((need) => {
        if (!need) return []
        const { id: needId, receiptNo, title, state, submittedAt } = need
        return [{ id: needId, receiptNo, title, state, submittedAt: submittedAt.toISOString() }]
      }),
    }
  }

  /** The whole topic is handled as one need. @throws Problem 404 `topic_not_found`, 409 `nothing_to_merge` */
  async merge(tx: Tx, by: Person, id: string): Promise<Together> {
    const needIds = await this.store.memberIds(tx, id)
    if (needIds.length === 0) throw notFound('topic_not_found', '热点已经更新，请刷新后再看')
    return this.together.merge(tx, by, needIds)
  }
}
