import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { DAY, fromShanghai, MINUTE } from '@minsheng/shared'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { aNeed, get, idOf, must, phone, post } from '../handling/a-need.fixture.js'
import { Relay } from '../messages/index.js'
import { Staff } from '../people/index.js'
import { Area } from '../places/index.js'
import { Counting } from './counting.js'
import { rate as rateAt, type Rated, scoresOf, startOver } from './scores.fixture.js'
import type { ScoreItemPage, ScoreRow } from './scores.dto.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
afterEach(async () => {
  server.present.set(mondayMorning)
  await startOver(server)
})

const november = 'from=2026-11-01&to=2026-11-30'
const rate = (rated: Rated) => rateAt(server, rated)
const scores = (query = november, by = 'department', who = 'lingdao') => scoresOf(server, query, by, who)
const rowOf = async (name: string, query?: string): Promise<ScoreRow | undefined> =>
  (await scores(query)).items.find((row) => row.name === name)
const items = async (query: string, who = 'lingdao') =>
  must(await get<ScoreItemPage>(server, who, `/scores/items?${query}`))

const A = { department: 'chengguan', rated: 40, contacted: 38, solved: 30, satisfied: 28, fairly: 4 }
const B = { department: 'gongshui', rated: 10, contacted: 10, solved: 10, satisfied: 9, fairly: 1 }

