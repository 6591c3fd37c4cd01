import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { DAY, HOUR, MINUTE } from '@minsheng/shared'
import { randomUUID } from 'node:crypto'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { Clock, TimerEngine } from '../deadlines/index.js'
import { aNeed, type FiledNeed, get, must, phone, post, tokenOf } from '../handling/a-need.fixture.js'
import { chainStart } from '../handling/index.js'
import { Outbox, Relay } from '../messages/index.js'
import { Notice } from '../messages/notice.entity.js'
import { PersonalDataRead, Staff } from '../people/index.js'
import { complaintHash } from './complaint-change.js'
import { ComplaintEvent } from './complaint-event.entity.js'
import type { ComplaintCase, ComplaintOfNeed, ComplaintPage, ComplaintView } from './complaint.dto.js'
import { Complaint } from './index.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
afterEach(async () => {
  server.present.set(mondayMorning)
  await server.unitOfWork.run(async (tx) => {
    for (const entity of [Complaint, ComplaintEvent, Clock, Notice, Outbox]) await tx.clear(entity)
  })
})

const neighbour = '19900000002'
const rows = () => server.unitOfWork.reader.find(Complaint)
const file = (need: FiledNeed, body: object = {}, who = phone, key?: string) =>
  post<ComplaintView>(server, who, `/needs/${need.id}/complaint`, body, key)
const act = <Body = ComplaintView>(id: string, name: string, body: object = {}, who = phone) =>
  post<Body & { code: string; allowed: string[]; state: string }>(
    server,
    who,
    `/complaints/${id}/acts/${name}`,
    body,
  )
const respond = (id: string, who = 'duban') =>
  act<ComplaintCase>(id, 'respond', { how: 'phone', note: '已通话，问清了情况，下午去现场' }, who)
const mine = async (need: FiledNeed) =>
  must(await get<ComplaintOfNeed>(server, phone, `/needs/${need.id}/complaint`)).complaint
const queue = async (state = 'filed', who = 'duban') =>
  must(await get<ComplaintPage>(server, who, `/complaints?state=${state}`)).items
const clockOf = (need: FiledNeed) =>
  server.unitOfWork.reader.findOneByOrFail(Clock, { needId: need.id, kind: 'complaintResponse' })
const notices = async (who: string) =>
  must(await get<{ items: { words: string }[] }>(server, who, '/notices')).items.map(({ words }) => words)

