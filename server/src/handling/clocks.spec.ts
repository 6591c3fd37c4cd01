import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { HOUR } from '@minsheng/shared'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { Clock } from '../deadlines/index.js'
import { aNeed, type FiledNeed, get, idOf, must, vague } from './a-need.fixture.js'
import type { TriagePage } from './need.dto.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
beforeEach(() => server.present.set(mondayMorning))

/** Shanghai time, as one says it: "11-23 18:00". */
const said = (at: Date | null | undefined): string =>
  at ? new Date(at.getTime() + 8 * HOUR).toISOString().slice(5, 16).replace('T', ' ') : 'never'

/** Each clock as "limit: start → due, stopped". */
async function running(need: FiledNeed): Promise<Record<string, string>> {
  const clocks = await need.clocks()
  return Object.fromEntries(
    Object.values(clocks).map(({ kind, limitAmount, limitUnit, startAt, dueAt, stoppedAt }) => [
      kind,
      `${limitAmount} ${limitUnit}: ${said(startAt)} → ${said(dueAt)}, ${said(stoppedAt)}`,
    ]),
  )
}

describe('the clocks of a need', () => {
  it('start at the dispatch and stop at what they wait for', async () => {
    const need = await aNeed(server).there()
    expect(await running(need)).toEqual({
      dispatch: '2 hours: 11-16 09:30 → 11-16 11:30, 11-16 09:30',
      accept: '1 workdays: 11-16 09:30 → 11-17 18:00, never',
      contact: '24 hours: 11-16 09:30 → 11-17 09:30, never',
      answer: '5 workdays: 11-16 09:30 → 11-23 18:00, never',
    })
    const at = (time: string) => server.present.set(new Date(`2026-11-${time}:00+08:00`))
    at('16T10:00')
    must(await need.act('chengguan', 'accept'))
    at('16T11:00')
    must(await need.act('chengguan', 'contact', { how: 'phone', note: '聊过了' }))
    at('17T09:00')
    must(await need.act('chengguan', 'contact', { how: 'visit', note: '又去看了' }))
    const text = '已督促施工单位整改，夜间十点以后不再作业，请您监督'
    must(await need.act('chengguan', 'submitAnswer', { text, result: 'solved' }))
    expect((await running(need)).answer).toContain('never')
    at('18T15:00')
    must(await need.act('chengguan-shenhe', 'approve'))
    expect(await running(need)).toMatchObject({
      accept: expect.stringMatching(/, 11-16 10:00$/),
      contact: expect.stringMatching(/, 11-16 11:00$/),
      answer: expect.stringMatching(/, 11-18 15:00$/),
      rating: '336 hours: 11-18 15:00 → 12-02 15:00, never',
    })
    expect(await need.orders()).toMatchObject([{ answeredAt: new Date('2026-11-18T07:00:00Z') }])
    at('19T10:00')
    must(await need.rate({ level: 4 }))
    expect((await running(need)).rating).toMatch(/, 11-19 10:00$/)
  })

  it('give a rework half the limit', async () => {
    const need = await aNeed(server).worked().rated({ level: 1 }).there()
    expect(await running(need)).toMatchObject({
      answer: '3 workdays: 11-16 09:35 → 11-19 18:00, never',
      accept: '1 workdays: 11-16 09:35 → 11-17 18:00, never',
      rating: expect.stringMatching(/, 11-16 09:35$/),
    })
    expect((await need.view()).dueAt).toBe('2026-11-19T10:00:00.000Z')
  })

  it('go on from the first dispatch when the category is corrected, with the limit that it has now', async () => {
    const need = await aNeed(server).there()
    const at = (time: string) => server.present.set(new Date(`2026-11-${time}:00+08:00`))
    at('18T10:00')
    must(
      await need.ask('correctCategory', { categoryId: await idOf(server, 'category', 'environment.dust') }),
    )
    expect(await running(need)).toMatchObject({
      answer: '5 workdays: 11-16 09:30 → 11-23 18:00, never',
      accept: '1 workdays: 11-18 10:00 → 11-19 18:00, never',
    })
    expect((await need.view()).dueAt).toBe('2026-11-23T10:00:00.000Z')
    at('23T10:00')
    must(await need.ask('correctCategory', { categoryId: await idOf(server, 'category', 'urban.litter') }))
    expect((await running(need)).answer).toBe('3 workdays: 11-23 10:00 → 11-26 18:00, never')
  })

  it('tell the dispatcher until when a need has to be dispatched', async () => {
    const need = await aNeed(server, { text: vague }).there()
    const danger = await aNeed(server, { text: '有人受伤了，大家都很着急' }).there()
    const { items } = must(await get<TriagePage>(server, 'fenpai', '/triage'))
    const due = (id: string) => said(new Date(items.find((item) => item.id === id)?.dispatchDueAt ?? NaN))
    expect([due(need.id), due(danger.id)]).toEqual(['11-16 11:30', '11-16 09:40'])
  })
})

