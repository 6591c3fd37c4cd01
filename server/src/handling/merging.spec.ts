import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { DAY, HOUR } from '@minsheng/shared'
import { In } from 'typeorm'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { Clock, TimerEngine } from '../deadlines/index.js'
import { Notice, Relay } from '../messages/index.js'
import type { Tx } from '../platform/database/index.js'
import { brokenAt } from './event-chain.js'
import { aNeed, type FiledNeed, get, must, noticesOf, phone, refuses, vague } from './a-need.fixture.js'
import { Merging } from './merging.service.js'
import type { NeedPage } from './need.dto.js'
import { Need } from './need.entity.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
beforeEach(() => server.present.set(mondayMorning))

const another = '19900000002'
const merge = (master: FiledNeed, ...needs: FiledNeed[]) =>
  master.ask('merge', { needIds: needs.map(({ id }) => id) }, 'fenpai')

/** State, orders and clocks, as the database has them. */
async function standing(need: FiledNeed) {
  const { version: _version, eventCount: _count, lastEventHash: _hash, ...row } = await need.row()
  const orders = (await need.orders()).map(({ version: _, ...order }) => order)
  const clocks = await server.unitOfWork.reader.find(Clock, {
    where: { needId: need.id },
    order: { id: 'ASC' },
  })
  return { row, orders, clocks }
}

describe('merging', () => {
  it('stops what ran for the need, and tells its complainant once', async () => {
    const master = await aNeed(server).accepted().there()
    const need = await aNeed(server, {}, another).accepted().there()
    must(await merge(master, need))
    expect(await need.view()).toMatchObject({
      state: 'merged',
      dueAt: null,
      allowedActs: [],
      receiptNo: need.filed.receiptNo,
      timeline: [{ title: '与同类诉求一起办理', detail: expect.stringContaining('城市管理局') }, {}, {}, {}],
    })
    expect((await need.orders()).map(({ state }) => state)).toEqual(['cancelled'])
    expect((await need.counts()).open).toBe(0)
    const told = (await noticesOf(need)).filter((words) => words.includes('受理编号不变'))
    expect(told).toHaveLength(1)
    expect((await master.view()).timeline[0]?.title).toBe('另有 1 件同类诉求，一起办理')
    const list = must(await get<NeedPage>(server, 'fenpai', `/needs/${master.id}/merged`))
    expect(list.items.map(({ id }) => id)).toEqual([need.id])
  })

  it('leaves the master the earliest due time, however often it is computed anew', async () => {
    const early = await aNeed(server).accepted().there()
    server.present.advance(2 * DAY)
    const master = await aNeed(server).accepted().there()
    const due = (await early.row()).dueAt
    expect(due?.getTime()).toBeLessThan((await master.row()).dueAt?.getTime() ?? 0)
    must(await merge(master, early))
    expect((await master.row()).dueAt).toEqual(due)
    expect((await master.orders())[0]?.dueAt).toEqual(due)
    expect((await master.clocks()).answer).toMatchObject({ dueAt: due })

    must(await master.ask('ask', { question: '请问是哪一栋楼？' }, 'chengguan'))
    server.present.advance(1 * HOUR)
    must(await master.ask('supply', { text: '三号楼' }))
    const moved = (await master.row()).dueAt?.getTime() ?? 0
    expect(moved - (due?.getTime() ?? 0)).toBeLessThan(DAY)
  })

  it('into a later one changes no due time', async () => {
    const master = await aNeed(server).accepted().there()
    const before = (await master.row()).dueAt
    server.present.advance(2 * DAY)
    must(await merge(master, await aNeed(server).there()))
    expect((await master.row()).dueAt).toEqual(before)
  })

  it('is refused with what stands in the way, and changes nothing', async () => {
    const master = await aNeed(server).accepted().there()
    const merged = await aNeed(server).accepted().there()
    const other = await aNeed(server).accepted().there()
    must(await merge(master, merged))
    const answered = await aNeed(server).worked().there()
    const waiting = await aNeed(server, { text: vague }).there()
    for (const [into, need, status, code] of [
      [master, master, 422, 'merge_into_itself'],
      [merged, other, 409, 'master_not_open'],
      [merged, master, 409, 'master_not_open'],
      [answered, other, 409, 'master_not_open'],
      [other, master, 409, 'merge_has_merged'],
      [other, merged, 409, 'transition_not_allowed'],
      [other, answered, 409, 'transition_not_allowed'],
      [waiting, other, 409, 'master_not_dispatched'],
    ] as const) {
      await refuses(into, () => merge(into, need), status, code)
      expect((await merge(into, need)).body.title).toContain(need.filed.receiptNo)
    }
    const both = await aNeed(server).there()
    await refuses(both, () => merge(other, both, answered), 409, 'transition_not_allowed')
    expect((await merge(other, both)).status).toBe(200)
  })

  it('is the dispatcher’s, of needs that are there', async () => {
    const [master, need] = [await aNeed(server).there(), await aNeed(server).there()]
    const ids = [need.id]
    for (const who of ['chengguan', 'duban', phone])
      expect((await master.ask('merge', { needIds: ids }, who)).status).toBe(403)
    const unknown = [...ids, '01JD0000000000000000000001']
    await refuses(need, () => master.ask('merge', { needIds: unknown }, 'fenpai'), 404, 'need_not_found')
    const tooMany = Array.from({ length: 501 }, (_, i) => `${need.id.slice(0, 22)}${1000 + i}`)
    for (const needIds of [[], ['x'], 'all', tooMany])
      expect((await master.ask('merge', { needIds }, 'fenpai')).status).toBe(400)
  })
})

