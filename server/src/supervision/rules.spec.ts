import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DAY, MINUTE } from '@minsheng/shared'
import { Not } from 'typeorm'
import { startApp, type TestApp } from '../../test/app.fixture.js'
import { aNeed, get, idOf, must, post, vague } from '../handling/a-need.fixture.js'
import { Outbox, Relay } from '../messages/index.js'
import { brokenAt, WorkOrder } from '../handling/index.js'
import type { WorkOrderView } from '../handling/work-order.dto.js'
import { TimerEngine } from '../deadlines/index.js'
import { Staff } from '../people/index.js'
import { insertRows, newId } from '../platform/database/index.js'
import { FiredRule } from './fired-rule.entity.js'
import { hears, noticesOf, ordersOf, reaches } from './supervision.fixture.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
  await aLeader()
})
afterAll(() => server.stop())

/** The city management bureau gets a leader, with the handler's password. */
async function aLeader(): Promise<void> {
  const { reader } = server.unitOfWork
  const handler = await reader.findOneByOrFail(Staff, { account: 'chengguan' })
  const leader: Staff = { ...handler, id: newId(server.present.now()), account: 'juzhang', roles: ['leader'] }
  await server.unitOfWork.run((tx) => insertRows(tx, Staff, [leader]))
}

const levels = async (need: Parameters<typeof ordersOf>[1]) =>
  (await ordersOf(server, need)).map(({ cause, level }) => `${cause} ${level}`)

describe('rule 1: a limit runs out', () => {
  it('yellow tells the handler who has it and the leader, and nobody else', async () => {
    const need = await aNeed(server).accepted().there()
    await reaches(server, need, 'yellow')
    expect(await noticesOf(server, 'chengguan', need)).toEqual([expect.stringContaining('办结时限快到了')])
    expect(await noticesOf(server, 'juzhang', need)).toEqual([expect.stringContaining('办结时限快到了')])
    expect(await noticesOf(server, 'chengguan2', need)).toEqual([])
    expect(await levels(need)).toEqual([])
  })

  it('yellow tells all handlers of the department while nobody has accepted it', async () => {
    const need = await aNeed(server).there()
    await reaches(server, need, 'yellow', 'accept')
    expect(await noticesOf(server, 'chengguan', need)).toHaveLength(1)
    expect(await noticesOf(server, 'chengguan2', need)).toHaveLength(1)
  })

  it('red, twice and thrice are level 1, 2 and 3; each has a number, a demand and a limit', async () => {
    const need = await aNeed(server).accepted().there()
    for (const stage of ['red', 'twice', 'thrice'] as const) await reaches(server, need, stage)
    const orders = await ordersOf(server, need)
    const number = need.filed.receiptNo.replace('MS', 'DB')
    expect(orders.map(({ number: each, level }) => [each, level])).toEqual([
      [`${number}-1`, 1],
      [`${number}-2`, 2],
      [`${number}-3`, 3],
    ])
    const departmentId = await idOf(server, 'department', 'chengguan')
    for (const order of orders) {
      expect(order).toMatchObject({
        departmentId,
        state: 'issued',
        issuedById: null,
        receiptNo: need.filed.receiptNo,
      })
      expect(order.demand.length).toBeGreaterThan(10)
      expect(order.dueAt.getTime()).toBeGreaterThan(order.issuedAt.getTime())
    }
    expect(await noticesOf(server, 'lingdao', need)).toEqual([expect.stringContaining('挂牌督办')])
  })

  it('fires once for an order and a level, whichever of its limits it is and how often it is delivered', async () => {
    const need = await aNeed(server).accepted().there()
    const order = (await need.orders()).at(-1)
    await hears(server, need, 'clock.red', { kind: 'contact', workOrderId: order?.id ?? null }, 3)
    await reaches(server, need, 'red', 'answer')
    await reaches(server, need, 'red', 'answer')
    expect(await levels(need)).toEqual(['overdue 1'])
    expect(await noticesOf(server, 'chengguan', need)).toHaveLength(1)
  })

  it('takes what comes at once, after a day without a server, in its order', async () => {
    const need = await aNeed(server).accepted().there()
    await Promise.all((['red', 'twice'] as const).map((stage) => reaches(server, need, stage)))
    // What one relay has in hand, the other puts off.
    server.present.advance(2 * MINUTE)
    await server.app.get(Relay).drain()
    expect((await levels(need)).sort()).toEqual(['overdue 1', 'overdueTwice 2'])
  })

  it('leaves a limit that waits for the resident alone', async () => {
    const need = await aNeed(server).worked().there()
    await reaches(server, need, 'red', 'rating')
    expect(await levels(need)).toEqual([])
  })

  it('holds the dispatchers to their own limit, not a department', async () => {
    const need = await aNeed(server, { text: '希望帮忙看一下我们这里的情况，大家都很着急' }).there()
    await hears(server, need, 'clock.red', { kind: 'dispatch', workOrderId: null, departmentId: null })
    expect(await ordersOf(server, need)).toMatchObject([{ cause: 'overdue', level: 1, departmentId: null }])
    expect(await noticesOf(server, 'fenpai', need)).toHaveLength(1)
  })

  it('leaves what was withdrawn meanwhile alone', async () => {
    const need = await aNeed(server).there()
    must(await need.ask('withdraw'))
    await reaches(server, need, 'red', 'accept')
    expect(await levels(need)).toEqual([])
  })

  it('stands in the need’s chain of events, and the resident reads of it in plain words', async () => {
    const need = await aNeed(server).accepted().there()
    const before = (await need.view()).version
    await reaches(server, need, 'red')
    expect(brokenAt(await need.events(), await need.row())).toBeUndefined()
    const view = await need.view()
    expect(view.version).toBeGreaterThan(before)
    expect(view.timeline[0]).toMatchObject({
      title: '已要求城市管理局尽快办好',
      detail: '由专人监督，限期说明情况',
    })
  })
})

