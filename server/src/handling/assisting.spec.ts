import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { aNeed, type FiledNeed, get, idOf, must, refuses, vague } from './a-need.fixture.js'
import type { WorkOrderPage } from './work-order.dto.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
beforeEach(() => server.present.set(mondayMorning))

const ids = (...codes: string[]) => Promise.all(codes.map((code) => idOf(server, 'department', code)))
const eleven = [
  'jiaoyu',
  'weijian',
  'yibao',
  'minzheng',
  'zhujian',
  'ziran',
  'jiaotong',
  'shengtai',
  'renshe',
  'shijian',
  'gongan',
]
const assist = async (need: FiledNeed, codes: string[], who = 'chengguan') =>
  need.act(who, 'assist', { departmentIds: await ids(...codes), reason: '请一起到现场' })
const answer = { text: '已经联系施工单位并现场处理完毕，今后每晚都会巡查', result: 'solved' }

describe('an assisting department', () => {
  it('gets an order of its own in its queue, with clocks of its own', async () => {
    const need = await aNeed(server).accepted().helpedBy('shengtai').there()
    expect(await need.orders()).toEqual([
      expect.objectContaining({ role: 'lead', state: 'working' }),
      expect.objectContaining({ role: 'assist', state: 'pending' }),
    ])
    const queue = must(await get<WorkOrderPage>(server, 'shengtai', '/work-orders'))
    expect(queue.items).toContainEqual(expect.objectContaining({ needId: need.id, role: 'assist' }))
    expect((await need.counts()).open).toBe(5)
    expect((await need.row()).departmentId).toBe(await idOf(server, 'department', 'chengguan'))
    expect((await need.view()).timeline[0]?.title).toBe('请生态环境局协助办理')
    expect(JSON.stringify(await need.view())).not.toContain('内部')
  })

  it('accepts and answers without moving the need, or what the complainant reads as the answer', async () => {
    const need = await aNeed(server).helpedBy('shengtai').helped('shengtai').there()
    expect(await need.view()).toMatchObject({ state: 'dispatched', answer: null })
    expect((await need.view()).timeline.map(({ title }) => title)).toContain('生态环境局完成了协助的部分')
    expect(JSON.stringify(await need.view())).not.toContain('协助办理：')
  })

  it('holds up the answer of the lead until it has answered', async () => {
    const need = await aNeed(server).accepted().contacted().helpedBy('shengtai').there()
    await refuses(need, () => need.act('chengguan', 'submitAnswer', answer), 422, 'assists_open')
    const helped = await aNeed(server).accepted().contacted().helpedBy('shengtai').helped('shengtai').there()
    must(await helped.act('chengguan', 'submitAnswer', answer))
    must(await helped.act('chengguan-shenhe', 'approve'))
    expect(must(await helped.rate({ level: 5 })).state).toBe('closed')
    expect(await server.unitOfWork.reader.findBy('rating', { needId: helped.id })).toMatchObject([
      { departmentId: (await helped.row()).departmentId, isContacted: true },
    ])
  })

  it('is waived by the lead in words, which stand in the log', async () => {
    const need = await aNeed(server).accepted().contacted().helpedBy('shengtai').there()
    const waive = (reason: string, who = 'chengguan') => need.actOf('shengtai', who, 'waive', { reason })
    await refuses(need, () => waive('不用了'), 400, 'validation_failed')
    await refuses(need, () => waive('不用了          '), 422, 'waiver_too_short')
    await refuses(need, () => waive('现场已经核实，不再需要协助', 'shengtai'), 409, 'transition_not_allowed')
    const waived = must(await waive('现场已经核实，不再需要协助'))
    expect(waived).toMatchObject({ state: 'cancelled', role: 'assist' })
    expect(waived.events[0]).toMatchObject({
      words: '免去协办',
      detail: expect.stringContaining('现场已经核实'),
    })
    must(await need.act('chengguan', 'submitAnswer', answer))
  })

  it('can return its order, which is then another’s to assist', async () => {
    const need = await aNeed(server).accepted().helpedBy('shengtai').there()
    const [gongan] = await ids('gongan')
    const request = { reason: '不归我们管', legalBasis: '三定方案', suggestedDepartmentId: gongan }
    must(await need.actOf('shengtai', 'shengtai', 'requestReturn', request))
    must(await need.actOf('shengtai', 'fenpai', 'decideReturn', { departmentId: gongan, note: '同意' }))
    expect((await need.orders()).map(({ role, state }) => `${role} ${state}`).sort()).toEqual([
      'assist pending',
      'assist returned',
      'lead working',
    ])
    expect((await need.row()).departmentId).toBe(await idOf(server, 'department', 'chengguan'))
    await refuses(
      need,
      () => need.actOf('gongan', 'gongan', 'assist', { departmentIds: [gongan], reason: '帮忙' }),
      422,
      'lead_only',
    )
  })

  it('ends with the need, and its log says so', async () => {
    const need = await aNeed(server).accepted().helpedBy('shengtai').then('withdraw').there()
    expect((await need.orders()).map(({ state }) => state)).toEqual(['cancelled', 'cancelled'])
    expect((await need.events()).filter(({ act }) => act === 'cancel')).toHaveLength(2)
  })
})

describe('calling for help', () => {
  it('goes to ten departments at most, counting those who help already', async () => {
    const need = await aNeed(server).accepted().there()
    await refuses(need, () => assist(need, eleven), 422, 'assisting_too_many')
    must(await assist(need, eleven.slice(0, 10)))
    await refuses(need, () => assist(need, eleven.slice(10)), 422, 'assisting_too_many')
  })

  it('is refused for the lead itself, for one twice, and for one that is not there', async () => {
    const need = await aNeed(server).accepted().there()
    await refuses(need, () => assist(need, ['chengguan']), 422, 'assisting_twice')
    await refuses(need, () => assist(need, ['shengtai', 'shengtai']), 422, 'assisting_twice')
    const unknown = { departmentIds: ['01JD0000000000000000000001'], reason: '请一起到现场' }
    await refuses(need, () => need.act('chengguan', 'assist', unknown), 422, 'department_unknown')
    must(await assist(need, ['shengtai'], 'fenpai'))
    await refuses(need, () => assist(need, ['shengtai']), 422, 'assisting_twice')
  })

  it('is part of the dispatch', async () => {
    const need = await aNeed(server, { text: vague }).there()
    const categoryId = await idOf(server, 'category', 'environment.dust')
    const dispatch = async (codes: string[]) =>
      need.ask('dispatch', { categoryId, assistingIds: await ids(...codes) }, 'fenpai')
    const others = eleven.filter((code) => code !== 'shengtai')
    await refuses(need, () => dispatch(['shengtai']), 422, 'assisting_twice')
    await refuses(need, () => dispatch([...others, 'chengguan']), 422, 'assisting_too_many')
    must(await dispatch(['chengguan', 'gongan']))
    expect((await need.orders()).map(({ role }) => role).sort()).toEqual(['assist', 'assist', 'lead'])
  })
})
