import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  DAY,
  HOUR,
  type NeedState,
  type PeriodName,
  periodOf,
  type RatingLevel,
  type WorkOrderState,
} from '@minsheng/shared'
import fc from 'fast-check'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { TimerEngine } from '../deadlines/index.js'
import { Rating } from '../feedback/index.js'
import { aNeed, get, must, noise, tokenOf } from '../handling/a-need.fixture.js'
import { Need, WorkOrder } from '../handling/index.js'
import { Relay } from '../messages/index.js'
import { Department } from '../people/index.js'
import { Area } from '../places/index.js'
import { insertRows, newId } from '../platform/database/index.js'
import { Category } from '../routing/index.js'
import { Counting } from './counting.js'
import { ScoreItem } from './score-item.entity.js'
import { ScoreSum } from './score-sum.entity.js'
import { plainNeed, startOver } from './scores.fixture.js'
import type { ScoreRow, ScoresView } from './scores.dto.js'

let server: TestApp
let departments: string[]
let fields: string[]
let streets: string[]
beforeAll(async () => {
  server = await startApp()
  const { reader } = server.unitOfWork
  departments = (await reader.find(Department, { take: 4 })).map(({ id }) => id)
  fields = (await reader.find(Category, { where: { level: 1 }, take: 3 })).map(({ id }) => id)
  streets = (await reader.findBy(Area, { level: 'street' })).slice(0, 3).map(({ id }) => id)
})
afterAll(() => server.stop())

/** What may become of a need, in numbers that fast-check can make smaller. */
interface Fate {
  department: number
  field: number
  street: number
  /** Hours since the first day. */
  filed: number
  accept: number | null
  contact: number | null
  answer: number | null
  state: NeedState
  order: WorkOrderState
  level: RatingLevel | null
  solved: boolean
  byCall: boolean
}
const hours = (max: number) => fc.option(fc.nat({ max }), { freq: 4 })
const fates: fc.Arbitrary<Fate> = fc.record({
  department: fc.nat({ max: 3 }),
  field: fc.nat({ max: 2 }),
  street: fc.nat({ max: 2 }),
  filed: fc.nat({ max: 70 * 24 }),
  accept: hours(48),
  contact: hours(60),
  answer: hours(12 * 24),
  state: fc.constantFrom<NeedState>('dispatched', 'handling', 'waiting', 'answered', 'closed', 'rejected'),
  order: fc.constantFrom<WorkOrderState>('working', 'done', 'done', 'returned', 'cancelled'),
  level: fc.option(fc.constantFrom<RatingLevel>(1, 2, 3, 4, 5)),
  solved: fc.boolean(),
  byCall: fc.boolean(),
})

const firstDay = new Date('2026-09-20T16:00:00Z')
const later = (at: Date, howMany: number) => new Date(at.getTime() + howMany * HOUR)
const pick = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item

interface Lived {
  need: Need
  order: WorkOrder
  rating: Rating | null
}
function lived(fate: Fate): Lived {
  const submittedAt = later(firstDay, fate.filed)
  const departmentId = pick(departments, fate.department)
  const fieldId = pick(fields, fate.field)
  const streetId = pick(streets, fate.street)
  const isDone = fate.order === 'done'
  const doneAt = (after: number | null) => (after === null ? null : later(submittedAt, after))
  const need: Need = {
    ...plainNeed({ departmentId, fieldId, streetId, submittedAt }),
    state: fate.state,
    closedAt: fate.state === 'rejected' ? later(submittedAt, 1) : null,
  }
  const order: WorkOrder = {
    ...{ id: newId(submittedAt), needId: need.id, receiptNo: need.receiptNo, round: 1, departmentId },
    ...{ role: 'lead', state: fate.order, title: need.title, urgency: 'ordinary', categoryId: fieldId },
    ...{ fieldId, communityId: streetId, streetId, attachmentsCount: 0, remindersCount: 0 },
    ...{ handlerId: null, dispatchedAt: submittedAt, isDueProvisional: false, version: 1 },
    acceptDueAt: later(submittedAt, 24),
    contactDueAt: later(submittedAt, 24),
    dueAt: later(submittedAt, 7 * 24),
    acceptedAt: doneAt(isDone ? (fate.accept ?? 1) : fate.accept),
    contactedAt: doneAt(isDone ? (fate.contact ?? 1) : fate.contact),
    answeredAt: isDone ? doneAt(fate.answer ?? 30) : null,
    returnRequest:
      fate.order === 'returned'
        ? { reason: '不归我们管', legalBasis: '三定方案', suggestedDepartmentId: departmentId }
        : null,
  }
  const rating: Rating | null =
    fate.level === null
      ? null
      : {
          ...{ id: newId(submittedAt), needId: need.id, round: 1, departmentId, fieldId, streetId },
          ...{ level: fate.level, saidSolved: fate.solved, isSolved: fate.solved },
          ...{ isContacted: order.contactedAt !== null, source: fate.byCall ? 'callBack' : 'tap' },
          ...{ aspects: null, tags: [], words: null, ratedAt: later(submittedAt, 80) },
        }
  return { need, order, rating }
}

