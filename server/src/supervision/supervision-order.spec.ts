import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { DAY } from '@minsheng/shared'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { aNeed, type FiledNeed, get, must, post } from '../handling/a-need.fixture.js'
import { Clock, TimerEngine } from '../deadlines/index.js'
import { brokenAt } from '../handling/index.js'
import { newId } from '../platform/database/index.js'
import { hears, listed, noticesOf, ordersOf, reaches } from './supervision.fixture.js'
import type { ListedSupervisionPage, SupervisionView } from './supervision-order.dto.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
beforeEach(() => server.present.set(mondayMorning))

const act = (who: string, id: string, name: string, body: object = {}) =>
  post<SupervisionView & { code?: string; allowed?: string[] }>(
    server,
    who,
    `/supervision-orders/${id}/acts/${name}`,
    body,
  )
const feedback = { text: '已约谈施工单位，今晚起夜间停工，明天上门告知居民' }

/** A need whose answer is overdue, and the supervision order that follows. */
async function supervised(stage: 'red' | 'thrice' = 'red'): Promise<{ need: FiledNeed; id: string }> {
  const need = await aNeed(server).accepted().there()
  await reaches(server, need, stage)
  const id = (await ordersOf(server, need))[0]?.id ?? ''
  return { need, id }
}

/** One by hand. */
async function byHand(level = 2, who = 'duban'): Promise<{ need: FiledNeed; order: SupervisionView }> {
  const need = await aNeed(server).accepted().there()
  const workOrderId = (await need.orders())[0]?.id
  const body = { workOrderId, level, demand: '请负责人到现场，三天内拿出办法' }
  return { need, order: must(await post<SupervisionView>(server, who, '/supervision-orders', body)) }
}