describe('the answer of a master', () => {
  it('is that of the merged ones; each complainant is asked and rates for themselves', async () => {
    const master = await aNeed(server).accepted().contacted().answered().there()
    const content = await aNeed(server, {}, another).accepted().there()
    const discontent = await aNeed(server, { text: vague }, another).there()
    must(await merge(master, content, discontent))
    must(await master.act('chengguan-shenhe', 'approve'))
    await server.app.get(Relay).drain()
    const answer = (await master.view()).answer
    for (const need of [content, discontent]) {
      const view = await need.view()
      expect(view).toMatchObject({ state: 'answered', awaitsRating: true, allowedActs: ['rate'] })
      expect(view.answer).toEqual({ ...answer, at: view.answer?.at })
      expect(await noticesOf(need)).toContainEqual(expect.stringContaining('请看看办得怎么样'))
      expect((await need.clocks()).rating).toMatchObject({ stoppedAt: null })
      expect(brokenAt(await need.events(), await need.row())).toBeUndefined()
    }
    expect(must(await content.rate({ level: 5 })).state).toBe('closed')
    expect(must(await discontent.rate({ level: 1 }))).toMatchObject({ state: 'handling', round: 2 })
    expect((await discontent.orders()).at(-1)).toMatchObject({ state: 'pending', round: 2, role: 'lead' })
    expect((await master.row()).state).toBe('answered')
    // Who contacted the master's complainant worked for all of them: it counts for the rate of responses.
    for (const { id: needId } of [content, discontent])
      expect(await server.unitOfWork.reader.countBy('rating', { needId, isContacted: true })).toBe(1)
    expect(await server.unitOfWork.reader.countBy('merged_need', { masterId: master.id })).toBe(0)
  })

  it('does not come when it is withdrawn: the others go their own way', async () => {
    const master = await aNeed(server).accepted().there()
    const need = await aNeed(server, {}, another).accepted().there()
    const before = await standing(need)
    must(await merge(master, need))
    must(await master.ask('withdraw'))
    await server.app.get(Relay).drain()
    expect(await standing(need)).toEqual(before)
  })
})