describe('rule 2: it is not solved, or nobody wants it', () => {
  it('the first bad rating is a rework, the second level 2, the third level 3', async () => {
    const answers = [
      '再次约谈施工单位，安排专人每晚值守到十二点，请您监督',
      '已吊销该工地的夜间施工许可，并在小区公告栏公示结果',
    ]
    const story = aNeed(server).worked().rated({ level: 1 })
    const need = await story.there()
    await hears(server, need, 'need.rated', { level: 1 })
    expect(await levels(need)).toEqual([])
    for (const [index, expected] of [['secondRework 2'], ['secondRework 2', 'thirdRework 3']].entries()) {
      must(await need.act('chengguan', 'accept'))
      must(await need.act('chengguan', 'contact', { how: 'phone', note: '已电话沟通' }))
      must(await need.act('chengguan', 'submitAnswer', { text: answers[index], result: 'solved' }))
      const reviewed = await need.act('chengguan-shenhe', 'approve')
      if (reviewed.status >= 300) return // another reviewer is asked for: told by its own story
      must(await need.rate({ level: 1 }))
      await hears(server, need, 'need.rated', { level: 1 })
      expect(await levels(need)).toEqual(expected)
    }
  })

  it('counts the rounds that the outbox tells, each level once', async () => {
    const need = await aNeed(server).accepted().there()
    for (const round of [2, 3, 3, 4]) await hears(server, need, 'need.rework', { round })
    expect(await levels(need)).toEqual(['secondRework 2', 'thirdRework 3'])
  })

  it('three departments that returned it are level 3, public', async () => {
    const need = await aNeed(server).there()
    const [order] = await need.orders()
    if (!order) throw new Error('the need has no order')
    const returned = await Promise.all(
      ['shengtai', 'zhujian', 'gongan'].map(async (code): Promise<WorkOrder> => ({
        ...order,
        id: newId(server.present.now()),
        departmentId: await idOf(server, 'department', code),
        state: 'returned',
      })),
    )
    await server.unitOfWork.run((tx) => insertRows(tx, WorkOrder, returned.slice(0, 2)))
    await hears(server, need, 'need.dispatched', {})
    expect(await levels(need)).toEqual([])
    await server.unitOfWork.run((tx) => insertRows(tx, WorkOrder, returned.slice(2)))
    await hears(server, need, 'need.dispatched', {}, 2)
    expect(await ordersOf(server, need)).toMatchObject([{ cause: 'thirdReturn', level: 3, isListed: true }])
  })
})

