import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { HOUR } from '@minsheng/shared'
import { startApp, type TestApp } from '../../test/app.fixture.js'
import { aNeed, type FiledNeed, get, idOf, must, noise, post, tokenOf } from './a-need.fixture.js'
import type { TriagePage } from './need.dto.js'
import type { ExtensionPage, WorkOrderView } from './work-order.dto.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())

const neighbour = '19900000009'
const orderAs = async (need: FiledNeed, who: string, assisting?: string) =>
  must(await get<WorkOrderView>(server, who, await need.orderPath(assisting)))

describe('a need that waits for its complainant', () => {
  it('shows the question, and until when an answer is waited for', async () => {
    const need = await aNeed(server).accepted().contacted().asked('请问是哪一栋楼？').there()
    const { question, allowedActs } = await need.view()
    expect(question).toMatchObject({ text: '请问是哪一栋楼？', departmentName: '城市管理局' })
    const clock = (await need.clocks()).supply
    expect(question?.until).toBe(clock?.dueAt.toISOString())
    expect(allowedActs).toContain('supply')
    expect((await orderAs(need, 'chengguan')).question).toEqual(question)
    must(await need.ask('supply', { text: '三栋西侧' }))
    expect((await need.view()).question).toBeNull()
  })
})

describe('a planned need', () => {
  it('shows what is going to be done, by whom and when', async () => {
    const plan = { text: '下半年雨季前更换整段排水管', owner: '排水科 张工', publicAt: '2027-06-30' }
    const need = await aNeed(server).accepted().then('plan', plan, 'duban').there()
    expect((await need.view()).plan).toEqual(plan)
    expect((await orderAs(need, 'duban')).plan).toEqual(plan)
    must(await need.ask('resume', {}, 'duban'))
    expect((await need.view()).plan).toBeNull()
  })
})

describe('a need that follows another one', () => {
  it('shows how the master goes on, and nothing of its complainant', async () => {
    const master = await aNeed(server, { text: `${noise}，我住三栋` }).there()
    const follower = await aNeed(server, {}, neighbour).there()
    must(await master.ask('merge', { needIds: [follower.id] }, 'fenpai'))
    const read = async (etag?: string) =>
      server.call('GET', `/needs/${follower.id}`, {
        as: await tokenOf(server, neighbour),
        headers: etag ? { 'if-none-match': etag } : {},
      })
    const first = await read()
    const etag = String(first.headers['etag'])
    expect((await read(etag)).status).toBe(304)

    must(await master.act('chengguan', 'accept'))
    must(await master.act('chengguan', 'contact', { how: 'phone', note: '情绪激动' }))
    expect((await read(etag)).status).toBe(200)
    const { master: seen } = await follower.view()
    expect(seen).toMatchObject({
      state: 'handling',
      department: { name: '城市管理局' },
      areaName: '望江门社区',
    })
    expect(seen?.timeline.map(({ title }) => title)).toEqual(['城市管理局收到了，开始办理', '转给城市管理局'])
    expect(JSON.stringify(seen)).not.toMatch(/三栋|情绪|MS\d{8}/)
    expect((await orderAs(follower, 'fenpai')).master).toMatchObject({ receiptNo: master.filed.receiptNo })
  })
})

describe('what the lead sees of who assists', () => {
  it('is state and answer, and that the own answer has to wait', async () => {
    const need = await aNeed(server).accepted().contacted().helpedBy('shengtai').there()
    expect((await orderAs(need, 'chengguan')).others).toMatchObject([
      { role: 'assist', state: 'pending', department: { name: '生态环境局' }, answer: null },
    ])
    expect(await orderAs(need, 'chengguan', 'shengtai')).toMatchObject({ allowedActs: ['waive'] })
    must(await need.actOf('shengtai', 'chengguan', 'waive', { reason: '现场已经查清，不需要监测数据' }))
    expect((await orderAs(need, 'chengguan')).others).toMatchObject([{ state: 'cancelled' }])
  })
})

describe('an act that is not open', () => {
  it('says why, where state and person would allow it', async () => {
    const need = await aNeed(server).accepted().contacted().asked().then('supply', { text: '三栋' }).there()
    must(await need.ask('ask', { question: '请问几点最吵？' }, 'chengguan'))
    must(await need.ask('supply', { text: '半夜一点' }))
    server.present.advance(7 * HOUR)
    const { needActs, closedNeedActs, closedActs } = await orderAs(need, 'chengguan')
    expect(needActs).not.toContain('ask')
    expect(closedNeedActs).toEqual([{ act: 'ask', why: expect.stringContaining('补充过 2 次') }])
    expect(closedActs).toEqual([{ act: 'requestReturn', why: expect.stringContaining('4 个工作小时') }])
  })
})

describe('an extension', () => {
  it('says when the order would be due, to who asks and to who decides', async () => {
    const need = await aNeed(server).accepted().there()
    const before = await orderAs(need, 'chengguan')
    expect(before.extensionDues).toHaveLength(10)
    const [, , third] = before.extensionDues
    const asked = must(await need.act('chengguan', 'extend', { workdays: 3, reason: '配件从外地调运' }))
    expect(asked).toMatchObject({ extension: { until: third, isGranted: null }, extensionDues: [] })
    const { items } = must(await get<ExtensionPage>(server, 'duban', '/work-orders/extensions'))
    expect(items.find(({ needId }) => needId === need.id)?.extension?.until).toBe(third)
    const decided = must(await need.act('duban', 'decideExtension', { isGranted: true, note: '情况属实' }))
    expect(decided).toMatchObject({ dueAt: third, firstDueAt: before.dueAt, extension: { until: third } })
  })
})

describe('a return', () => {
  it('is said to be the last one the second time', async () => {
    const need = await aNeed(server).returned().there()
    const waiting = async () => {
      const { items } = must(await get<TriagePage>(server, 'fenpai', '/triage'))
      return items.find(({ id, kind }) => id === need.id && kind === 'return')
    }
    expect((await waiting())?.isLastReturn).toBe(false)
    const to = async (code: string) => ({
      departmentId: await idOf(server, 'department', code),
      note: '按三定方案',
    })
    must(await need.act('fenpai', 'decideReturn', await to('shengtai')))
    const request = {
      reason: '这是城市管理局的职责',
      legalBasis: '三定方案第四条',
      suggestedDepartmentId: await idOf(server, 'department', 'chengguan'),
    }
    must(await need.act('shengtai', 'requestReturn', request))
    expect((await waiting())?.isLastReturn).toBe(true)
    expect((await orderAs(need, 'fenpai')).returnRequest?.isLast).toBe(true)
  })
})

describe('a conclusion', () => {
  it('says who has signed, while a second supervisor is missing', async () => {
    const need = await aNeed(server).workedThreeTimes().there()
    const reason = '已按规定处理完毕，诉求人仍不认可，另行沟通'
    must(await need.ask('conclude', { reason }, 'duban'))
    const seen = await orderAs(need, 'duban2')
    expect(seen.signature).toMatchObject({ reason, byName: expect.stringMatching(/\p{Script=Han}/u) })
    expect(seen.needActs).toContain('conclude')
    expect((await orderAs(need, 'duban')).closedNeedActs).toMatchObject([{ act: 'conclude' }])
    must(await post(server, 'duban2', `/needs/${need.id}/acts/conclude`, { reason }))
    expect((await orderAs(need, 'duban')).signature).toBeNull()
  })
})