async function store(all: readonly Lived[]): Promise<void> {
  await server.unitOfWork.run(async (tx) => {
    await insertRows(
      tx,
      Need,
      all.map(({ need }) => need),
    )
    await insertRows(
      tx,
      WorkOrder,
      all.map(({ order }) => order),
    )
    await insertRows(
      tx,
      Rating,
      all.flatMap(({ rating }) => rating ?? []),
    )
  })
}
const count = (all: readonly Lived[]) =>
  server.unitOfWork.run((tx) =>
    server.app.get(Counting).recount(
      tx,
      all.map(({ need }) => need.id),
    ),
  )

/**
 * The figures of one department, field or town as somebody with a list and a pencil would find them: figure by
 * figure, from the rows, without anything of what the server uses.
 */
function byHand(all: readonly Lived[], name: PeriodName, now: Date) {
  const { from, until } = periodOf(name)
  const isIn = (at: Date | null) => at !== null && at >= from && at < until
  const rated = all.flatMap(({ rating }) => (rating && isIn(rating.ratedAt) ? [rating] : []))
  const orders = all.map(({ order }) => order).filter(({ state }) => state !== 'cancelled')
  const gone = orders.filter(({ state }) => state !== 'returned')
  const sent = orders.filter(({ dispatchedAt }) => isIn(dispatchedAt))
  const work = sent.filter(({ state }) => state !== 'returned')
  const due = gone.filter(({ dueAt }) => isIn(dueAt))
  const waiting = new Set(all.filter(({ need }) => need.state === 'waiting').map(({ order }) => order.id))
  const overdue = due.filter(({ id, answeredAt, dueAt }) => !answeredAt && now > dueAt && !waiting.has(id))
  const answered = due.filter(({ answeredAt }) => answeredAt !== null)
  const inTime = answered.filter(({ answeredAt, dueAt }) => answeredAt && answeredAt <= dueAt)
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)
  const v = rated.length
  const contactRate = share(rated.filter(({ isContacted }) => isContacted).length, v)
  const solvedRate = share(rated.filter(({ isSolved }) => isSolved).length, v)
  const good = rated.filter(({ level }) => level === 4 || level === 5).length
  const fair = rated.filter(({ level }) => level === 3).length
  const satisfaction = share(good + 0.9 * fair, v)
  return {
    filed: all.filter(({ need }) => isIn(need.submittedAt)).length,
    rejected: all.filter(({ need }) => need.state === 'rejected' && isIn(need.closedAt)).length,
    rated: v,
    contactRate,
    solvedRate,
    satisfaction,
    composite: v === 0 ? null : 10 * (contactRate ?? 0) + 50 * (solvedRate ?? 0) + 40 * (satisfaction ?? 0),
    openOverdue: overdue.length,
    onTimeRate: share(inTime.length, answered.length + overdue.length),
    returnRate: share(sent.filter(({ state }) => state === 'returned').length, sent.length),
    accepted: share(
      work.filter(({ acceptedAt, acceptDueAt }) => acceptedAt && acceptedAt <= acceptDueAt).length,
      work.filter(({ acceptedAt, acceptDueAt }) => acceptedAt ?? now > acceptDueAt).length,
    ),
    byCall: rated.filter(({ source }) => source === 'callBack').length,
  }
}

