import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DAY, needActs, workOrderActs } from '@minsheng/shared'
import fc from 'fast-check'
import { startApp, type TestApp } from '../../test/app.fixture.js'
import { TimerEngine } from '../deadlines/index.js'
import { Relay } from '../messages/index.js'
import { aNeed, type FiledNeed, idOf, must, vague } from './a-need.fixture.js'
import { brokenAt } from './event-chain.js'
import type { NeedEvent } from './need-event.entity.js'
import { replayed } from './replaying.fixture.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())

const second = '再次约谈施工单位，安排专人每晚值守到十二点，请您监督'
const third = '已吊销该工地的夜间施工许可，并在小区公告栏公示结果'

/** Stories that together use every act. */
const stories: Record<string, () => Promise<FiledNeed>> = {
  'a return, a review that sends back, two reworks and a reopening': async () => {
    const need = await aNeed(server)
      .accepted()
      .returned()
      .decidedFor('shengtai')
      .returned('shengtai', 'zhujian')
      .decidedFor('shengtai')
      .accepted('shengtai')
      .contacted('shengtai')
      .answered('shengtai')
      .sentBack('shengtai-shenhe')
      .answered('shengtai')
      .approved('shengtai-shenhe')
      .rated({ level: 2 })
      .rated({ level: 2, solved: false, words: '没人来过' })
      .accepted('shengtai')
      .contacted('shengtai')
      .answered('shengtai', second)
      .approved('shengtai-shenhe')
      .rated({ level: 4 })
      .there()
    must(await need.ask('reopen', { reason: '昨晚又开始打桩' }))
    for (const [who, act, body] of [
      ['shengtai', 'accept', {}],
      ['shengtai', 'contact', { how: 'phone', note: '聊过了' }],
      ['shengtai', 'submitAnswer', { text: third, result: 'explained' }],
      ['duban', 'approve', {}],
    ] as const)
      must(await need.act(who, act, body))
    must(await need.rate({ level: 3 }))
    must(await need.rate({ level: 3, solved: false }))
    return need
  },
  'a corrected category and a withdrawal': async () => {
    const need = await aNeed(server).there()
    must(
      await need.ask('correctCategory', { categoryId: await idOf(server, 'category', 'environment.dust') }),
    )
    must(await need.ask('withdraw'))
    return need
  },
  'a correction that only the dispatcher can place': async () => {
    const need = await aNeed(server, { text: vague }).there()
    must(await need.ask('correctCategory', { categoryId: await idOf(server, 'category', 'urban.dogs') }))
    must(
      await need.ask(
        'dispatch',
        {
          categoryId: await idOf(server, 'category', 'urban.dogs'),
          departmentId: await idOf(server, 'department', 'gongan'),
        },
        'fenpai',
      ),
    )
    return need
  },
  'a rejection, an appeal, a merge and a split': async () => {
    const master = await aNeed(server, { text: vague }).there()
    const body = { reason: 'judicial', explanation: '法院已经立案，请等候判决结果' }
    const need = await aNeed(server, { text: vague }).then('reject', body, 'fenpai').then('appeal').there()
    must(await master.ask('merge', { needIds: [need.id] }, 'fenpai2'))
    must(await need.ask('split', {}, 'fenpai2'))
    return need
  },
  'a merge of an accepted need, a split, and another merge that is answered with the master': async () => {
    const need = await aNeed(server).accepted().there()
    const master = await aNeed(server).accepted().contacted().answered().there()
    must(await master.ask('merge', { needIds: [need.id] }, 'fenpai'))
    must(await need.ask('split', {}, 'fenpai'))
    must(await master.ask('merge', { needIds: [need.id] }, 'fenpai'))
    must(await master.act('chengguan-shenhe', 'approve'))
    await server.app.get(Relay).drain()
    return need
  },
  'help, an extension, questions, a plan, and nobody who rates': async () => {
    const need = await aNeed(server)
      .accepted()
      .helpedBy('shengtai', 'gongan')
      .helped('shengtai')
      .asked()
      .then('supply', { text: '三号楼北边的工地' })
      .asked()
      .there()
    server.present.advance(7 * DAY)
    await server.app.get(TimerEngine).sweep()
    const workdays = { workdays: 3, reason: '要等设备到货' }
    must(await need.actOf('gongan', 'chengguan', 'waive', { reason: '现场已经核实，不再需要协助' }))
    must(await need.act('chengguan', 'extend', workdays))
    must(await need.act('duban', 'decideExtension', { isGranted: true, note: '同意，请抓紧' }))
    const plan = { text: '明年改造这条路', owner: '城市管理局王科长', publicAt: '2027-06-30' }
    must(await need.ask('plan', plan, 'duban'))
    must(await need.ask('resume', {}, 'duban'))
    must(await need.act('chengguan', 'contact', { how: 'phone', note: '聊过了' }))
    must(await need.act('chengguan', 'submitAnswer', { text: third, result: 'explained' }))
    must(await need.act('chengguan-shenhe', 'approve'))
    server.present.advance(15 * DAY)
    await server.app.get(TimerEngine).sweep()
    return need
  },
  'three rounds that two supervisors end': () =>
    aNeed(server)
      .workedThreeTimes()
      .then('conclude', { reason: '多次办理，确属历史遗留' }, 'duban')
      .then('conclude', { reason: '同意，如实归档为未解决' }, 'duban2')
      .there(),
  'an answer that needs no review': async () =>
    aNeed(server, { text: '孩子小学入学报名需要什么材料' })
      .accepted('jiaoyu')
      .contacted('jiaoyu')
      .answered('jiaoyu')
      .there(),
}

