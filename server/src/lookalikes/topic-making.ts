import { DAY, topicRule } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { Areas } from '../places/index.js'
import { newId } from '../platform/database/index.js'
import { Housekeeping } from '../platform/housekeeping.js'
import { Routing } from '../routing/index.js'
import { belonging, clusterWritings } from './clustering.js'
import type { Writing } from './likeness.js'
import { placeNamesIn } from './place-names.js'
import { inTurns } from './steps.js'
import type { TopicNeed } from './topic-need.entity.js'
import type { Topic } from './topic.entity.js'
import { type ReadNeed, TopicStore } from './topic.store.js'

/** What things are called. */
interface Names {
  category: (id: string | null) => string | undefined
  area: (id: string) => string
}

/**
 * 热点: every hour, what several persons have written about in the last week, beside the four weeks before. One
 * person who writes again and again is one. docs/routing.md
 */
@Injectable()
export class TopicMaking {
  constructor(
    private readonly store: TopicStore,
    private readonly areas: Areas,
    private readonly routing: Routing,
    housekeeping: Housekeeping,
  ) {
    housekeeping.register('topics', async (now) => {
      await this.make(now)
      return 0
    })
  }

  /** Long, but never at a stretch: requests are answered in between. @returns how many topics there are */
  async make(now: Date): Promise<number> {
    const weekAgo = new Date(now.getTime() - topicRule.days * DAY)
    const before = new Date(weekAgo.getTime() - topicRule.weeksBefore * 7 * DAY)
    const recent = await this.store.filed(weekAgo, now)
    const groups = (await inTurns(clusterWritings(recent.map(writingOf))))
      .map((members) => inOrder(members.flatMap((at) => recent[at] ?? [])))
      .filter((members) => personsOf(members) >= topicRule.persons)
      .sort((a, b) => personsOf(b) - personsOf(a) || b.length - a.length)
    const earlier = groups.length > 0 ? await this.store.filed(before, weekAgo) : []
    const belongs = await inTurns(
      belonging(
        groups.map((members) => members.map(writingOf)),
        earlier.map(writingOf),
      ),
    )
    const names = await this.names()
    const topics = groups.map((members, group) => ({
      members,
      topic: topicOf(
        members,
        earlier.filter((_, at) => belongs[at] === group),
        names,
        now,
      ),
    }))
    await this.store.replace(
      topics.map(({ topic }) => topic),
      topics.flatMap(({ topic, members }) => members.map((need) => memberOf(topic, need))),
    )
    return topics.length
  }

  private async names(): Promise<Names> {
    const [areas, categories] = await Promise.all([this.areas.known(), this.routing.names()])
    return { category: (id) => categories.get(id ?? ''), area: (id) => areas.get(id)?.name ?? '' }
  }
}

const writingOf = ({ title, text, communityId }: ReadNeed): Writing => ({ title, text, place: communityId })

const personsOf = (needs: readonly ReadNeed[]): number =>
  new Set(needs.map(({ residentId }) => residentId)).size

const inOrder = (needs: ReadNeed[]): ReadNeed[] =>
  needs.sort((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime())

const memberOf = ({ id: topicId }: Topic, { id: needId, submittedAt: at }: ReadNeed): TopicNeed => ({
  needId,
  topicId,
  at,
})

function topicOf(
  members: readonly ReadNeed[],
  before: readonly ReadNeed[],
  names: Names,
  madeAt: Date,
): Topic {
  const [first, last] = [members[0], members.at(-1)]
  if (!first || !last) throw new Error('a topic of none')
  const communityId = commonest(members.map((need) => need.communityId)) ?? first.communityId
  const categoryId = commonest(members.flatMap((need) => need.categoryId ?? [])) ?? null
  const place = placeOf(members) ?? names.area(communityId)
  return {
    id: newId(madeAt),
    madeAt,
    title: `${place} · ${names.category(categoryId) ?? first.title}`,
    categoryId,
    communityId,
    persons: personsOf(members),
    needs: members.length,
    personsBefore: personsOf(before),
    firstAt: first.submittedAt,
    lastAt: last.submittedAt,
  }
}

/** The name of a place that at least half of them say; of those that equally many say the longest. */
function placeOf(members: readonly ReadNeed[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { title, text } of members)
    for (const name of new Set(placeNamesIn(`${title} ${text}`)))
      counts.set(name, (counts.get(name) ?? 0) + 1)
  const [best] = [...counts]
    .filter(([, count]) => count >= members.length / 2)
    .sort(([one, a], [other, b]) => b - a || other.length - one.length)
  return best?.[0]
}

function commonest(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}