describe('rule 5: a complaint without a response', () => {
  it('is level 1 for the supervision office, and its leaders hear of it', async () => {
    const need = await aNeed(server).there()
    await hears(server, need, 'clock.red', { kind: 'complaintResponse', workOrderId: null }, 2)
    expect(await ordersOf(server, need)).toMatchObject([
      { cause: 'complaintSilent', level: 1, departmentId: null },
    ])
    expect(await noticesOf(server, 'lingdao', need)).toHaveLength(1)
    expect(await noticesOf(server, 'duban', need)).toHaveLength(1)
    expect(await noticesOf(server, 'chengguan', need)).toEqual([])
  })

  it('is told to the supervision office, and to nobody of the department', async () => {
    const need = await aNeed(server).accepted().there()
    await hears(server, need, 'clock.red', { kind: 'complaintResponse', workOrderId: null })
    const [order] = await ordersOf(server, need)
    must(await post(server, 'duban', `/supervision-orders/${order?.id ?? ''}/acts/takeUp`))
    const path = await need.orderPath()
    const seenBy = async (who: string) =>
      JSON.stringify(must(await get<WorkOrderView>(server, who, path)).events)
    expect(await seenBy('duban')).toContain('督办')
    expect(await seenBy('chengguan')).not.toMatch(/督办|投诉/)
    const departmentId = await idOf(server, 'department', 'chengguan')
    await server.changed((tx) => tx.update(Staff, { account: 'fenpai3' }, { departmentId }))
    expect(await seenBy('fenpai')).toContain('督办')
    expect(await seenBy('fenpai3')).not.toMatch(/督办|投诉/)
    await server.changed((tx) => tx.update(Staff, { account: 'fenpai3' }, { departmentId: null }))
  })

  it('is so for each complaint, also about a need that was rejected', async () => {
    const need = await aNeed(server, { text: vague }).there()
    const reason = { reason: 'notDistrict', explanation: '这里属于邻区管辖，请向邻区反映' }
    must(await need.ask('reject', reason, 'fenpai'))
    for (const clockId of ['01JD00000000000000000000C1', '01JD00000000000000000000C2'])
      await hears(server, need, 'clock.red', { clockId, kind: 'complaintResponse', workOrderId: null }, 2)
    expect((await ordersOf(server, need)).map(({ cause }) => cause)).toEqual([
      'complaintSilent',
      'complaintSilent',
    ])
  })
})

describe('from the clock to the supervision order', () => {
  it('an answer that is not given leads through all levels, each once, however long no server ran', async () => {
    const need = await aNeed(server).accepted().there()
    const run = async () => {
      await server.app.get(TimerEngine).sweep()
      await server.app.get(Relay).drain()
    }
    await run()
    expect(await levels(need)).toEqual([])
    server.present.advance(60 * DAY)
    await run()
    await run()
    expect(await levels(need)).toEqual(['overdue 1', 'overdueTwice 2', 'overdueThrice 3'])
    const told = await noticesOf(server, 'chengguan', need)
    expect(told.filter((words) => words.includes('时限快到了')).length).toBeGreaterThanOrEqual(1)
    expect(told.filter((words) => /一级|二级|挂牌/.test(words))).toHaveLength(3)
  })
})

describe('several servers', () => {
  it('that hear the same at once make one supervision order: the others are put off and find it there', async () => {
    const need = await aNeed(server).there()
    await Promise.all([1, 2, 3].map(() => reaches(server, need, 'red', 'accept')))
    server.present.advance(2 * MINUTE)
    await server.app.get(Relay).drain()
    expect(await levels(need)).toEqual(['overdue 1'])
    const key = `overdue:${(await need.orders())[0]?.id ?? ''}`
    expect(await server.unitOfWork.reader.countBy(FiredRule, { key })).toBe(1)
    const waiting = { needId: need.id, topic: 'clock.red', state: Not('sent' as const) }
    expect(await server.unitOfWork.reader.countBy(Outbox, waiting)).toBe(0)
  })
})
