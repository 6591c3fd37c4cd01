import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { cellOf, DAY, HOUR } from '@minsheng/shared'
import { areaOf, get, idOf, must, phone, post, streetLamp, tokenOf } from '../src/handling/a-need.fixture.js'
import { Need } from '../src/handling/index.js'
import { LookalikeStore } from '../src/lookalikes/lookalike.store.js'
import { TopicStore } from '../src/lookalikes/topic.store.js'
import { plainNeed } from '../src/scores/scores.fixture.js'
import { Lookalike } from '../src/lookalikes/lookalike.entity.js'
import { TopicNeed } from '../src/lookalikes/topic-need.entity.js'
import { Topic } from '../src/lookalikes/topic.entity.js'
import { Area } from '../src/places/index.js'
import { insertRows, newId } from '../src/platform/database/index.js'
import { RoutingRule } from '../src/routing/routing-rule.entity.js'
import { mondayMorning, startApp, type TestApp } from './app.fixture.js'
import { Plans } from './plans.fixture.js'

const ROWS = 6_000

describe('among six thousand look-alikes, topics and rules', () => {
  let server: TestApp
  let plans: Plans
  let community: string
  beforeAll(async () => {
    server = await startApp()
    community = await areaOf(server, '望江门社区')
    await fill()
    for (const table of ['lookalike', 'need', 'topic', 'topic_need', 'routing_rule'])
      await server.unitOfWork.reader.query(isSqlite() ? `ANALYZE ${table}` : `ANALYZE TABLE ${table}`)
    for (const who of [phone, 'fenpai', 'guanli']) await tokenOf(server, who)
    plans = new Plans(server)
  }, 300_000)
  afterAll(() => server.stop())

  const isSqlite = () => server.unitOfWork.reader.dataSource.options.type === 'better-sqlite3'

  it('what is near by is found by cells, or by the community, of each field', async () => {
    const { latitude, longitude } = await server.unitOfWork.reader.findOneByOrFail(Area, { id: community })
    const asked = [{ place: { latitude, longitude } }, { areaId: community }]
    const keys: string[] = []
    for (const place of asked) {
      must(await post(server, phone, '/lookalikes', { text: streetLamp, ...place }))
      keys.push(...(await plans.of('lookalike')).flatMap((plan) => plan.keys))
    }
    expect(keys).toEqual(['ix_lookalike_cell', 'ix_lookalike_community'])
  })

  it.each([
    ['topics', 'fenpai', '/topics', 'topic', 'ix_topic_made'],
    ['the needs of a topic', 'fenpai', '/topics/:topic/needs', 'topic_need', 'ix_topic_need_topic'],
    ['rules', 'guanli', '/routing/rules', 'routing_rule', 'ix_routing_rule_created'],
    [
      'rules of a category',
      'guanli',
      '/routing/rules?categoryId=:category',
      'routing_rule',
      'ix_routing_rule_category',
    ],
    [
      'rules of a department',
      'guanli',
      '/routing/rules?departmentId=:department',
      'routing_rule',
      'ix_routing_rule_department',
    ],
    ['rules of an area', 'guanli', '/routing/rules?areaId=:area', 'routing_rule', 'ix_routing_rule_area'],
  ])('%s: each page is one range of one index, read in its order', async (_, who, path, table, key) => {
    const filled = path
      .replace(':topic', topicId(0))
      .replace(':category', await idOf(server, 'category', 'urban.streetlight'))
      .replace(':department', await idOf(server, 'department', 'chengguan'))
      .replace(':area', community)
    plans.asked.length = 0
    const { nextCursor } = must(await get<{ nextCursor: string | null }>(server, who, filled))
    expect(nextCursor).toBeTruthy()
    must(await get(server, who, `${filled}${filled.includes('?') ? '&' : '?'}cursor=${nextCursor ?? ''}`))
    const found = await plans.of(table)
    expect(found).toEqual([
      { keys: [key], isSorted: false },
      { keys: [key], isSorted: false },
    ])
  })

  it('what was filed in the week of the topics is read by the time of filing, a thousand at a time', async () => {
    plans.asked.length = 0
    const [from, until] = [new Date(mondayMorning.getTime() - 14 * DAY), mondayMorning]
    let read = 0
    for await (const needs of server.app.get(TopicStore).filed(from, until)) read += needs.length
    expect(read).toBeGreaterThan(1_000)
    const found = await plans.of('need')
    expect(found.length).toBeGreaterThan(1)
    for (const plan of found) expect(plan).toEqual({ keys: ['ix_need_submitted'], isSorted: false })
  })

  it('what is shown no more is forgotten by its time', async () => {
    await plans.hearTransactions()
    plans.asked.length = 0
    const before = new Date(mondayMorning.getTime() - 1_995 * HOUR)
    expect(await server.app.get(LookalikeStore).forget(before)).toBeGreaterThan(0)
    const found = await plans.of('lookalike', /LIMIT/)
    expect(found).toEqual([{ keys: ['ix_lookalike_at'], isSorted: false }])
  })

  const topicId = (number: number) => `01T${String(number).padStart(23, '0')}`

  async function fill(): Promise<void> {
    const { reader } = server.unitOfWork
    const category = await idOf(server, 'category', 'urban.streetlight')
    const field = await idOf(server, 'category', 'urban')
    const department = await idOf(server, 'department', 'chengguan')
    const other = await idOf(server, 'department', 'gongan')
    const areas = await reader.findBy(Area, { level: 'community' })
    const numbers = Array.from({ length: ROWS }, (_, number) => number)
    const momentOf = (number: number) => new Date(mondayMorning.getTime() - ((number * 7_919) % 2_000) * HOUR)
    const areaIdOf = (number: number) => areas[number % areas.length]?.id ?? community
    const lookalikes = numbers.map((number): Lookalike => {
      const point = { latitude: 30 + (number % 97) / 400, longitude: 120 + (number % 89) / 250 }
      return {
        id: newId(momentOf(number)),
        needId: newId(momentOf(number)),
        fieldId: field,
        categoryId: category,
        communityId: areaIdOf(number),
        cell: cellOf(point),
        wgsLatitude: point.latitude,
        wgsLongitude: point.longitude,
        at: momentOf(number),
      }
    })
    const topics = numbers.slice(0, 2_000).map((number): Topic => ({
      id: topicId(number),
      madeAt: mondayMorning,
      title: '望江路 · 路灯',
      categoryId: category,
      communityId: community,
      persons: 3,
      needs: 3,
      personsBefore: 0,
      firstAt: new Date(mondayMorning.getTime() - DAY),
      lastAt: mondayMorning,
    }))
    const members = numbers.map((number): TopicNeed => ({
      needId: newId(momentOf(number)),
      topicId: topicId(number % 100),
      at: momentOf(number),
    }))
    const rules = numbers.map((number): RoutingRule => {
      const id = newId(momentOf(number))
      return {
        id,
        ruleId: id,
        version: 1,
        categoryId: number % 20 === 0 ? category : field,
        areaId: areaIdOf(number),
        words: null,
        months: null,
        hours: null,
        priority: 0,
        validFrom: momentOf(number),
        validUntil: momentOf(number),
        departmentId: number % 20 === 1 ? department : other,
        assistingIds: [],
        answerWorkdays: null,
        createdAt: momentOf(number),
        createdById: null,
      }
    })
    const needs = numbers.map((number) => ({
      ...plainNeed({
        departmentId: department,
        fieldId: field,
        streetId: community,
        submittedAt: momentOf(number),
      }),
      state: 'closed' as const,
    }))
    await server.unitOfWork.run(async (tx) => {
      await insertRows(tx, Need, needs)
      await insertRows(tx, Lookalike, lookalikes)
      await insertRows(tx, Topic, topics)
      await insertRows(tx, TopicNeed, members)
      await insertRows(tx, RoutingRule, rules)
    })
  }
})
