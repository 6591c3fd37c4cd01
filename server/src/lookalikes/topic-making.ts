import { setImmediate } from 'node:timers/promises'
import { DAY, HOUR, topicRule } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { Areas } from '../places/index.js'
import { newId } from '../platform/database/index.js'
import { Housekeeping } from '../platform/housekeeping.js'
import { Routing } from '../routing/index.js'
import { clusterPortraits } from './clustering.js'
import { kin } from './kin.js'
import { type Portrait, Portraits, type Writing } from './likeness.js'
import { placeNamesIn } from './place-names.js'
import { inTurns, STEPS, type Steps } from './steps.js'
import type { TopicNeed } from './topic-need.entity.js'
import type { Topic } from './topic.entity.js'
import { type ReadNeed, TopicStore } from './topic.store.js'

const WEEK = topicRule.days * DAY
/** Every server comes by once an hour; the first makes the topics for all, as one that dies would leave it to the next. */
const TURN = 0.9 * HOUR

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
      if (await this.store.takeTurn(now, new Date(now.getTime() + TURN))) await this.make(now)
      return 0
    })
  }

  /** Long, but never at a stretch: requests are answered in between. @returns how many topics there are */
  async make(now: Date): Promise<number> {
    const weekAgo = new Date(now.getTime() - WEEK)
    const recent: ReadNeed[] = []
    for await (const needs of this.store.filed(weekAgo, now)) recent.push(...needs)
    const portraits = new Portraits()
    const painted = await inTurns(portraits.among(recent.map(writingOf)))
    const groups = (await inTurns(clusterPortraits(painted))).filter(
      (group) => personsOf(needsAt(recent, group)) >= topicRule.persons,
    )
    const before = await this.personsBefore(
      weekAgo,
      portraits,
      groups.map((group) => group.flatMap((at) => painted[at] ?? [])),
    )
    const names = await this.names()
    const found = groups
      .map((group, at) => ({ members: needsAt(recent, group), before: before[at] ?? 0 }))
      .sort((a, b) => personsOf(b.members) - personsOf(a.members) || b.members.length - a.members.length)
    const topics = await inTurns(namedTopics(found, names, now))
    await this.store.replace(
      topics.map(({ topic }) => topic),
      topics.flatMap(({ topic, members }) => members.map((need) => memberOf(topic, need))),
    )
    return topics.length
  }

  /** How many persons wrote about each in the weeks before, counted week by week as this week's are. */
  private async personsBefore(
    until: Date,
    portraits: Portraits,
    groups: readonly (readonly Portrait[])[],
  ): Promise<number[]> {
    const persons = groups.map(() => new Set<string>())
    if (groups.length === 0) return []
    const groupOf = await inTurns(kin(groups))
    const from = new Date(until.getTime() - topicRule.weeksBefore * WEEK)
    for await (const needs of this.store.filed(from, until))
      for (const [at, need] of needs.entries()) {
        if (at % STEPS === 0) await setImmediate()
        const week = Math.floor((until.getTime() - need.submittedAt.getTime()) / WEEK)
        persons[groupOf(portraits.like(writingOf(need))) ?? -1]?.add(`${week} ${need.residentId}`)
      }
    return persons.map(({ size }) => size)
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

const needsAt = (needs: readonly ReadNeed[], group: readonly number[]): ReadNeed[] =>
  inOrder(group.flatMap((at) => needs[at] ?? []))

interface FoundTopic {
  members: readonly ReadNeed[]
  before: number
}

/** The topics with their members, the names of places read out of the texts a hundred at a time. */
function* namedTopics(
  found: readonly FoundTopic[],
  names: Names,
  now: Date,
): Steps<(FoundTopic & { topic: Topic })[]> {
  const topics: (FoundTopic & { topic: Topic })[] = []
  for (const [at, each] of found.entries()) {
    if (at % STEPS === 0) yield
    topics.push({ ...each, topic: topicOf(each, names, now) })
  }
  return topics
}

function topicOf({ members, before }: FoundTopic, names: Names, madeAt: Date): Topic {
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
    personsBefore: before,
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