describe('one tap', () => {
  it('files a complaint without a word, and starts 24 clock hours', async () => {
    const need = await aNeed(server).worked().there()
    expect(await mine(need)).toBeNull()
    const complaint = must(await file(need))
    const dueAt = new Date(server.present.now().getTime() + 24 * HOUR)
    expect(complaint).toMatchObject({
      needId: need.id,
      state: 'filed',
      stateWords: '已提交',
      words: null,
      responseDueAt: dueAt.toISOString(),
      isOverdue: false,
      responderName: null,
      allowedActs: ['addWords', 'withdraw'],
    })
    expect(await mine(need)).toEqual(complaint)
    expect(await clockOf(need)).toMatchObject({ dueAt, departmentId: null, stoppedAt: null })
  })

  it('runs through nights and holidays', async () => {
    server.present.set(new Date('2026-09-30T14:00:00Z'))
    const complaint = must(await file(await aNeed(server).there()))
    expect(complaint.responseDueAt).toBe('2026-10-01T14:00:00.000Z')
  })

  it('is the same complaint the second time, with what was said since', async () => {
    const need = await aNeed(server).there()
    const first = must(await file(need))
    const second = must(await file(need, { words: '没有人来过' }))
    expect(second).toMatchObject({ id: first.id, words: '没有人来过', filedAt: first.filedAt })
    expect(await rows()).toHaveLength(1)
  })

  it('counts once when the phone sends it twice, or ten fingers tap at once', async () => {
    const need = await aNeed(server).there()
    await tokenOf(server, phone)
    const key = randomUUID()
    const [once, again] = [await file(need, {}, phone, key), await file(need, {}, phone, key)]
    expect(again).toMatchObject({ status: 200, body: once.body })
    const other = await aNeed(server).there()
    const answers = await Promise.all(Array.from({ length: 10 }, () => file(other)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(await rows()).toHaveLength(2)
  })

  it('is heard by an open page of the need, which asks by its version', async () => {
    const need = await aNeed(server).there()
    const { version } = await need.row()
    const { id } = must(await file(need))
    expect((await need.row()).version).toBe(version + 1)
    must(await respond(id))
    expect((await need.row()).version).toBe(version + 2)
  })

  it('is refused for a need that was taken back', async () => {
    const need = await aNeed(server).there()
    must(await need.ask('withdraw'))
    expect(await file(need)).toMatchObject({ status: 409, body: { code: 'need_withdrawn' } })
    expect(await rows()).toEqual([])
  })

  it.each([{ words: '字'.repeat(501) }, { words: 5 }, { level: 1 }])('is refused with %j', async (body) => {
    const need = await aNeed(server).there()
    expect((await file(need, body)).status).toBe(400)
    expect(await rows()).toEqual([])
  })
})

describe('what follows', () => {
  it('are words, added to one another', async () => {
    const need = await aNeed(server).there()
    const { id } = must(await file(need, { words: '打了三次电话' }))
    expect(must(await act(id, 'addWords', { words: ' 都没人接 ' })).words).toBe('打了三次电话\n都没人接')
    for (let more = 0; more < 3; more++) must(await act(id, 'addWords', { words: '字'.repeat(500) }))
    expect(await act(id, 'addWords', { words: '字'.repeat(500) })).toMatchObject({
      status: 422,
      body: { code: 'complaint_too_long' },
    })
    expect((await act(id, 'addWords', { words: '' })).status).toBe(400)
  })

  it('is the response of a person, by name, and the clock stops', async () => {
    const need = await aNeed(server).worked().there()
    const { id } = must(await file(need, { words: '答复和现场不一样' }))
    server.present.advance(3 * HOUR)
    expect(must(await respond(id))).toMatchObject({ state: 'responded', responseNote: /问清了/ })
    const seen = await mine(need)
    expect(seen).toMatchObject({
      state: 'responded',
      responderName: '纪长青',
      responseWay: 'phone',
      respondedAt: server.present.now().toISOString(),
      allowedActs: ['addWords', 'withdraw'],
    })
    expect(JSON.stringify(seen)).not.toContain('问清了')
    expect(await clockOf(need)).toMatchObject({
      stoppedAt: server.present.now(),
      nextAt: null,
      breachedAt: null,
    })
    expect((await respond(id)).body).toMatchObject({
      status: 409,
      code: 'transition_not_allowed',
      state: 'responded',
      allowed: ['investigate', 'void'],
    })
  })

  it('can be taken back; then another one can be filed, and both stay', async () => {
    const need = await aNeed(server).there()
    const { id } = must(await file(need))
    expect(must(await act(id, 'withdraw'))).toMatchObject({ state: 'void', allowedActs: [] })
    expect((await clockOf(need)).stoppedAt).not.toBeNull()
    expect((await respond(id)).status).toBe(409)
    server.present.advance(MINUTE)
    const second = must(await file(need))
    expect(second.id).not.toBe(id)
    expect((await mine(need))?.id).toBe(second.id)
    expect(await rows()).toHaveLength(2)
  })

  it('is recorded, each act with the hash of the one before', async () => {
    const need = await aNeed(server).there()
    const { id } = must(await file(need, { words: '没有人来过' }))
    must(await act(id, 'addWords', { words: '今天也没有' }))
    must(await respond(id))
    must(await act(id, 'withdraw'))
    const events = await server.unitOfWork.reader.find(ComplaintEvent, { order: { sequence: 'ASC' } })
    expect(events.map((each) => [each.act, each.actorKind])).toEqual([
      ['file', 'resident'],
      ['addWords', 'resident'],
      ['respond', 'staff'],
      ['withdraw', 'resident'],
    ])
    let before = chainStart
    for (const event of events) {
      expect([event.previousHash, complaintHash(event)]).toEqual([before, event.hash])
      before = event.hash
    }
    expect((await rows())[0]).toMatchObject({ eventCount: 4, lastEventHash: before })
  })
})

describe('the supervision office', () => {
  it('sees what waits, the most pressing first, and what has been responded to', async () => {
    const [first, second] = [await aNeed(server).there(), await aNeed(server).there()]
    const older = must(await file(first, { words: '没有人来过' }))
    server.present.advance(HOUR)
    must(await file(second))
    expect((await queue()).map(({ needId }) => needId)).toEqual([first.id, second.id])
    expect((await queue())[0]).toMatchObject({
      receiptNo: first.filed.receiptNo,
      departmentName: '城市管理局',
      areaName: '望江门社区',
      phoneMasked: '199****0001',
      words: '没有人来过',
      workOrderId: (await first.orders())[0]?.id,
      allowedActs: ['respond', 'void'],
    })
    must(await respond(older.id))
    expect(await queue()).toHaveLength(1)
    expect(await queue('responded')).toMatchObject([{ id: older.id, responderName: '纪长青' }])
  })

  it('sees the phone of the complainant, and that is written down', async () => {
    const need = await aNeed(server, { anonymous: true }).there()
    const { id } = must(await file(need))
    const path = `/complaints/${id}/contact-phone`
    expect((await post(server, 'duban', path)).status).toBe(400)
    expect(must(await post(server, 'duban', path, { reason: '投诉响应' }))).toEqual({ phone })
    expect(await server.unitOfWork.reader.findBy(PersonalDataRead, { needId: need.id })).toMatchObject([
      { what: 'contactPhone', reason: '投诉响应' },
    ])
  })

  it('is warned after 12 hours, the leaders after 20, each once', async () => {
    must(await file(await aNeed(server).there()))
    const warned = async (who: string) => {
      await server.app.get(TimerEngine).sweep()
      await server.app.get(Relay).drain()
      return (await notices(who)).filter((words) => words.includes('投诉')).length
    }
    server.present.advance(12 * HOUR + MINUTE)
    expect([await warned('duban'), await warned('lingdao'), await warned('chengguan')]).toEqual([1, 0, 0])
    server.present.advance(8 * HOUR)
    expect([await warned('duban'), await warned('lingdao'), await warned('chengguan')]).toEqual([2, 1, 0])
  })

  it('that is late is seen to be late, and stays so', async () => {
    const need = await aNeed(server).there()
    const { id } = must(await file(need))
    server.present.advance(DAY + MINUTE)
    expect(await mine(need)).toMatchObject({ isOverdue: true })
    must(await respond(id))
    expect(await mine(need)).toMatchObject({ isOverdue: false, state: 'responded' })
    expect((await clockOf(need)).breachedAt).not.toBeNull()
  })
})

describe('nobody else', () => {
  it('can do anything with the id of a need or a complaint', async () => {
    const need = await aNeed(server).there()
    expect((await file(need, {}, neighbour)).body).toMatchObject({ status: 404, code: 'need_not_found' })
    expect((await get(server, neighbour, `/needs/${need.id}/complaint`)).status).toBe(404)
    const { id } = must(await file(need))
    for (const [name, body] of [
      ['addWords', { words: '我也来说' }],
      ['withdraw', {}],
    ] as const)
      expect((await act(id, name, body, neighbour)).body).toMatchObject({
        status: 404,
        code: 'complaint_not_found',
      })
    expect((await act(id, 'respond', { how: 'phone', note: '好了' }, phone)).status).toBe(403)
    expect(await rows()).toMatchObject([{ state: 'filed', words: null, version: 1 }])
  })

  it.each(['chengguan', 'chengguan-shenhe', 'fenpai', 'lingdao', 'guanli', 'wangge'])(
    '%s can read or write a complaint',
    async (who) => {
      const need = await aNeed(server).there()
      const { id } = must(await file(need))
      for (const path of ['/complaints', `/needs/${need.id}/complaint`])
        expect((await get(server, who, path)).status).toBe(403)
      for (const path of ['acts/respond', 'acts/addWords', 'acts/withdraw', 'contact-phone'])
        expect((await post(server, who, `/complaints/${id}/${path}`)).status).toBe(403)
    },
  )

  it('who is accused learns of it from the order, its history or a message', async () => {
    const need = await aNeed(server, { anonymous: true }).worked().there()
    const before = must(await get(server, 'chengguan', await need.orderPath()))
    must(await file(need, { words: '答复是编的' }))
    await server.app.get(Relay).drain()
    expect(must(await get(server, 'chengguan', await need.orderPath()))).toEqual(before)
    expect((await notices('chengguan')).join()).not.toContain('投诉')
  })

  it('deals with a complaint about the department that he belongs to', async () => {
    const need = await aNeed(server).there()
    const { id } = must(await file(need))
    const { reader } = server.unitOfWork
    const { departmentId } = await need.row()
    const supervisor = await reader.findOneByOrFail(Staff, { account: 'duban2' })
    await server.unitOfWork.run((tx) => tx.update(Staff, { id: supervisor.id }, { departmentId }))
    expect(await queue('filed', 'duban2')).toEqual([])
    expect((await respond(id, 'duban2')).body).toMatchObject({ status: 404, code: 'complaint_not_found' })
    expect((await post(server, 'duban2', `/complaints/${id}/contact-phone`, { reason: '看看' })).status).toBe(
      404,
    )
    await server.unitOfWork.run((tx) => tx.update(Staff, { id: supervisor.id }, { departmentId: null }))
  })
})

it('tells the complainant that the complaint is here, and that somebody called', async () => {
  const who = '19900000033'
  const need = await aNeed(server, {}, who).there()
  const { id } = must(await file(need, {}, who))
  server.present.advance(MINUTE)
  must(await respond(id))
  await server.app.get(Relay).drain()
  const told = (await notices(who)).filter((words) => words.includes('投诉'))
  expect(told.reverse()).toEqual([
    expect.stringMatching(/^收到了您对 MS.+ 的投诉，24 小时内有监督人员联系您$/),
    expect.stringMatching(/^监督人员已就您对 MS.+ 的投诉联系您，请看进度$/),
  ])
})
