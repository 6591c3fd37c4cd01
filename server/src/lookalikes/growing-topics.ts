import { isGrowingTopic, topicGrowth, topicRule } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import type { Person } from '../people/index.js'
import { Areas } from '../places/index.js'
import { Scopes } from '../scores/index.js'
import type { GrowingTopicsView } from './topic.dto.js'
import { TopicStore } from './topic.store.js'

/** So many are shown. */
const SHOWN = 10

/** What more persons write about this week than in the weeks before, for who leads. */
@Injectable()
export class GrowingTopics {
  constructor(
    private readonly store: TopicStore,
    private readonly areas: Areas,
    private readonly scopes: Scopes,
  ) {}

  /**
   * The fastest first, within what the person may see. @param within a town or department
   * @throws Problem 403 `scope_not_yours`, 404 `scope_not_found`
   */
  async of(person: Person, within: string | undefined): Promise<GrowingTopicsView> {
    const scope = await this.scopes.of(person, within)
    const [topics, areas] = [await this.store.hottest(scope), await this.areas.known()]
    const growing = topics
      .filter(({ persons, personsBefore }) => isGrowingTopic(persons, personsBefore))
      .sort((a, b) => topicGrowth(b.persons, b.personsBefore) - topicGrowth(a.persons, a.personsBefore))
    return {
      scope: { id: scope.id || null, name: scope.name, reason: scope.reason },
      madeAt: topics[0]?.madeAt.toISOString() ?? null,
      items: growing.slice(0, SHOWN).map(({ id, title, communityId, persons, needs, personsBefore }) => ({
        ...{ id, title, persons, needs },
        areaName: areas.get(communityId)?.name ?? '',
        personsBefore: Math.round((personsBefore / topicRule.weeksBefore) * 10) / 10,
      })),
    }
  }
}
