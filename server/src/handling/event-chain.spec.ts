import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { needActs, type NeedState, transition, workOrderActs, type WorkOrderState } from '@minsheng/shared'
import fc from 'fast-check'
import { startApp, type TestApp } from '../../test/app.fixture.js'
import { aNeed, type FiledNeed, idOf, must, vague } from './a-need.fixture.js'
import { brokenAt } from './event-chain.js'
import type { NeedEvent } from './need-event.entity.js'

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
      ['shengtai-shenhe', 'approve', {}],
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
  'a rejection': async () => {
    const need = await aNeed(server, { text: vague }).there()
    const body = { reason: 'judicial', explanation: '法院已经立案，请等候判决结果' }
    must(await need.ask('reject', body, 'fenpai'))
    return need
  },
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
  // "answer" is the need's side of "approve".
  expect([...new Set(acts)].filter((act) => !told.has(act))).toEqual(['answer'])
})

/** The states that follow from the events alone, by the tables that the server enforces. */
function replayed(events: readonly NeedEvent[]) {
  let need: NeedState | null = null
  const orders = new Map<string, WorkOrderState>()
  const accepted = new Set<string>()

  const onNeed = (act: (typeof needActs)[number]['act'], outcome?: string) => {
    const everybody = needActs.flatMap(({ by }) => by)
    const row = transition(needActs, need, act, everybody, outcome)
    if (!row) throw new Error(`${act} ${outcome ?? ''} is not for a need that is ${need ?? 'new'}`)
    need = row.to
  }
  const onOrder = (id: string, act: (typeof workOrderActs)[number]['act'], outcome?: string) => {
    const everybody = workOrderActs.flatMap(({ by }) => by)
    const state = orders.get(id) ?? null
    const row = transition(workOrderActs, state, act, everybody, outcome)
    if (!row) throw new Error(`${act} ${outcome ?? ''} is not for an order that is ${state ?? 'new'}`)
    orders.set(id, row.to)
  }

  for (const [index, { act, workOrderId, data }] of events.entries()) {
    const id = workOrderId ?? ''
    const follows = events[index + 1]
    switch (act) {
      case 'submit':
      case 'reject':
      case 'withdraw':
      case 'reopen':
        onNeed(act)
        break
      case 'correctCategory': {
        const isPlaced =
          events.slice(index + 1).find((next) => next.act !== 'cancel')?.actorKind === 'resident'
        onNeed(act, isPlaced ? 'dispatched' : 'triage')
        break
      }
      case 'dispatch':
        onOrder(id, act)
        if (need === 'submitted') onNeed(act)
        break
      case 'accept':
        accepted.add(id)
        onOrder(id, act)
        if (need === 'dispatched') onNeed(act)
        break
      case 'submitAnswer':
        onOrder(
          id,
          act,
          follows?.act === 'approve' && follows.actorKind === 'system' ? 'unreviewed' : 'reviewed',
        )
        break
      case 'approve':
        if (orders.get(id) === 'reviewing') onOrder(id, act)
        onNeed('answer')
        break
      case 'decideReturn': {
        const back = accepted.has(id) ? 'back' : 'backUnaccepted'
        onOrder(id, act, data.departmentId ? back : 'elsewhere')
        break
      }
      case 'rate':
        if (follows?.act === 'dispatch') onNeed(act, 'rework')
        else if (need === 'answered') onNeed(act, 'content')
        break
      case 'answer':
        throw new Error('an answer is the approval of an order, no event of its own')
      case 'recompute':
        break
      case 'contact':
      case 'requestReturn':
      case 'sendBack':
      case 'cancel':
        onOrder(id, act)
    }
  }
  return { need, orders }
}
