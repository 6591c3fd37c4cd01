import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { In } from 'typeorm'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { aNeed, type FiledNeed, get, must, noticesOf, refuses } from './a-need.fixture.js'
import type { ExtensionPage } from './work-order.dto.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
beforeEach(() => server.present.set(mondayMorning))

const extend = (need: FiledNeed, workdays: number) =>
  need.act('chengguan', 'extend', { workdays, reason: '要等设备到货' })
const decide = (need: FiledNeed, isGranted: boolean, who = 'duban') =>
  need.act(who, 'decideExtension', { isGranted, note: '内部意见：请抓紧' })
const waiting = async ({ id }: FiledNeed) => {
  const { items } = must(await get<ExtensionPage>(server, 'duban', '/work-orders/extensions'))
  return items.filter(({ needId }) => needId === id)
}

describe('an extension', () => {
  it('is asked for, waits for a supervisor, and moves the due time when granted', async () => {
    const need = await aNeed(server).accepted().there()
    expect(must(await extend(need, 3))).toMatchObject({
      dueAt: '2026-11-23T10:00:00.000Z',
      extension: { workdays: 3, isGranted: null },
    })
    expect(await waiting(need)).toMatchObject([{ needId: need.id, extension: { reason: '要等设备到货' } }])

    expect(must(await decide(need, true))).toMatchObject({
      dueAt: '2026-11-26T10:00:00.000Z',
      firstDueAt: '2026-11-23T10:00:00.000Z',
      extension: { isGranted: true },
    })
    expect(await waiting(need)).toEqual([])
    expect(await need.view()).toMatchObject({
      dueAt: '2026-11-26T10:00:00.000Z',
      timeline: [{ title: '城市管理局需要更多时间，延期 3 个工作日' }, {}, {}, {}],
    })
    expect((await need.clocks()).answer).toMatchObject({
      limitAmount: 8,
      firstDueAt: new Date('2026-11-23T10:00:00Z'),
    })
    expect(await noticesOf(need)).toContainEqual(expect.stringContaining('延到 2026-11-26'))
    expect(JSON.stringify(await need.view())).not.toContain('内部')
  })

  it('that is refused changes no time and is not told', async () => {
    const need = await aNeed(server).accepted().there()
    must(await extend(need, 3))
    must(await decide(need, false))
    expect((await need.view()).dueAt).toBe('2026-11-23T10:00:00.000Z')
    expect((await need.view()).timeline[0]?.title).toBe('城市管理局收到了，开始办理')
    await refuses(need, () => decide(need, true), 409, 'extension_not_asked')
  })

  it('is possible once', async () => {
    const need = await aNeed(server).accepted().there()
    must(await extend(need, 1))
    await refuses(need, () => extend(need, 1), 422, 'extend_once')
    must(await decide(need, true))
    await refuses(need, () => extend(need, 1), 422, 'extend_once')
  })

  it('is possible until the due time, to the millisecond', async () => {
    const [last, late] = [await aNeed(server).accepted().there(), await aNeed(server).accepted().there()]
    server.present.set(new Date('2026-11-23T10:00:00Z'))
    must(await extend(last, 10))
    server.present.advance(1)
    await refuses(late, () => extend(late, 10), 422, 'extend_too_late')
  })

  it.each([0, -1, 11, 2.5, 1e9])('is refused for %d workdays', async (workdays) => {
    const need = await aNeed(server).accepted().there()
    await refuses(need, () => extend(need, workdays), 422, 'extension_out_of_range')
  })

  it('is asked for by the handler and decided by a supervisor', async () => {
    const need = await aNeed(server).accepted().there()
    const body = { workdays: 2, reason: '要等设备到货' }
    await refuses(need, () => need.act('fenpai', 'extend', body), 409, 'transition_not_allowed')
    must(await extend(need, 2))
    expect((await decide(need, true, 'chengguan')).status).toBe(403)
    expect((await get(server, 'chengguan', '/work-orders/extensions')).status).toBe(403)
  })

  const rows = async (need: FiledNeed) => {
    const ids = (await need.orders()).map(({ id }) => id)
    return server.unitOfWork.reader.countBy('extension_request', { id: In(ids) })
  }
  const answer = { text: '已经联系施工单位并现场处理完毕，今后每晚都会巡查', result: 'solved' }
  const asked = () => aNeed(server).accepted().contacted().extensionAsked()

  it('waits no longer once the order is answered', async () => {
    const need = await asked().there()
    must(await need.act('chengguan', 'submitAnswer', answer))
    expect(await waiting(need)).toEqual([])
    await refuses(need, () => decide(need, true), 409, 'transition_not_allowed')
    must(await need.act('chengguan-shenhe', 'approve'))
    expect(await rows(need)).toBe(0)
  })

  it.each<[string, () => Promise<FiledNeed>]>([
    ['withdrawn', () => asked().then('withdraw').there()],
    ['passed on to another department', () => asked().returned().decidedFor('shengtai').there()],
    ['merged into another need', async () => (await mergedWithRequest()).need],
    [
      'waived',
      () =>
        aNeed(server)
          .helpedBy('gongan')
          .step((need) => need.actOf('gongan', 'gongan', 'accept'))
          .step((need) => need.actOf('gongan', 'gongan', 'extend', { workdays: 1, reason: '要等人手到齐' }))
          .step((need) => need.actOf('gongan', 'chengguan', 'waive', { reason: '现场已经核实，不再需要' }))
          .there(),
    ],
  ])('waits no longer once the order is %s', async (_, story) => {
    const need = await story()
    expect(await rows(need)).toBe(0)
    expect(await waiting(need)).toEqual([])
  })

  it('waits again when the need is split off', async () => {
    const { need, master } = await mergedWithRequest()
    must(await need.ask('split', {}, 'fenpai'))
    expect(await waiting(need)).toHaveLength(1)
    must(await decide(need, true))
    must(await master.ask('merge', { needIds: [need.id] }, 'fenpai'))
    must(await need.ask('split', {}, 'fenpai'))
    expect(await waiting(need)).toEqual([])
  })

  async function mergedWithRequest() {
    const need = await asked().there()
    const master = await aNeed(server).accepted().there()
    must(await master.ask('merge', { needIds: [need.id] }, 'fenpai'))
    return { need, master }
  }
})
