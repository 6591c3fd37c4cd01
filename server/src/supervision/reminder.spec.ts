import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { HOUR, MINUTE } from '@minsheng/shared'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { aNeed, get, must, post, vague } from '../handling/a-need.fixture.js'
import { brokenAt } from '../handling/index.js'
import { Relay } from '../messages/index.js'
import { noticesOf } from './supervision.fixture.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
beforeEach(() => server.present.set(mondayMorning))

const followed = () => server.app.get(Relay).drain()

describe('a resident who chases', () => {
  it('is counted on the need, on its order and in the queue, and reads of it', async () => {
    const need = await aNeed(server).accepted().there()
    const view = must(await need.ask('remind'))
    expect(view.reminder).toEqual({ count: 1, isDue: false, againAt: '2026-11-16T16:00:00.000Z' })
    expect(view.timeline[0]).toMatchObject({ title: '您催了一次', detail: '已转告城市管理局和负责人' })
    const path = `/work-orders?q=${need.filed.receiptNo}`
    const { items } = must(await get<{ items: object[] }>(server, 'chengguan', path))
    expect(items).toMatchObject([{ remindersCount: 1 }])
    expect(brokenAt(await need.events(), await need.row())).toBeUndefined()
  })

  it('is heard by who has it in hand; while nobody has it, by the dispatchers', async () => {
    const accepted = await aNeed(server).accepted().there()
    must(await accepted.ask('remind'))
    const untriaged = await aNeed(server, { text: vague }).there()
    must(await untriaged.ask('remind'))
    await followed()
    const words = expect.stringContaining('第 1 次催办')
    expect(await noticesOf(server, 'chengguan', accepted)).toEqual([words])
    expect(await noticesOf(server, 'fenpai', accepted)).toEqual([])
    expect(await noticesOf(server, 'fenpai', untriaged)).toEqual([words])
  })

  it('does so once a day, and is told when again', async () => {
    const need = await aNeed(server).there()
    must(await need.ask('remind'))
    server.present.advance(14 * HOUR) // 23:31
    const before = [await need.row(), await need.counts()]
    expect(await need.ask('remind')).toMatchObject({
      status: 409,
      body: { code: 'reminded_today', againAt: '2026-11-16T16:00:00.000Z' },
    })
    expect([await need.row(), await need.counts()]).toEqual(before)
    server.present.advance(30 * MINUTE) // the next day
    expect(must(await need.ask('remind')).reminder).toMatchObject({ count: 2, isDue: false })
  })

  it('chases once when the phone sends it twice', async () => {
    const need = await aNeed(server).there()
    const key = '7b0c6a3e-5f0e-4a53-9d4f-0a2f3a1d9c11'
    const twice = [1, 2].map(() => post(server, need.by, `/needs/${need.id}/acts/remind`, {}, key))
    for (const { status } of await Promise.all(twice)) expect(status).toBe(200)
    expect((await need.row()).remindersCount).toBe(1)
  })

  it('has exactly one of two taps at the same moment counted', async () => {
    const need = await aNeed(server).there()
    const answers = await Promise.all([need.ask('remind'), need.ask('remind')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('has nothing to chase when the answer is there, or the need is over', async () => {
    const need = await aNeed(server).worked().there()
    expect((await need.view()).reminder).toEqual({ count: 0, isDue: false, againAt: null })
    expect(await need.ask('remind')).toMatchObject({ status: 409, body: { code: 'reminder_not_open' } })
  })

  it('chases their own need alone', async () => {
    const need = await aNeed(server).there()
    expect(await need.ask('remind', {}, '19900000002')).toMatchObject({ status: 404 })
    expect(await need.ask('remind', {}, 'chengguan')).toMatchObject({ status: 403 })
    expect(await need.ask('remind', {}, 'wangge')).toMatchObject({ status: 404 })
  })
})