describe.each(Object.entries(stories))('the events of %s', (_, story) => {
  let need: FiledNeed
  let events: NeedEvent[]
  beforeAll(async () => {
    need = await story()
    events = await need.events()
  })

  it('are an unbroken chain that ends at the need', async () => {
    expect(brokenAt(events, await need.row())).toBeUndefined()
  })

  it('give the states of the need and of its orders back', async () => {
    const { need: state, orders } = replayed(events)
    expect(state).toBe((await need.row()).state)
    expect(Object.fromEntries(orders)).toEqual(
      Object.fromEntries((await need.orders()).map((order) => [order.id, order.state])),
    )
  })

  it('cannot be altered unnoticed', async () => {
    const end = await need.row()
    const change: Record<string, fc.Arbitrary<(events: NeedEvent[], at: number) => void>> = {
      field: fc
        .constantFrom<Partial<NeedEvent>>(
          { act: 'sendBack' },
          { actorId: 'somebody else' },
          { actorKind: 'system' },
          { at: new Date(0) },
          { data: { note: 'nothing happened' } },
          { needId: 'another need' },
          { round: 9 },
          { sequence: 99 },
          { workOrderId: 'another order' },
          { hash: 'f'.repeat(64) },
          { previousHash: 'f'.repeat(64) },
        )
        .map((patch) => (all, at) => void (all[at] = { ...(all[at] as NeedEvent), ...patch })),
      removal: fc.constant((all, at) => void all.splice(at, 1)),
      repetition: fc.constant((all, at) => void all.splice(at, 0, all[at] as NeedEvent)),
      exchange: fc.constant((all, at) => void all.push(...all.splice(at, 1), ...all.splice(0, 1))),
    }
    fc.assert(
      fc.property(fc.nat(events.length - 1), fc.oneof(...Object.values(change)), (at, alter) => {
        const altered = [...events]
        alter(altered, at)
        fc.pre(JSON.stringify(altered) !== JSON.stringify(events))
        expect(brokenAt(altered, end)).toBeDefined()
      }),
    )
  })
})

it('every act has its story', async () => {
  const told = new Set<string>()
  for (const story of Object.values(stories))
    for (const { act } of await (await story()).events()) told.add(act)
  const acts = [...needActs, ...workOrderActs].map(({ act }) => act)
  expect([...new Set(acts)].filter((act) => !told.has(act))).toEqual([])
})
