import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  careMarks,
  DAY,
  isUnvisited,
  monthlyScore,
  monthlyTopicMin,
  type NeedState,
  plusMonths,
  shanghaiMonth,
  unvisitedDays,
  type WorkOrderState,
} from '@minsheng/shared'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { createApplication } from './application.js'
import { Attachment } from './attachments/index.js'
import { migrations } from './database.js'
import { entities } from './entities.js'
import { Rating } from './feedback/index.js'
import { TimerEngine } from './deadlines/index.js'
import { brokenAt, Need, NeedEvent, WorkOrder } from './handling/index.js'
import { CategoryMonth } from './monthly/category-month.entity.js'
import { MonthlyTopic } from './monthly/index.js'
import { Notice, Relay } from './messages/index.js'
import { Staff } from './people/index.js'
import { loadConfig } from './platform/config.js'
import { testDatabase } from './platform/database/test-database.fixture.js'
import { SettablePresent } from './platform/present.js'
import { demonstrationPassword } from './demonstration/index.js'
import { loadDemonstration } from './load-demonstration.js'
import { ScoreMonth } from './scores/score-sum.entity.js'
import { SupervisionOrder } from './supervision/index.js'
import { GridTask, Household, HouseholdNeed, Visit } from './visits/index.js'
import { readSeed } from './demonstration/seed.js'

const minutes = 60_000
const open = async (now: Date) => {
  const database = await testDatabase(entities, migrations)
  const config = loadConfig({ DATA_DIR: database.dataDir, LOG_LEVEL: 'fatal', RATE_LIMITS: 'false' })
  const { reader } = database.unitOfWork
  const sources = { dataSource: database.dataSource, readSource: reader.dataSource }
  const load = (tell: (line: string) => void = () => undefined) =>
    loadDemonstration(config, sources, now, tell)
  return { database, config, sources, reader, load }
}

type Loaded = Awaited<ReturnType<typeof open>>

/** Breaks the load off: another connection takes the outbox away as soon as some needs are there. */
async function interrupt({ load, reader }: Loaded): Promise<void> {
  const rename = (from: string, to: string) => reader.query(`ALTER TABLE ${from} RENAME TO ${to}`)
  let closing: Promise<unknown> = Promise.resolve()
  const some = async () => {
    while ((await reader.count(Need)) < 25) await new Promise((resolve) => setImmediate(resolve))
  }
  const broken = load((line) => {
    if (line.includes('诉求')) closing = some().then(() => rename('outbox', 'outbox_away'))
  })
  await expect(broken).rejects.toThrow(/outbox/)
  await closing
  await rename('outbox_away', 'outbox')
  const there = await reader.count(Need)
  expect(there).toBeGreaterThanOrEqual(25)
  expect(there).toBeLessThan((await readSeed('needs')).length)
}

const days = [
  ['a workday, interrupted and gone on with', '2026-11-18T07:00:00Z'],
  ['a Sunday morning', '2026-11-22T00:30:00Z'],
  ['the National Day holiday', '2026-10-04T13:00:00Z'],
] as const