describe('a return', () => {
  it('hands the running answer clock to the other department; its own clocks start anew', async () => {
    const need = await aNeed(server).accepted().returned().there()
    const [first] = await need.orders()
    server.present.set(new Date('2026-11-17T02:00:00Z'))
    must(
      await need.act('fenpai', 'decideReturn', {
        departmentId: await idOf(server, 'department', 'shengtai'),
        note: '按三定方案',
      }),
    )
    expect(await running(need)).toMatchObject({
      answer: '5 workdays: 11-16 09:30 → 11-23 18:00, never',
      accept: '1 workdays: 11-17 10:00 → 11-18 18:00, never',
      contact: '24 hours: 11-17 10:00 → 11-18 10:00, never',
    })
    expect(await need.orders()).toMatchObject([
      { state: 'returned', dueAt: first?.dueAt },
      { state: 'pending', dueAt: first?.dueAt, dispatchedAt: new Date('2026-11-17T02:00:00Z') },
    ])
    const old = await server.unitOfWork.reader.findBy(Clock, { workOrderId: first?.id ?? '' })
    expect(old.map(({ kind, stoppedAt }) => `${kind} ${said(stoppedAt)}`).sort()).toEqual([
      'accept 11-16 09:31',
      'answer 11-17 10:00',
      'contact 11-17 10:00',
    ])
  })

  it('leaves the other department at least half of its limit', async () => {
    const need = await aNeed(server).returned().there()
    server.present.set(new Date('2026-11-20T02:00:00Z'))
    must(
      await need.act('fenpai', 'decideReturn', {
        departmentId: await idOf(server, 'department', 'shengtai'),
        note: '按三定方案',
      }),
    )
    expect((await running(need)).answer).toBe('3 workdays: 11-20 10:00 → 11-25 18:00, never')
    expect((await need.view()).dueAt).toBe('2026-11-25T10:00:00.000Z')
  })

  it('that is decided back changes no clock, and is the last word', async () => {
    const need = await aNeed(server).there()
    const before = await running(need)
    const back = await aNeedReturnedTo(need, 'chengguan')
    expect(back).toMatchObject({ state: 'pending' })
    expect(await running(need)).toEqual(before)
    expect((await need.orders()).length).toBe(1)
    expect(await need.act('chengguan', 'requestReturn', await returning())).toMatchObject({
      status: 422,
      body: { code: 'return_once' },
    })
    expect((await need.view()).timeline.map(({ title }) => title).slice(0, 2)).toEqual([
      '确定由城市管理局办理',
      '正在核实由哪个单位办理',
    ])
  })

  it('of an accepted order that is decided back goes on where it was', async () => {
    const need = await aNeed(server).accepted().there()
    expect(await aNeedReturnedTo(need, 'chengguan')).toMatchObject({ state: 'working' })
    must(await need.act('chengguan', 'contact', { how: 'phone', note: '聊过了' }))
  })

  it('is possible for two departments, not for a third', async () => {
    const need = await aNeed(server)
      .returned('chengguan', 'shengtai')
      .decidedFor('shengtai')
      .returned('shengtai', 'zhujian')
      .decidedFor('zhujian')
      .there()
    expect((await need.orders()).map(({ state }) => state)).toEqual(['returned', 'returned', 'pending'])
    expect(await need.act('zhujian', 'requestReturn', await returning())).toMatchObject({
      status: 422,
      body: { code: 'return_once' },
    })
    expect((await running(need)).answer).toBe('5 workdays: 11-16 09:30 → 11-23 18:00, never')
  })

  it('stands on the dispatcher’s list with its reason and the department that is suggested', async () => {
    const need = await aNeed(server).returned('chengguan', 'zhujian').there()
    const { items } = must(await get<TriagePage>(server, 'fenpai', '/triage'))
    expect(items.find(({ id }) => id === need.id)).toMatchObject({
      kind: 'return',
      workOrderId: (await need.orders())[0]?.id,
      department: { name: '城市管理局' },
      returnReason: '内部理由：不归我们管',
      legalBasis: '三定方案第四条',
      suggestedDepartment: { name: '住房和城乡建设局' },
    })
  })

  const returning = async () => ({
    reason: '不归我们管',
    legalBasis: '三定方案',
    suggestedDepartmentId: await idOf(server, 'department', 'gongan'),
  })
  async function aNeedReturnedTo(need: FiledNeed, department: string) {
    must(await need.act('chengguan', 'requestReturn', await returning()))
    const departmentId = await idOf(server, 'department', department)
    return must(await need.act('fenpai', 'decideReturn', { departmentId, note: '仍由你单位办理' }))
  }
})
