import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { HOUR, MINUTE } from '@minsheng/shared'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { TimerEngine } from '../deadlines/index.js'
import { aNeed, aPhoto, type FiledNeed, must, noticesOf, phone, refuses } from './a-need.fixture.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
beforeEach(() => server.present.set(mondayMorning))

const question = { question: '请问是哪一栋楼旁边的工地？' }
const ask = (need: FiledNeed, who = 'chengguan') => need.ask('ask', question, who)
const at = (time: string) => server.present.set(new Date(`2026-11-${time}:00+08:00`))

describe('a question to the complainant', () => {
  it('pauses the answer clock, and nothing else, until the answer comes', async () => {
    const need = await aNeed(server).accepted().there()
    at('17T10:00')
    must(await ask(need))
    expect(await need.view()).toMatchObject({
      state: 'waiting',
      allowedActs: ['withdraw', 'supply'],
      timeline: [{ title: '城市管理局请您补充情况', detail: question.question }, {}, {}, {}],
    })
    expect((await need.clocks()).answer).toMatchObject({ nextAt: null, stoppedAt: null })
    expect((await need.clocks()).supply).toMatchObject({ dueAt: new Date('2026-11-20T10:00:00Z') })

    at('18T10:00')
    must(await need.ask('supply', { text: '三号楼北边', attachmentIds: [await aPhoto(server, phone)] }))
    const view = await need.view()
    expect(view).toMatchObject({ state: 'handling', dueAt: '2026-11-24T10:00:00.000Z' })
    expect(view.timeline[0]).toMatchObject({ title: '您补充了情况', detail: '三号楼北边', attachments: [{}] })
    expect(await need.orders()).toMatchObject([{ dueAt: new Date('2026-11-24T10:00:00Z') }])
    expect((await need.clocks()).answer).toMatchObject({ firstDueAt: new Date('2026-11-23T10:00:00Z') })
    expect((await need.clocks()).supply?.stoppedAt).toEqual(new Date('2026-11-18T02:00:00Z'))
  })

  it('expires by itself after three workdays; the department goes on with what it has', async () => {
    const need = await aNeed(server).accepted().asked().there()
    at('19T18:00')
    await server.app.get(TimerEngine).sweep()
    expect((await need.row()).state).toBe('waiting')
    server.present.advance(MINUTE)
    await server.app.get(TimerEngine).sweep()
    expect((await need.row()).state).toBe('handling')
    expect((await need.view()).timeline[0]).toMatchObject({ title: '没有等到补充，按现有情况继续办理' })
    expect(await noticesOf(need)).toContainEqual(expect.stringContaining('没有等到您的补充'))
    expect((await need.clocks()).answer?.nextAt).not.toBeNull()
  })

  it('is told to the complainant', async () => {
    const need = await aNeed(server).accepted().asked().there()
    expect(await noticesOf(need)).toContainEqual(expect.stringContaining('请您补充'))
  })

  it('is asked twice at most', async () => {
    const once = aNeed(server).accepted().asked().then('supply', { text: '三号楼' })
    const need = await once.asked().then('supply', { text: '北边' }).there()
    await refuses(need, () => ask(need), 422, 'asked_twice')
  })

  it('comes too late in the last tenth of the limit', async () => {
    const need = await aNeed(server).accepted().there()
    const other = await aNeed(server).accepted().there()
    at('23T11:30')
    expect(must(await ask(need)).state).toBe('waiting')
    at('23T14:00')
    await refuses(other, () => ask(other), 422, 'ask_too_late')
  })

  it('is for the handler of the lead, while the lead works', async () => {
    const pending = await aNeed(server).there()
    await refuses(pending, () => ask(pending), 409, 'transition_not_allowed')
    const need = await aNeed(server).accepted().contacted().answered().there()
    await refuses(need, () => ask(need, 'shengtai'), 409, 'transition_not_allowed')
    await refuses(need, () => ask(need), 409, 'lead_not_working')
    expect((await ask(need, 'fenpai')).status).toBe(403)
  })

  it('keeps the department from answering or extending until it is answered', async () => {
    const need = await aNeed(server).accepted().contacted().asked().there()
    const answer = { text: '已经联系施工单位并现场处理完毕，今后每晚都会巡查', result: 'solved' }
    await refuses(need, () => need.act('chengguan', 'submitAnswer', answer), 409, 'need_not_in_handling')
    const more = { workdays: 2, reason: '等待补充情况' }
    await refuses(need, () => need.act('chengguan', 'extend', more), 409, 'need_not_in_handling')
  })

  it('is answered with something, once', async () => {
    const need = await aNeed(server).accepted().asked().there()
    for (const body of [{}, { text: '  ' }, { attachmentIds: [] }])
      await refuses(need, () => need.ask('supply', body), 422, 'supply_needs_content')
    expect((await need.ask('supply', { text: '我也想说' }, '19900000002')).status).toBe(404)
    must(await need.ask('supply', { text: '三号楼' }))
    await refuses(need, () => need.ask('supply', { text: '还有' }), 409, 'transition_not_allowed')
  })

  it('ends with the need when the complainant withdraws', async () => {
    const need = await aNeed(server).accepted().asked().then('withdraw').there()
    server.present.advance(10 * 24 * HOUR)
    await server.app.get(TimerEngine).sweep()
    expect((await need.row()).state).toBe('withdrawn')
    expect((await need.counts()).open).toBe(0)
  })
})