describe('the three rates (WORKFLOW §4)', () => {
  it('are those of the vectors A, B and of both pooled', async () => {
    await rate(A)
    await rate(B)
    const { items: rows, total } = await scores()
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
      rates: [contactRate, solvedRate, satisfaction].map((each) => each?.toFixed(3)),
      composite: composite?.toFixed(1),
      rank,
    })
    expect(Object.fromEntries(rows.map((row) => [row.name, figures(row)]))).toEqual({
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
    const { total, items: rows } = await scores('from=2025-01-01&to=2025-01-31')
    expect(rows).toEqual([])
    expect(total).toMatchObject({
      rated: 0,
      contactRate: null,
      solvedRate: null,
      satisfaction: null,
      composite: null,
      onTimeRate: null,
      rank: null,
    })
    for (const value of Object.values(total.rates)) expect(value).toBeNull()
  })

  it('rank from ten ratings on; equal scores share a rank, and too few come last without one', async () => {
    await rate({ department: 'gongshui', rated: 9, solved: 9, satisfied: 9 })
    await rate({ department: 'gongan', rated: 10, solved: 5, satisfied: 5 })
    await rate({ department: 'zhujian', rated: 20, solved: 10, satisfied: 10 })
    await rate({ department: 'chengguan', rated: 10, solved: 1, satisfied: 1 })
    const { items: rows } = await scores()
    expect(rows.map(({ name, rank }) => [name, rank]).slice(2)).toEqual([
      ['城市管理局', 3],
      ['供水公司', null],
    ])
    expect(rows.slice(0, 2).map(({ rank }) => rank)).toEqual([1, 1])
  })

  it('rank the progress since the period before, where both had ten ratings', async () => {
    const october = fromShanghai('2026-10-20')
    await rate({ department: 'gongan', rated: 10, solved: 8, satisfied: 8, at: october })
    await rate({ department: 'gongan', rated: 10, solved: 9, satisfied: 9 })
    await rate({ department: 'zhujian', rated: 10, solved: 0, satisfied: 0, at: october })
    await rate({ department: 'zhujian', rated: 10, solved: 5, satisfied: 5 })
    await rate({ department: 'chengguan', rated: 9, at: october })
    await rate({ department: 'chengguan', rated: 10, solved: 10, satisfied: 10 })
    const { items: rows } = await scores('period=month&month=2026-11')
    const told = rows.map(({ name, rank, progress, progressRank }) => [
      ...[name, rank, progress?.toFixed(1), progressRank],
    ])
    expect(told).toEqual([
      ['城市管理局', 1, undefined, null],
      ['公安分局', 2, '9.0', 2],
      ['住房和城乡建设局', 3, '45.0', 1],
    ])
  })

  it.each(['field', 'area', 'source'])('are given by %s too', async (by) => {
    await rate(A)
    await rate(B)
    expect((await scores(november, by)).items).toMatchObject([{ rated: 50, solved: 40, rank: 1 }])
  })

  it.each([
    ['week', ['2026年11月9日起一周', '2026年11月16日起一周']],
    ['month', ['2026年11月']],
  ])('are given by %s too, in the order of time', async (by, names) => {
    await rate({ department: 'gongan', rated: 2, at: fromShanghai('2026-11-15', 1439) })
    await rate({ department: 'gongan', rated: 3, at: fromShanghai('2026-11-16') })
    const { items: rows, total } = await scores(november, by)
    expect(rows.map(({ name }) => name)).toEqual(names)
    expect(rows.map(({ rated }) => rated)).toEqual(by === 'week' ? [2, 3] : [5])
    expect(total.rated).toBe(5)
  })

  it('follow the scheme of the last day of the period', async () => {
    await rate(A)
    const { scheme } = await scores()
    expect(scheme).toEqual({ contact: 0.1, solved: 0.5, satisfaction: 0.4, fairlySatisfied: 0.9 })
  })

  it('have a light for each target', async () => {
    await rate({ department: 'gongshui', rated: 10, solved: 10, satisfied: 9, fairly: 1 })
    const { targets } = await scores()
    expect(targets).toContainEqual({ name: 'satisfaction', goal: 0.9, rate: 0.99, light: 'green' })
    expect(targets).toContainEqual({ name: 'complaintResolvedRate', goal: 0.98, rate: null, light: null })
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
    expect((await rowOf('公安分局', 'period=month&month=2026-11'))?.rated).toBe(6)
    expect((await rowOf('公安分局', 'from=2026-10-31&to=2026-10-31'))?.rated).toBe(1)
    expect((await rowOf('公安分局', 'from=2026-12-01&to=2026-12-01'))?.rated).toBe(8)
  })

  it('goes from the 19th to the 18th, or from noon to noon', async () => {
    const noon = fromShanghai('2026-11-18', 12 * 60)
    await rate({ department: 'gongan', rated: 1, at: new Date(noon.getTime() - 1) })
    await rate({ department: 'gongan', rated: 2, at: noon })
    await rate({ department: 'gongan', rated: 4, at: fromShanghai('2026-11-19') })
    expect((await rowOf('公安分局', 'period=nineteenth&month=2026-11'))?.rated).toBe(3)
    expect((await rowOf('公安分局', 'period=nineteenth&month=2026-12'))?.rated).toBe(4)
    expect((await rowOf('公安分局', 'period=noonDay&day=2026-11-18'))?.rated).toBe(1)
    expect((await rowOf('公安分局', 'period=noonDay&day=2026-11-19'))?.rated).toBe(6)
  })

  it.each([
    ['from=2026-11-02&to=2026-11-01', 'period_invalid'],
    ['from=2024-01-01&to=2026-01-01', 'period_invalid'],
    ['from=2026-02-01&to=2026-02-30', 'period_invalid'],
    ['from=2026-11-01', 'period_invalid'],
    ['period=month', 'period_invalid'],
    ['period=noonDay&month=2026-11', 'period_invalid'],
    ['period=month&month=2026-13', 'validation_failed'],
    ['period=year&month=2026-11', 'validation_failed'],
    ['from=2026-13-01&to=2026-11-01', 'validation_failed'],
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
      figures: { withdrawn: 1, reworked: 1, leadAnswered: 1 },
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

  it('counts an act that tells nobody anything', async () => {
    const need = await aNeed(server).helpedBy('gongan').there()
    expect((await rowOf('公安分局'))?.figures.ordered).toBe(1)
    must(
      await need.actOf('gongan', 'chengguan', 'waive', {
        reason: '现场已经处理完，不再需要公安分局到场协助',
      }),
    )
    expect(await rowOf('公安分局')).toBeUndefined()
  })
})

describe('the scores', () => {
  it.each([
    ['lingdao', 200],
    ['duban', 200],
    ['guanli', 200],
    ['chengguan-lingdao', 200],
    ['fenpai', 403],
    ['chengguan', 403],
    ['chengguan-shenhe', 403],
    ['wangge', 403],
    ['19900000001', 403],
  ])('are for %s: %i', async (who, status) => {
    expect((await get(server, who, `/scores?${november}&by=department`)).status).toBe(status)
    const asked = await get(server, who, `/scores/items?${november}&by=department&figure=rated`)
    expect(asked.status).toBe(status)
  })

  it('of a department are cut to it for its leader, with the reason', async () => {
    await rate(A)
    await rate(B)
    for (const by of ['department', 'field', 'area', 'community', 'source', 'week']) {
      const { scope, total } = await scores(november, by, 'chengguan-lingdao')
      expect(scope).toMatchObject({
        name: '城市管理局',
        reason: '您在城市管理局工作，这里只有城市管理局的数据',
      })
      expect(total.rated).toBe(40)
    }
    const listed = await items(`${november}&by=department&figure=rated`, 'chengguan-lingdao')
    expect(new Set(listed.items.map(({ departmentName }) => departmentName))).toEqual(new Set(['城市管理局']))
    const others = await idOf(server, 'department', 'gongshui')
    for (const path of ['/scores?', '/scores/items?figure=rated&']) {
      const query = `${path}${november}&by=field&within=${others}`
      expect(await get(server, 'chengguan-lingdao', query)).toMatchObject({
        status: 403,
        body: { code: 'scope_not_yours', title: expect.stringContaining('城市管理局') },
      })
    }
    const sneaky = `${november}&by=department&of=${others}&figure=rated`
    expect((await items(sneaky, 'chengguan-lingdao')).items).toEqual([])
  })

  it('of everything are cut to the town for who works in a town', async () => {
    const { reader } = server.unitOfWork
    const [here, there] = await reader.find(Area, { where: { level: 'street' }, order: { id: 'ASC' } })
    await rate(A)
    for (const [areaId, rated] of [
      [here?.id, 40],
      [there?.id, 0],
    ] as const) {
      await server.unitOfWork.run((tx) =>
        tx.update(Staff, { account: 'lingdao2' }, { areaId: areaId ?? null }),
      )
      server.present.advance(20 * MINUTE)
      const { scope, total } = await scores(november, 'department', 'lingdao2')
      expect(scope).toMatchObject({ id: areaId, reason: expect.stringContaining('只有') })
      expect(total.rated).toBe(rated)
    }
    await server.unitOfWork.run((tx) => tx.update(Staff, { account: 'lingdao2' }, { areaId: null }))
  })

  it('lead from each item to its order: its own, or the newest one of the lead', async () => {
    const need = await aNeed(server).worked().rated({ level: 1 }).there()
    await server.app.get(Relay).drain()
    const orders = (await need.orders()).filter(({ role }) => role === 'lead')
    expect(orders).toHaveLength(2)
    const [filed] = (await items(`${november}&by=department&figure=filed`)).items
    expect(filed).toMatchObject({ needId: need.id, workOrderId: orders[1]?.id })
    const [answered] = (await items(`${november}&by=department&figure=answered`)).items
    expect(answered?.workOrderId).toBe(orders[0]?.id)
  })

  it('of one department or town are there for who sees the district', async () => {
    await rate(A)
    await rate(B)
    const within = await idOf(server, 'department', 'gongshui')
    expect((await scores(`${november}&within=${within}`, 'field')).total.rated).toBe(10)
    const nowhere = await get(server, 'lingdao', `/scores?${november}&by=field&within=${'0'.repeat(26)}`)
    expect(nowhere).toMatchObject({ status: 404, body: { code: 'scope_not_found' } })
  })
})

describe('a complaint about the service as such', () => {
  it('counts in the district, once, and belongs to no department and no town', async () => {
    must(await post(server, phone, '/complaints', { words: '热线一直打不通' }))
    server.present.advance(DAY + MINUTE)
    const counted = { complained: 1, complaintResponseDue: 1, complaintRespondedInTime: 0 }
    for (const by of ['department', 'area', 'community', 'field', 'source'])
      expect((await scores(november, by)).total.figures).toMatchObject(counted)
    const [behind] = (await items(`${november}&by=department&figure=complained`)).items
    expect(behind).toMatchObject({ title: '对服务的投诉', receiptNo: '', departmentName: null })
  })

  it('counts the same when everything is counted again', async () => {
    must(await post(server, phone, '/complaints', {}))
    const before = (await scores()).total.figures
    await server.app.get(Counting).rebuild()
    expect((await scores()).total.figures).toEqual(before)
    expect(before.complained).toBe(1)
  })
})