const shown = (row: ScoreRow) => ({
  filed: row.filed,
  rejected: row.figures.rejected,
  rated: row.rated,
  contactRate: row.contactRate,
  solvedRate: row.solvedRate,
  satisfaction: row.satisfaction,
  composite: row.composite,
  openOverdue: row.openOverdue,
  onTimeRate: row.onTimeRate,
  returnRate: row.rates.returnRate,
  accepted: row.rates.acceptedInTimeRate,
  byCall: row.rated - row.figures.byTap,
})

const close = (figures: Record<string, number | null>) =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, value === null ? null : value.toFixed(9)]),
  )

const asked = {
  department: (departmentId: string) => (each: Lived) => each.need.departmentId === departmentId,
  field: (fieldId: string) => (each: Lived) => each.need.fieldId === fieldId,
  area: (streetId: string) => (each: Lived) => each.need.streetId === streetId,
}
const periods: readonly [PeriodName, string][] = [
  [{ kind: 'month', month: '2026-10' }, 'period=month&month=2026-10'],
  [{ kind: 'nineteenth', month: '2026-11' }, 'period=nineteenth&month=2026-11'],
  [{ kind: 'noonDay', day: '2026-10-21' }, 'period=noonDay&day=2026-10-21'],
  [{ kind: 'free', from: '2026-09-21', to: '2026-12-31' }, 'from=2026-09-21&to=2026-12-31'],
]

async function compare(all: readonly Lived[]): Promise<void> {
  const now = server.present.now()
  await tokenOf(server, 'lingdao')
  for (const [name, query] of periods)
    for (const by of ['department', 'field', 'area'] as const) {
      const path = `/scores?${query}&by=${by}`
      const { total, items } = must(await get<ScoresView>(server, 'lingdao', path))
      expect(close(shown(total))).toEqual(close(byHand(all, name, now)))
      for (const row of items) {
        const own = all.filter(asked[by](row.id ?? ''))
        expect(close(shown(row))).toEqual(close(byHand(own, name, now)))
      }
    }
}

/** The sums that are not nothing, in one order. */
async function sums(): Promise<unknown[]> {
  const rows = await server.unitOfWork.reader.find(ScoreSum, {
    order: { scope: 'ASC', dimension: 'ASC', halfDay: 'ASC', groupId: 'ASC' },
  })
  return rows.filter(({ scope: _, dimension: __, halfDay: ___, groupId: ____, ...figures }) =>
    Object.values(figures).some((figure) => figure !== 0),
  )
}