describe('splitting', () => {
  it.each([
    ['submitted', () => aNeed(server, { text: vague }, another)],
    ['dispatched', () => aNeed(server, {}, another)],
    ['handling', () => aNeed(server, {}, another).accepted().contacted()],
    ['being returned', () => aNeed(server, {}, another).accepted().returned()],
    [
      'being reviewed, with help',
      () =>
        aNeed(server, {}, another).accepted().contacted().helpedBy('shengtai').helped('shengtai').answered(),
    ],
  ])('gives a need that was %s back exactly as it was', async (_, story) => {
    const need = await story().there()
    const master = await aNeed(server).accepted().there()
    const before = await standing(need)
    server.present.advance(HOUR)
    must(await merge(master, need))
    server.present.advance(HOUR)
    must(await need.ask('split', {}, 'fenpai2'))
    expect(await standing(need)).toEqual(before)
    expect(brokenAt(await need.events(), await need.row())).toBeUndefined()
    expect(await noticesOf(need)).toContainEqual(expect.stringContaining('恢复单独办理'))
    await refuses(need, () => need.ask('split', {}, 'fenpai'), 409, 'transition_not_allowed')
    must(await merge(master, need))
  })

  it('has the clocks run on as if they had never been stopped', async () => {
    const need = await aNeed(server, {}, another).there()
    const master = await aNeed(server).accepted().there()
    must(await merge(master, need))
    server.present.advance(10 * DAY)
    await server.app.get(TimerEngine).sweep()
    expect((await need.clocks()).answer?.breachedAt).toBeNull()
    must(await need.ask('split', {}, 'fenpai'))
    await server.app.get(TimerEngine).sweep()
    expect((await need.clocks()).answer?.breachedAt).toEqual(new Date('2026-11-23T10:00:00Z'))
  })
})

describe('five hundred needs', () => {
  it('are merged in one go of few statements, and each complainant is told once', async () => {
    const master = await aNeed(server).accepted().there()
    const phones = Array.from({ length: 50 }, (_, i) => `1991111${1000 + i}`)
    const ids: string[] = []
    for (let i = 0; i < 500; i += 1) ids.push((await aNeed(server, {}, phones[i % 50]).there()).id)
    const statements = await statementsOf((tx) =>
      server.app.get(Merging).merge(tx, dispatcher, master.id, ids),
    )
    expect(statements).toBeLessThan(40)

    await server.app.get(Relay).drain()
    const { reader } = server.unitOfWork
    const needs = await reader.findBy(Need, { id: In(ids) })
    expect(new Set(needs.map(({ state }) => state))).toEqual(new Set(['merged']))
    const told = (await reader.find(Notice)).filter(({ words }) => words.includes('受理编号不变'))
    const complainants = new Set(needs.map(({ residentId }) => residentId))
    expect(complainants.size).toBe(50)
    expect(told.filter(({ personId }) => complainants.has(personId))).toHaveLength(50)

    must(await master.ask('withdraw'))
    await server.app.get(Relay).drain()
    const back = await reader.findBy(Need, { id: In(ids) })
    expect(new Set(back.map(({ state }) => state))).toEqual(new Set(['dispatched']))
  }, 300_000)

  const dispatcher = {
    id: 'fenpai',
    kind: 'staff',
    roles: ['dispatcher'],
    departmentId: null,
    areaId: null,
  } as const

  /** How many statements a transaction asks of the database. */
  async function statementsOf(work: (tx: Tx) => Promise<unknown>): Promise<number> {
    let asked = 0
    await server.unitOfWork.run(async (tx) => {
      const runner = tx.queryRunner
      if (!runner) throw new Error('a transaction has a runner')
      const query = runner.query.bind(runner)
      runner.query = ((...all: Parameters<typeof query>) => {
        asked += 1
        return query(...all)
      }) as typeof runner.query
      await work(tx)
      runner.query = query
    })
    return asked
  }
})
