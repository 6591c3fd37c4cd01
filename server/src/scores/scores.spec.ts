import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { fromShanghai, MINUTE, type RatingLevel } from '@minsheng/shared'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { Rating } from '../feedback/index.js'
import { aNeed, get, idOf, must } from '../handling/a-need.fixture.js'
import { Area } from '../places/index.js'
import { insertRows, newId } from '../platform/database/index.js'
import type { ScoreRow, ScoresView } from './scores.dto.js'

let server: TestApp
let street: string
let field: string
beforeAll(async () => {
  server = await startApp()
  street = (await server.unitOfWork.reader.findOneByOrFail(Area, { level: 'street' })).id
  field = await idOf(server, 'category', 'environment')
})
afterAll(() => server.stop())
afterEach(async () => {
  server.present.set(mondayMorning)
  await server.unitOfWork.run((tx) => tx.clear(Rating))
})

const november = 'from=2026-11-01&to=2026-11-30'
const scores = async (query = november, by = 'department', who = 'lingdao') =>
  must(await get<ScoresView>(server, who, `/scores?${query}&by=${by}`))
const rowOf = async (name: string, query?: string): Promise<ScoreRow | undefined> =>
  (await scores(query)).items.find((row) => row.name === name)

interface Rated {
  department: string
  rated: number
  contacted?: number
  solved?: number
  satisfied?: number
  fairly?: number
  at?: Date
}

/** So many ratings of a department: the first ones contacted, solved, satisfied; then the fairly satisfied. */
async function rate({
  department,
  rated,
  contacted = rated,
  solved = 0,
  satisfied = 0,
  fairly = 0,
  at,
}: Rated) {
  const departmentId = await idOf(server, 'department', department)
  const ratedAt = at ?? mondayMorning
  const level = (index: number): RatingLevel => {
    if (index < satisfied) return index % 2 ? 4 : 5
    return index < satisfied + fairly ? 3 : 2
  }
  const rows = Array.from({ length: rated }, (_, index): Rating => ({
    id: newId(ratedAt),
    needId: newId(ratedAt),
    round: 1,
    departmentId,
    fieldId: field,
    streetId: street,
    level: level(index),
    saidSolved: index < solved,
    isSolved: index < solved,
    isContacted: index < contacted,
    source: 'tap' as const,
    aspects: null,
    tags: [],
    words: null,
    ratedAt,
  }))
  await server.unitOfWork.run((tx) => insertRows(tx, Rating, rows))
}
const A = { department: 'chengguan', rated: 40, contacted: 38, solved: 30, satisfied: 28, fairly: 4 }
const B = { department: 'gongshui', rated: 10, contacted: 10, solved: 10, satisfied: 9, fairly: 1 }

describe('the three rates (WORKFLOW §4)', () => {
  it('are those of the vectors A, B and of both pooled', async () => {
    await rate(A)
    await rate(B)
    const { items, total } = await scores()
    const figures = ({
      rated,
      solved,
      contactRate,
      solvedRate,
      satisfaction,
      composite,
      rank,
    }: ScoreRow) => ({
      rated,
      solved,
      rates: [contactRate, solvedRate, satisfaction].map((rate) => rate?.toFixed(3)),
      composite: composite?.toFixed(1),
      rank,
    })
    expect(Object.fromEntries(items.map((row) => [row.name, figures(row)]))).toEqual({
      供水公司: { rated: 10, solved: 10, rates: ['1.000', '1.000', '0.990'], composite: '99.6', rank: 1 },
      城市管理局: { rated: 40, solved: 30, rates: ['0.950', '0.750', '0.790'], composite: '78.6', rank: 2 },
    })
    expect(figures(total)).toEqual({
      rated: 50,
      solved: 40,
      rates: ['0.960', '0.800', '0.830'],
      composite: '82.8',
      rank: null,
    })
  })

  it('are nothing, not zero, when nobody rated', async () => {
    const { total, items } = await scores('from=2025-01-01&to=2025-01-31')
    expect(items).toEqual([])
    expect(total).toMatchObject({
      rated: 0,
      contactRate: null,
      solvedRate: null,
      satisfaction: null,
      composite: null,
      onTimeRate: null,
      rank: null,
    })
  })

  it('rank from ten ratings on; equal scores share a rank, and too few come last without one', async () => {
    await rate({ department: 'gongshui', rated: 9, solved: 9, satisfied: 9 })
    await rate({ department: 'gongan', rated: 10, solved: 5, satisfied: 5 })
    await rate({ department: 'zhujian', rated: 20, solved: 10, satisfied: 10 })
    await rate({ department: 'chengguan', rated: 10, solved: 1, satisfied: 1 })
    const { items } = await scores()
    expect(items.map(({ name, rank }) => [name, rank]).slice(2)).toEqual([
      ['城市管理局', 3],
      ['供水公司', null],
    ])
    expect(items.slice(0, 2).map(({ rank }) => rank)).toEqual([1, 1])
  })

  it.each(['field', 'area'])('are given by %s too', async (by) => {
    await rate(A)
    await rate(B)
    expect((await scores(november, by)).items).toMatchObject([{ rated: 50, solved: 40, rank: 1 }])
  })
})

