import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  careMarks,
  DAY,
  isUnvisited,
  type NeedState,
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
import { Notice, Relay } from './messages/index.js'
import { Staff } from './people/index.js'
import { loadConfig } from './platform/config.js'
import { testDatabase } from './platform/database/test-database.fixture.js'
import { SettablePresent } from './platform/present.js'
import { demonstrationPassword } from './demonstration/index.js'
import { loadDemonstration } from './load-demonstration.js'
import { SupervisionOrder } from './supervision/index.js'
import { GridTask, Household, Visit } from './visits/index.js'
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

    it('holds every need of the seed, and hardly a step that the rules refuse', async () => {
      const texts = (await loaded.reader.find(Need)).map(({ text }) => text)
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