// Which day it is makes no difference to the database, so another one gets the first alone.
describe.each(process.env.TEST_DATABASE_URL ? days.slice(0, 1) : days)(
  'the demonstration, loaded on %s',
  (day, at) => {
    const now = new Date(at)
    let loaded: Loaded
    let refused: unknown[]
    beforeAll(async () => {
      loaded = await open(now)
      if (day.includes('interrupted')) await interrupt(loaded)
      refused = await loaded.load()
    }, 4 * minutes)
    afterAll(() => loaded.database.drop())

    it('shows topics of the month that were chosen, one of them done, with what was before and after', async () => {
      const topics = await loaded.reader.find(MonthlyTopic, { order: { chosenAt: 'ASC' } })
      expect(topics).toHaveLength(2)
      expect(topics.map(({ result }) => result !== null)).toEqual([true, false])
      const months = await loaded.reader.find(CategoryMonth)
      for (const { month, categoryId, chosenAt } of topics) {
        expect(months.some((each) => each.month === month && each.categoryId === categoryId)).toBe(true)
        expect(chosenAt.getTime()).toBeLessThan(now.getTime())
      }
      // The last month, which proposes the next ones, has been counted too.
      expect(new Set(months.map(({ month }) => month)).size).toBe(2)
      expect(Math.max(...months.map(({ needs }) => needs))).toBeGreaterThanOrEqual(monthlyTopicMin)
    })

    it('took up what was not solved, which is solved more often since; what is proposed next grows', async () => {
      const topics = await loaded.reader.find(MonthlyTopic)
      const months = await loaded.reader.find(CategoryMonth, { order: { month: 'ASC' } })
      const share = ({ solved, rated }: CategoryMonth) => solved / rated
      for (const { categoryId, month, result } of topics) {
        const [before, after] = months.filter((each) => each.categoryId === categoryId)
        if (!before || !after) throw new Error('a topic has figures of both months')
        expect(before.month).toBe(month)
        expect(share(before)).toBeLessThan(0.7)
        expect(share(after)).toBeGreaterThan(share(before))
        if (result) expect(after.needs).toBeLessThan(before.needs)
      }
      const last = months.at(-1)?.month
      const taken = new Set(topics.map(({ categoryId }) => categoryId))
      const [next] = months
        .filter(
          ({ month, needs, categoryId }) =>
            month === last && needs >= monthlyTopicMin && !taken.has(categoryId),
        )
        .sort((a, b) => monthlyScore(b) - monthlyScore(a))
      if (!next) throw new Error('nothing new is proposed')
      expect(next.needs).toBeGreaterThan(next.needsBefore)
      expect(share(next)).toBeLessThan(0.7)
    })

    it('has the figures of the month before fixed, so that they do not change under those who look', async () => {
      const before = plusMonths(shanghaiMonth(now), -1)
      expect(await loaded.reader.find(ScoreMonth)).toMatchObject([{ month: before, isListed: true }])
    })

    it('holds every need of the seed, and hardly a step that the rules refuse', async () => {
      // Two more are filed at doors, for the green channel.
      const atDoors = (await loaded.reader.find(HouseholdNeed)).map(({ needId }) => needId)
      expect(atDoors).toHaveLength(2)
      const needs = await loaded.reader.find(Need)
      expect(
        needs
          .filter(({ isGreenChannel }) => isGreenChannel)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(atDoors.sort())
      const texts = needs.filter(({ id }) => !atDoors.includes(id)).map(({ text }) => text)
      expect(texts.sort()).toEqual((await readSeed('needs')).map(({ text }) => text).sort())
      if (refused.length > 3) throw new Error(`refused: ${JSON.stringify(refused, null, 1)}`)
    })

    it('has needs and orders in every state that there is so far', async () => {
      const states = async (entity: typeof Need | typeof WorkOrder) => {
        const rows = await loaded.reader.find<Need | WorkOrder>(entity, { select: { state: true } })
        return [...new Set(rows.map(({ state }) => state))].sort()
      }
      const needs: NeedState[] = [
        'answered',
        'closed',
        'dispatched',
        'handling',
        'merged',
        'planned',
        'rejected',
        'submitted',
        'waiting',
        'withdrawn',
      ]
      const orders: WorkOrderState[] = [
        'cancelled',
        'done',
        'pending',
        'returned',
        'returning',
        'reviewing',
        'working',
      ]
      expect(await states(Need)).toEqual(needs)
      expect(await states(WorkOrder)).toEqual(orders)
    })

    it('lies in the past, three months deep, with reworks and every face', async () => {
      const [oldest] = await loaded.reader.find(Need, { order: { submittedAt: 'ASC' }, take: 1 })
      const days = (now.getTime() - (oldest?.submittedAt.getTime() ?? 0)) / DAY
      expect(days).toBeGreaterThan(75)
      const events = await loaded.reader.find(NeedEvent)
      expect(Math.max(...events.map((event) => event.at.getTime()))).toBeLessThanOrEqual(now.getTime())
      const ratings = await loaded.reader.find(Rating)
      expect(new Set(ratings.map(({ level }) => level)).size).toBe(5)
      expect(ratings.some(({ round }) => round > 1)).toBe(true)
      expect(await loaded.reader.count(Attachment)).toBeGreaterThan(200)
    })

    it('has an unbroken chain of events behind each need', async () => {
      const events = await loaded.reader.find(NeedEvent, { order: { needId: 'ASC', sequence: 'ASC' } })
      const byNeed = new Map<string, NeedEvent[]>()
      for (const event of events) byNeed.set(event.needId, [...(byNeed.get(event.needId) ?? []), event])
      for (const need of await loaded.reader.find(Need))
        expect(brokenAt(byNeed.get(need.id) ?? [], need)).toBeUndefined()
    })

    it('has a grid of 300 households, visited and not, with marks, and a task that has begun', async () => {
      const households = await loaded.reader.find(Household)
      const { gridId } = households[0] ?? {}
      expect(households.filter((each) => each.gridId === gridId)).toHaveLength(300)
      const marked = households.filter(({ marks }) => marks.length > 0)
      expect(new Set(marked.flatMap(({ marks }) => marks)).size).toBe(careMarks.length)
      for (const days of unvisitedDays) {
        const waiting = households.filter(({ unvisitedSince }) => isUnvisited(unvisitedSince, days, now))
        expect(waiting.length).toBeGreaterThan(20)
        expect(waiting.length).toBeLessThan(households.length * 0.7)
      }
      const tasks = await loaded.reader.find(GridTask)
      expect(tasks.some(({ reported, total }) => reported > 0 && reported < total)).toBe(true)
    })

    it('is loaded once: a second load adds nothing', async () => {
      const tables = [Need, WorkOrder, NeedEvent, Rating, Attachment, Household, Visit, GridTask]
      const counts = async () => Promise.all(tables.map((table) => loaded.reader.count<object>(table)))
      const before = await counts()
      expect(await loaded.load()).toEqual([])
      expect(await counts()).toEqual(before)
    })

    it('has something to show on the screens of every role', async () => {
      const { config, sources } = loaded
      const app = await createApplication({ config, present: new SettablePresent(now), ...sources })
      await app.init()
      await app.getHttpAdapter().getInstance().ready()
      const [month, today] = [new Date(now.getTime() - 30 * DAY), now].map((day) =>
        day.toISOString().slice(0, 10),
      )
      const scores = `/scores?from=${month ?? ''}&to=${today ?? ''}`
      const screens: [string, string][] = [
        ['chengguan', '/work-orders?state=pending'],
        ['chengguan', '/work-orders?state=working'],
        ['chengguan', '/work-orders?state=done'],
        ['chengguan-shenhe', '/work-orders?state=reviewing'],
        ['gongshui', '/work-orders?state=working'],
        ['fenpai', '/triage'],
        ['fenpai', '/work-orders?state=returning'],
        ['duban', '/work-orders?due=overdue'],
        ['duban', '/work-orders?due=soon'],
        ['duban', '/work-orders/extensions'],
        ['wangge', '/needs/mine'],
        ['lingdao', `${scores}&by=department`],
        ['lingdao', `${scores}&by=field`],
        ['guanli', `${scores}&by=area`],
      ]
      const empty: string[] = []
      for (const [account, path] of screens) {
        const shown = await read(app, account, path)
        if (!shown.items?.length) empty.push(`${account} ${path} ${JSON.stringify(shown).slice(0, 200)}`)
      }
      expect(empty).toEqual([])
    })

    it('is supervised where something is wrong, and not everywhere', async () => {
      const { config, sources, reader } = loaded
      const app = await createApplication({ config, present: new SettablePresent(now), ...sources })
      await app.init()
      // Each stage of a limit that is over comes in a sweep of its own.
      for (let stage = 0; stage < 5; stage += 1) {
        await app.get(TimerEngine).sweep()
        await app.get(Relay).drain()
      }
      const orders = await reader.find(SupervisionOrder)
      expect(new Set(orders.map(({ level }) => level)).size).toBe(3)
      expect(orders.length).toBeLessThan(30)
      const unread = new Map<string, number>()
      for (const { personId } of await reader.find(Notice))
        unread.set(personId, (unread.get(personId) ?? 0) + 1)
      for (const staff of await reader.find(Staff)) expect(unread.get(staff.id) ?? 0).toBeLessThan(25)
    })

    async function read(app: NestFastifyApplication, account: string, path: string) {
      const body = { account, password: demonstrationPassword }
      const url = (rest: string) => `/api/v1${rest}`
      const session = await app.inject({ method: 'POST', url: url('/sessions/staff'), payload: body })
      const { accessToken } = session.json<{ accessToken: string }>()
      const headers = { authorization: `Bearer ${accessToken}` }
      return (await app.inject({ url: url(path), headers })).json<{ items?: unknown[] }>()
    }
  },
)