describe('a period', () => {
  it('begins and ends at midnight in Shanghai', async () => {
    const midnight = fromShanghai('2026-11-01')
    const next = fromShanghai('2026-12-01')
    await rate({ department: 'gongan', rated: 1, at: new Date(midnight.getTime() - 1) })
    await rate({ department: 'gongan', rated: 2, at: midnight })
    await rate({ department: 'gongan', rated: 4, at: new Date(next.getTime() - 1) })
    await rate({ department: 'gongan', rated: 8, at: next })
    expect((await rowOf('公安分局'))?.rated).toBe(6)
    expect((await rowOf('公安分局', 'from=2026-10-31&to=2026-10-31'))?.rated).toBe(1)
    expect((await rowOf('公安分局', 'from=2026-12-01&to=2026-12-01'))?.rated).toBe(8)
  })

  it.each([
    ['from=2026-11-02&to=2026-11-01', 'period_invalid'],
    ['from=2024-01-01&to=2026-01-01', 'period_invalid'],
    ['from=2026-13-01&to=2026-11-01', 'validation_failed'],
    ['from=2026-11-01', 'validation_failed'],
  ])('%s is refused', async (query, code) => {
    expect(await get(server, 'lingdao', `/scores?${query}&by=department`)).toMatchObject({
      status: 400,
      body: { code, title: expect.stringMatching(/\p{Script=Han}/u) },
    })
  })
})

describe('what the department does', () => {
  it('counts an open overdue order as due, and one that is withdrawn as nobody’s', async () => {
    const onTime = await aNeed(server).worked().rated({ level: 1 }).there()
    await aNeed(server).there()
    const withdrawn = await aNeed(server).there()
    must(await withdrawn.ask('withdraw'))
    expect(await rowOf('城市管理局')).toMatchObject({
      filed: 3,
      answered: 1,
      onTimeRate: 1,
      openOverdue: 0,
      rated: 1,
      reworks: 1,
    })
    // Both open orders have run out: the fresh one of five workdays and the rework of three.
    server.present.set(new Date('2026-11-24T02:00:00Z'))
    expect(await rowOf('城市管理局')).toMatchObject({ answered: 1, openOverdue: 2, onTimeRate: 1 / 3 })
    for (const [who, act, body] of [
      ['chengguan', 'accept', {}],
      ['chengguan', 'contact', { how: 'phone', note: '聊过了' }],
      [
        'chengguan',
        'submitAnswer',
        { text: '已约谈施工单位，夜间十点以后不再作业，请监督', result: 'solved' },
      ],
      ['chengguan-shenhe', 'approve', {}],
    ] as const) {
      server.present.advance(MINUTE)
      must(await onTime.act(who, act, body))
    }
    expect(await rowOf('城市管理局')).toMatchObject({ answered: 2, openOverdue: 1, onTimeRate: 1 / 3 })
  })
})

describe('the scores', () => {
  it.each([
    ['lingdao', 200],
    ['duban', 200],
    ['guanli', 200],
    ['fenpai', 403],
    ['chengguan', 403],
    ['chengguan-shenhe', 403],
    ['wangge', 403],
    ['19900000001', 403],
  ])('are for %s: %i', async (who, status) => {
    expect((await get(server, who, `/scores?${november}&by=department`)).status).toBe(status)
  })
})