describe('the sums', () => {
  it('are what somebody finds by hand in the rows, whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fates, { minLength: 1, maxLength: 60 }), async (some) => {
        await startOver(server)
        server.present.set(mondayMorning)
        const all = some.map(lived)
        await store(all)
        await count(all)
        await compare(all)
      }),
      { numRuns: 8 },
    )
  }, 120_000)

  it('follow what changes, and time that passes, as if all were counted anew', async () => {
    await startOver(server)
    server.present.set(new Date('2026-10-20T02:00:00Z'))
    const [first, second] = [
      fc.sample(fates, { numRuns: 80, seed: 7 }),
      fc.sample(fates, { numRuns: 80, seed: 8 }),
    ]
    const all = first.map(lived)
    await store(all)
    await count(all)
    for (const [index, fate] of second.slice(0, 40).entries()) {
      const { need, order, rating } = all[index] as Lived
      const next = lived({ ...fate, filed: first[index]?.filed ?? 0 })
      const changed: Lived = {
        need: { ...next.need, id: need.id, receiptNo: need.receiptNo },
        order: { ...next.order, id: order.id, needId: need.id },
        rating: next.rating && { ...next.rating, id: rating?.id ?? next.rating.id, needId: need.id },
      }
      await server.unitOfWork.run(async (tx) => {
        await tx.save(Need, changed.need)
        await tx.save(WorkOrder, changed.order)
        if (changed.rating) await tx.save(Rating, changed.rating)
        else await tx.delete(Rating, { needId: need.id })
      })
      all[index] = changed
    }
    await count(all.slice(0, 40))
    server.present.set(mondayMorning)
    while ((await server.app.get(Counting).settle()) > 0);
    await compare(all)
    const followed = await sums()
    expect(await server.app.get(Counting).rebuild()).toBe(80)
    expect(await sums()).toEqual(followed)
  }, 120_000)

  it('are the same however often something is counted, and by how many at once', async () => {
    await startOver(server)
    const all = fc.sample(fates, { numRuns: 20, seed: 9 }).map(lived)
    await store(all)
    await count(all)
    const [before, items] = [await sums(), await server.unitOfWork.reader.count(ScoreItem)]
    const again = await Promise.allSettled(Array.from({ length: 5 }, () => count(all)))
    expect(again.some(({ status }) => status === 'fulfilled')).toBe(true)
    for (const each of again)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'changed_meanwhile' })
    expect(await sums()).toEqual(before)
    expect(await server.unitOfWork.reader.count(ScoreItem)).toBe(items)
  })

  it('agree in whatever they are grouped by', async () => {
    const totals = []
    for (const by of ['department', 'field', 'area', 'source', 'week', 'month']) {
      const path = `/scores?from=2026-09-21&to=2026-12-31&by=${by}`
      totals.push(must(await get<ScoresView>(server, 'lingdao', path)).total.figures)
    }
    expect(totals[0]?.filed).toBe(20)
    for (const total of totals) expect(total).toEqual(totals[0])
  })
})

describe('who is outside of V', () => {
  const november = '/scores?period=month&month=2026-11&by=department'
  const total = async () => {
    await server.app.get(Relay).drain()
    return must(await get<ScoresView>(server, 'lingdao', november)).total
  }

  it('is counted where the resident was silent, and never as satisfied', async () => {
    await startOver(server)
    server.present.set(new Date('2026-11-02T01:30:00Z'))
    const need = await aNeed(server).worked().there()
    server.present.advance(15 * DAY)
    await server.app.get(TimerEngine).sweep()
    expect((await need.row()).state).toBe('closed')
    expect(await total()).toMatchObject({
      rated: 0,
      satisfaction: null,
      figures: { unrated: 1, satisfied: 0 },
      rates: { coverageRate: 0, activeRatingRate: 0 },
    })
  })

  it('is a second need of the same complainant that got the same answer', async () => {
    await startOver(server)
    server.present.set(mondayMorning)
    const master = await aNeed(server).there()
    const again = await aNeed(server, { text: `${noise}，今天又来了` }).there()
    const neighbour = await aNeed(server, { text: `${noise}，我们楼也听得到` }, '19900000002').there()
    const needIds = [again.id, neighbour.id]
    must(await master.ask('merge', { needIds }, 'fenpai'))
    expect((await total()).figures.merged).toBe(2)
    for (const [who, act, body] of [
      ['chengguan', 'accept', {}],
      ['chengguan', 'contact', { how: 'phone', note: '聊过了' }],
      [
        'chengguan',
        'submitAnswer',
        { text: '已约谈施工单位，夜间十点以后不再作业，请监督', result: 'solved' },
      ],
      ['chengguan-shenhe', 'approve', {}],
    ] as const)
      must(await master.act(who, act, body))
    await server.app.get(Relay).drain()
    for (const each of [master, again, neighbour]) {
      server.present.advance(HOUR)
      must(await each.rate({ level: 5, solved: true }))
    }
    const { rated, figures } = await total()
    expect({ rated, merged: figures.merged }).toEqual({ rated: 2, merged: 1 })
  })
})