describe('a supervision order by rule', () => {
  it('is taken up by one supervisor, answered by the department, closed by who took it up', async () => {
    const { need, id } = await supervised()
    expect(must(await act('duban', id, 'takeUp'))).toMatchObject({ issuerName: '纪长青', state: 'issued' })
    expect(await act('duban2', id, 'takeUp')).toMatchObject({ status: 409 })
    expect(must(await act('chengguan', id, 'feedBack', feedback))).toMatchObject({
      state: 'answered',
      feedback: feedback.text,
      allowedActs: [],
    })
    expect(await noticesOf(server, 'duban', need)).toEqual([expect.stringContaining('有了反馈')])
    expect(await act('duban2', id, 'settle', { text: '情况属实，已办结' })).toMatchObject({
      status: 409,
      body: { code: 'transition_not_allowed', allowed: [] },
    })
    const view = must(await act('duban', id, 'settle', { text: '情况属实，已办结' }))
    expect(view).toMatchObject({ state: 'settled', conclusion: '情况属实，已办结', allowedActs: [] })
    expect(view.events.map(({ words, byName }) => [words, byName])).toEqual([
      ['督办办结', '纪长青'],
      ['督办反馈', '傅晓岚'],
      ['认领督办单', '纪长青'],
      ['督办', null],
    ])
    expect(brokenAt(await need.events(), await need.row())).toBeUndefined()
  })

  it('cannot be closed by anybody before it is taken up', async () => {
    const { id } = await supervised()
    must(await act('chengguan', id, 'feedBack', feedback))
    expect(await act('duban', id, 'settle', { text: '已办结' })).toMatchObject({
      status: 409,
      body: { allowed: ['takeUp'] },
    })
  })

  it('can be taken up by exactly one of two at the same moment', async () => {
    const { id } = await supervised()
    const answers = await Promise.all([act('duban', id, 'takeUp'), act('duban2', id, 'takeUp')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('a supervision order by hand', () => {
  it('belongs to who issued it, tells the department, and has the limit of its level', async () => {
    const { need, order } = await byHand()
    expect(order).toMatchObject({
      number: `${need.filed.receiptNo.replace('MS', 'DB')}-1`,
      level: 2,
      cause: 'byHand',
      issuerName: '纪长青',
      departmentName: '城市管理局',
      dueAt: '2026-11-18T10:00:00.000Z',
      allowedActs: ['revoke'],
    })
    expect(await noticesOf(server, 'chengguan', need)).toContainEqual(expect.stringContaining('已二级督办'))
  })

  it('goes back with words until the feedback will do, with a new limit', async () => {
    const { order } = await byHand()
    must(await act('chengguan', order.id, 'feedBack', feedback))
    server.present.advance(DAY)
    expect(must(await act('duban', order.id, 'askAgain', { text: '请补充现场照片和时间' }))).toMatchObject({
      state: 'issued',
      feedback: null,
      dueAt: '2026-11-19T10:00:00.000Z',
    })
    must(await act('chengguan', order.id, 'feedBack', feedback))
  })

  it('has a clock of its own: no feedback in time is told to the department and to who issued it', async () => {
    const { need, order } = await byHand()
    const clock = await server.unitOfWork.reader.findOneByOrFail(Clock, { workOrderId: order.id })
    expect(clock).toMatchObject({ kind: 'supervision', needId: need.id, stoppedAt: null })
    expect(clock.dueAt.toISOString()).toBe(order.dueAt)
    server.present.advance(3 * DAY)
    await server.app.get(TimerEngine).sweep()
    const late = expect.stringContaining('到期没有反馈')
    expect(await noticesOf(server, 'duban', need)).toEqual([late])
    expect(await noticesOf(server, 'chengguan', need)).toContainEqual(late)
    must(await act('chengguan', order.id, 'feedBack', feedback))
    const stopped = await server.unitOfWork.reader.findOneByOrFail(Clock, { id: clock.id })
    expect(stopped.stoppedAt).toEqual(server.present.now())
    expect(stopped.breachedAt).toEqual(clock.dueAt)
  })

  it('can be revoked with a reason, and then leaves the public list', async () => {
    const { order } = await byHand(3)
    expect(await publicIds()).toContain(order.id)
    must(await act('duban', order.id, 'revoke', { text: '重复督办，并入另一张' }))
    expect(await publicIds()).not.toContain(order.id)
  })

  it.each([
    [{ level: 4 }, 'level'],
    [{ level: '2' }, 'level'],
    [{ demand: '快办' }, 'demand'],
    [{ demand: '字'.repeat(501) }, 'demand'],
    [{ workOrderId: 'x' }, 'workOrderId'],
  ])('is refused as %j', async (wrong, field) => {
    const body = { workOrderId: newId(mondayMorning), level: 1, demand: '请限期办结', ...wrong }
    expect(await post(server, 'duban', '/supervision-orders', body)).toMatchObject({
      status: 400,
      body: { errors: [{ field }] },
    })
  })

  it('needs an order that is there, and a supervisor', async () => {
    const body = { workOrderId: newId(mondayMorning), level: 1, demand: '请限期办结' }
    expect((await post(server, 'duban', '/supervision-orders', body)).status).toBe(404)
    for (const who of ['chengguan', 'fenpai', 'lingdao', 'wangge'])
      expect((await post(server, who, '/supervision-orders', body)).status).toBe(403)
  })
})

describe('the department', () => {
  it('answers in words that say something', async () => {
    const { id } = await supervised()
    expect(await act('chengguan', id, 'feedBack', { text: '知道了' })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'text' }] },
    })
  })

  it('sees its own, and not those of its neighbour, who guesses the id', async () => {
    const { need, id } = await supervised()
    expect(await listed(server, 'chengguan', need)).toHaveLength(1)
    expect(await listed(server, 'shengtai', need)).toEqual([])
    expect((await get(server, 'shengtai', `/supervision-orders/${id}`)).status).toBe(404)
    expect((await act('shengtai', id, 'feedBack', feedback)).status).toBe(404)
  })

  it('cannot ask for another department by the filter', async () => {
    const { need } = await supervised()
    const departmentId = (await ordersOf(server, need))[0]?.departmentId ?? ''
    expect(await listed(server, 'shengtai', need, `departmentId=${departmentId}`)).toEqual([])
    expect(await listed(server, 'duban', need, `departmentId=${departmentId}`)).toHaveLength(1)
  })
})

describe('the list', () => {
  it('is narrowed down by state, level and what is overdue', async () => {
    const { need, id } = await supervised()
    for (const [query, count] of [
      ['', 1],
      ['state=issued&level=1', 1],
      ['level=2', 0],
      ['overdue=true', 0],
      ['overdue=false', 1],
      ['state=answered', 0],
    ] as const)
      expect([query, (await listed(server, 'duban', need, query)).length]).toEqual([query, count])
    server.present.advance(5 * DAY)
    expect(await listed(server, 'lingdao', need, 'overdue=true')).toMatchObject([{ id, isOverdue: true }])
  })

  it('refuses a filter that there is not', async () => {
    for (const query of ['state=lost', 'level=9', 'overdue=maybe', 'departmentId=1'])
      expect([query, (await get(server, 'duban', `/supervision-orders?${query}`)).status]).toEqual([
        query,
        400,
      ])
  })
})

describe('what everybody may see', () => {
  it('is level 3 alone, without a word of the resident or a number that leads to the need', async () => {
    const { need, id } = await supervised('thrice')
    await hears(server, need, 'clock.red', {
      kind: 'answer',
      workOrderId: (await need.orders())[0]?.id ?? null,
    })
    const { items } = await publicList()
    expect(items.filter((item) => item.id === id)).toHaveLength(1)
    expect(items.every(({ level }) => level === 3)).toBe(true)
    const text = JSON.stringify(items)
    for (const secret of [need.filed.receiptNo, need.filed.receiptNo.slice(2), need.filed.title, need.id])
      expect(text).not.toContain(secret)
    expect(items.find((item) => item.id === id)).toEqual({
      id,
      level: 3,
      cause: 'overdueThrice',
      state: 'issued',
      departmentName: '城市管理局',
      categoryName: expect.any(String),
      areaName: '望江门社区',
      issuedAt: expect.any(String),
      dueAt: expect.any(String),
      isOverdue: false,
      settledAt: null,
    })
  })
})

const publicList = async () =>
  must(await server.call<ListedSupervisionPage>('GET', '/supervision-orders/listed'))
const publicIds = async () => (await publicList()).items.map(({ id }) => id)
