import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import {
  DAY,
  needActs,
  type NeedEffect,
  type NeedState,
  workOrderActs,
  type WorkOrderEffect,
} from '@minsheng/shared'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { Clock, TimerEngine } from '../deadlines/index.js'
import { aNeed, type FiledNeed, idOf, must, noticesOf, vague } from './a-need.fixture.js'
import { isOpen, type WorkOrder } from './work-order.entity.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
beforeEach(() => server.present.set(mondayMorning))

/** What an act can change. */
interface Standing {
  state: NeedState | null
  receiptNo: string
  round: number
  orders: WorkOrder[]
  clocks: Clock[]
  told: number
  /** The states of the needs that were merged into it. */
  followers: NeedState[]
  masterDue: number
}
interface Play {
  need: FiledNeed
  /** What was there before, where the need itself is filed by the act. */
  before?: Standing
  act: () => Promise<unknown>
  followers?: FiledNeed[]
  master?: FiledNeed
}

async function standing({ need, followers = [], master }: Play): Promise<Standing> {
  const told = (await noticesOf(need)).length
  const { state, round, receiptNo } = await need.row()
  return {
    state,
    receiptNo,
    round,
    orders: await need.orders(),
    clocks: await server.unitOfWork.reader.findBy(Clock, { needId: need.id }),
    told,
    followers: await Promise.all(followers.map(async (each) => (await each.row()).state)),
    masterDue: (await master?.row())?.dueAt?.getTime() ?? 0,
  }
}

const nothing: Standing = {
  state: null,
  receiptNo: '',
  round: 1,
  orders: [],
  clocks: [],
  told: 0,
  followers: [],
  masterDue: 0,
}

type Seen = (before: Standing, after: Standing) => boolean
const isPaused = ({ pauses, stoppedAt }: Clock) => !stoppedAt && pauses?.at(-1)?.to === null
const was = (clock: Clock, { clocks }: Standing) => clocks.find(({ id }) => id === clock.id)
const orderOf = ({ workOrderId }: Clock, { orders }: Standing) => orders.find(({ id }) => id === workOrderId)

const starts =
  (kind: Clock['kind']): Seen =>
  (before, after) =>
    after.clocks.some((clock) => clock.kind === kind && !clock.stoppedAt && !was(clock, before))
/** Stopped by itself, not together with an order that ends without an answer. */
const stops =
  (kind: Clock['kind']): Seen =>
  (before, after) =>
    after.clocks.some(
      (clock) =>
        clock.kind === kind &&
        clock.stoppedAt &&
        !was(clock, before)?.stoppedAt &&
        was(clock, before) &&
        !['cancelled', 'returned'].includes(orderOf(clock, after)?.state ?? ''),
    )
const orderGoes =
  (from: (order: WorkOrder) => boolean, to: (order: WorkOrder) => boolean): Seen =>
  (before, after) =>
    after.orders.some((order) => before.orders.some((one) => one.id === order.id && from(one)) && to(order))
const isCancelled = ({ state }: WorkOrder) => state === 'cancelled'
const opens =
  (role: WorkOrder['role']): Seen =>
  (before, after) =>
    after.orders.some((order) => order.role === role && !before.orders.some(({ id }) => id === order.id))
const goes =
  (to: NeedState): Seen =>
  (before, after) =>
    before.state !== to && after.state === to
const followersGo =
  (to: (state: NeedState) => boolean): Seen =>
  (before, after) =>
    before.followers.some((state, at) => state === 'merged' && to(after.followers[at] ?? 'merged'))
/** Runs on as if it had never been stopped. */
const clockReturns: Seen = (before, after) =>
  after.clocks.some((clock) => !clock.stoppedAt && was(clock, before)?.stoppedAt)
const orderReturns = orderGoes(isCancelled, isOpen)
const isTold: Seen = (before, after) => after.told > before.told

const ofNeeds: Record<NeedEffect, Seen> = {
  receiptNumber: (before, after) => before.receiptNo === '' && after.receiptNo !== '',
  dispatchStarts: starts('dispatch'),
  dispatchStops: stops('dispatch'),
  ordersOpen: opens('lead'),
  ordersEnd: orderGoes(isOpen, isCancelled),
  ordersReturn: (before, after) => orderReturns(before, after) || clockReturns(before, after),
  acceptStops: stops('accept'),
  answerPauses: (before, after) =>
    after.clocks.some(
      (clock) => isPaused(clock) && !before.clocks.some((one) => one.id === clock.id && isPaused(one)),
    ),
  answerResumes: (before, after) =>
    before.clocks.some(
      (clock) => isPaused(clock) && after.clocks.some((one) => one.id === clock.id && !isPaused(one)),
    ),
  answerStops: stops('answer'),
  planStarts: starts('plan'),
  planStops: stops('plan'),
  ratingStarts: starts('rating'),
  ratingStops: stops('rating'),
  mergedFollow: followersGo((state) => state === 'answered'),
  mergedReturn: followersGo((state) => state === 'dispatched' || state === 'submitted'),
  masterDue: (before, after) => after.masterDue < before.masterDue,
  rework: (before, after) => after.round === before.round + 1,
  told: isTold,
}
const ofOrders: Record<WorkOrderEffect, Seen> = {
  clocksStart: starts('contact'),
  clocksStop: orderGoes(isOpen, (order) => !isOpen(order) && order.state !== 'done'),
  clocksReturn: (before, after) => orderReturns(before, after) && clockReturns(before, after),
  acceptStops: stops('accept'),
  contactStops: stops('contact'),
  answerStops: stops('answer'),
  answerExtends: (before, after) =>
    after.clocks.some((clock) => clock.limitAmount > (was(clock, before)?.limitAmount ?? clock.limitAmount)),
  needHandled: goes('handling'),
  needAnswered: goes('answered'),
  assistsOpen: opens('assist'),
  passesOn: opens('lead'),
  told: isTold,
}

const answer = { text: '已经联系施工单位并现场处理完毕，今后每晚都会巡查', result: 'solved' }
const rejection = { reason: 'judicial', explanation: '法院已经立案，请等候判决结果' }
const plan = { text: '明年春天整体改造', owner: '市政科', publicAt: '2026-12-15' }
const on =
  (story: { there: () => Promise<FiledNeed> }, act: (need: FiledNeed) => Promise<unknown>) =>
  async (): Promise<Play> => {
    const need = await story.there()
    return { need, act: () => act(need) }
  }
const does =
  (act: string, body: object = {}, who?: string) =>
  async (need: FiledNeed): Promise<unknown> =>
    must(await need.ask(act, body, who ?? need.by))
const works =
  (who: string, act: string, body: object = {}) =>
  async (need: FiledNeed): Promise<unknown> =>
    must(await need.act(who, act, body))
const waits = (days: number) => async () => {
  server.present.advance(days * DAY)
  await server.app.get(TimerEngine).sweep()
}
const department = (code: string) => idOf(server, 'department', code)
const category = (code: string) => idOf(server, 'category', code)
/** A need that another one follows. */
const withFollower =
  (story: { there: () => Promise<FiledNeed> }, body: object, act: (need: FiledNeed) => Promise<unknown>) =>
  async (): Promise<Play> => {
    const [need, follower] = [await story.there(), await aNeed(server, body).there()]
    must(await need.ask('merge', { needIds: [follower.id] }, 'fenpai2'))
    return { need, followers: [follower], act: () => act(need) }
  }
const mergedInto = (story: { there: () => Promise<FiledNeed> }) => async (): Promise<Play> => {
  const need = await story.there()
  server.present.advance(2 * DAY)
  const master = await aNeed(server).accepted().there()
  return { need, master, act: async () => must(await master.ask('merge', { needIds: [need.id] }, 'fenpai')) }
}
const splitOff = (story: { there: () => Promise<FiledNeed> }) => async (): Promise<Play> => {
  const merged = await mergedInto(story)()
  await merged.act()
  return { need: merged.need, act: () => does('split', {}, 'fenpai')(merged.need) }
}
const unaccepted = () => aNeed(server, { text: vague })
const extensionAsked = () => aNeed(server).accepted().extensionAsked()
const returns = async (need: FiledNeed) =>
  works('chengguan', 'requestReturn', {
    reason: '不归我们管',
    legalBasis: '三定方案第四条',
    suggestedDepartmentId: await department('shengtai'),
  })(need)
const staysThere = async (need: FiledNeed) =>
  works('fenpai', 'decideReturn', { departmentId: await department('chengguan'), note: '同意' })(need)
const conclusion = { reason: '多次办理，确属历史遗留问题' }

/** Each row of a table, by act and outcome, on needs on which its effects can be seen. */
const needPlays: Record<string, () => readonly (() => Promise<Play>)[]> = {
  submit: () => [
    async () => ({ need: await unaccepted().there(), before: nothing, act: () => Promise.resolve() }),
  ],
  dispatch: () => [
    on(unaccepted(), async (need) =>
      does('dispatch', { categoryId: await category('environment.dust') }, 'fenpai')(need),
    ),
  ],
  reject: () => [withFollower(unaccepted(), { text: vague }, does('reject', rejection, 'fenpai'))],
  appeal: () => [on(unaccepted().then('reject', rejection, 'fenpai'), does('appeal'))],
  withdraw: () => [
    on(unaccepted(), does('withdraw')),
    withFollower(aNeed(server).accepted(), {}, does('withdraw')),
  ],
  'correctCategory triage': () => [
    on(aNeed(server), async (need) =>
      does('correctCategory', { categoryId: await category('urban.dogs') })(need),
    ),
  ],
  'correctCategory dispatched': () => [
    on(aNeed(server), async (need) =>
      does('correctCategory', { categoryId: await category('environment.dust') })(need),
    ),
    on(unaccepted(), async (need) =>
      does('correctCategory', { categoryId: await category('environment.dust') })(need),
    ),
  ],
  merge: () => [mergedInto(unaccepted()), mergedInto(aNeed(server).accepted())],
  'split submitted': () => [splitOff(unaccepted())],
  'split dispatched': () => [splitOff(aNeed(server))],
  'split handling': () => [splitOff(aNeed(server).accepted())],
  accept: () => [on(aNeed(server), works('chengguan', 'accept'))],
  ask: () => [on(aNeed(server).accepted(), does('ask', { question: '请问是哪一栋楼？' }, 'chengguan'))],
  'supply supplied': () => [on(aNeed(server).accepted().asked(), does('supply', { text: '三号楼' }))],
  'supply expired': () => [on(aNeed(server).accepted().asked(), waits(4))],
  plan: () => [on(aNeed(server).accepted(), does('plan', plan, 'duban'))],
  resume: () => [on(aNeed(server).accepted().then('plan', plan, 'duban'), does('resume', {}, 'duban'))],
  'answer lead': () => [
    withFollower(aNeed(server).accepted().contacted().answered(), {}, works('chengguan-shenhe', 'approve')),
  ],
  'answer withMaster': () => [
    async () => {
      const [master, need] = [
        await aNeed(server).accepted().contacted().answered().there(),
        await aNeed(server).there(),
      ]
      must(await master.ask('merge', { needIds: [need.id] }, 'fenpai'))
      return { need, act: () => works('chengguan-shenhe', 'approve')(master) }
    },
  ],
  'rate content': () => [on(aNeed(server).worked(), async (need) => must(await need.rate({ level: 5 })))],
  'rate rework': () => [on(aNeed(server).worked(), async (need) => must(await need.rate({ level: 1 })))],
  lapse: () => [on(aNeed(server).worked(), waits(15))],
  'conclude first': () => [on(aNeed(server).workedThreeTimes(), does('conclude', conclusion, 'duban'))],
  'conclude second': () => [
    on(
      aNeed(server).workedThreeTimes().then('conclude', conclusion, 'duban'),
      does('conclude', conclusion, 'duban2'),
    ),
  ],
  reopen: () => [
    on(aNeed(server).worked().rated({ level: 5 }), does('reopen', { reason: '昨晚又开始打桩' })),
  ],
}
const orderPlays: Record<string, () => readonly (() => Promise<Play>)[]> = {
  dispatch: () => [
    on(unaccepted(), async (need) =>
      does('dispatch', { categoryId: await category('environment.dust') }, 'fenpai')(need),
    ),
  ],
  accept: () => [on(aNeed(server), works('chengguan', 'accept'))],
  contact: () => [
    on(aNeed(server).accepted(), works('chengguan', 'contact', { how: 'phone', note: '聊过了' })),
  ],
  assist: () => [
    on(aNeed(server), async (need) =>
      works('chengguan', 'assist', { departmentIds: [await department('gongan')], reason: '一起到现场' })(
        need,
      ),
    ),
  ],
  waive: () => [
    on(aNeed(server).helpedBy('gongan'), async (need) =>
      must(await need.actOf('gongan', 'chengguan', 'waive', { reason: '现场已经核实，不再需要' })),
    ),
  ],
  'submitAnswer reviewed': () => [
    on(aNeed(server).accepted().contacted(), works('chengguan', 'submitAnswer', answer)),
  ],
  'submitAnswer unreviewed': () => [
    on(
      aNeed(server, { text: '孩子小学入学报名需要什么材料' }).accepted('jiaoyu').contacted('jiaoyu'),
      works('jiaoyu', 'submitAnswer', answer),
    ),
  ],
  extend: () => [
    on(aNeed(server).accepted(), works('chengguan', 'extend', { workdays: 2, reason: '等设备到货' })),
  ],
  'decideExtension granted': () => [
    on(extensionAsked(), works('duban', 'decideExtension', { isGranted: true, note: '同意，请抓紧' })),
  ],
  'decideExtension refused': () => [
    on(extensionAsked(), works('duban', 'decideExtension', { isGranted: false, note: '不同意' })),
  ],
  cancel: () => [on(aNeed(server), does('withdraw'))],
  requestReturn: () => [on(aNeed(server).accepted(), returns)],
  'restore pending': () => [splitOff(aNeed(server))],
  'restore working': () => [splitOff(aNeed(server).accepted())],
  'restore returning': () => [splitOff(aNeed(server).accepted().returned())],
  'restore reviewing': () => [splitOff(aNeed(server).accepted().contacted().answered())],
  'decideReturn elsewhere': () => [
    on(aNeed(server).returned(), async (need) =>
      works('fenpai', 'decideReturn', { departmentId: await department('shengtai'), note: '同意' })(need),
    ),
  ],
  'decideReturn back': () => [on(aNeed(server).accepted().returned(), staysThere)],
  'decideReturn backUnaccepted': () => [on(aNeed(server).returned(), staysThere)],
  approve: () => [on(aNeed(server).accepted().contacted().answered(), works('chengguan-shenhe', 'approve'))],
  sendBack: () => [
    on(
      aNeed(server).accepted().contacted().answered(),
      works('chengguan-shenhe', 'sendBack', { reason: '太空' }),
    ),
  ],
}

interface Played {
  seen: string[]
  after: Standing[]
}
async function played<Effect extends string>(
  plays: readonly (() => Promise<Play>)[],
  effects: Record<Effect, Seen>,
): Promise<Played> {
  const seen = new Set<string>()
  const all: Standing[] = []
  for (const each of plays) {
    const play = await each()
    const before = play.before ?? (await standing(play))
    await play.act()
    const after = await standing(play)
    for (const [effect, isSeen] of Object.entries<Seen>(effects)) if (isSeen(before, after)) seen.add(effect)
    all.push(after)
  }
  return { seen: [...seen].sort(), after: all }
}
const keyOf = ({ act, outcome }: { act: string; outcome?: string }) =>
  [act, outcome].filter(Boolean).join(' ')
const keysOf = (table: readonly { act: string; outcome?: string }[]) => [...new Set(table.map(keyOf))].sort()

describe('what an act on a need does', () => {
  it('is played for each row of the table', () => {
    expect(Object.keys(needPlays).sort()).toEqual(keysOf(needActs))
  })

  it.each(Object.entries(needPlays))('%s: exactly what its row says', async (key, plays) => {
    const row = needActs.find((each) => keyOf(each) === key)
    const { seen, after } = await played(plays(), ofNeeds)
    expect(seen).toEqual([...(row?.effects ?? [])].sort())
    for (const { state } of after) expect(state).toBe(row?.to)
  })
})

describe('what an act on an order does', () => {
  it('is played for each row of the table', () => {
    expect(Object.keys(orderPlays).sort()).toEqual(keysOf(workOrderActs))
  })

  it.each(Object.entries(orderPlays))('%s: what its row says', async (key, plays) => {
    const row = workOrderActs.find((each) => keyOf(each) === key)
    const { seen, after } = await played(plays(), ofOrders)
    expect(seen).toEqual(
      expect.arrayContaining([...(row?.effects ?? [])].filter((effect) => effect !== 'told')),
    )
    for (const { orders } of after) expect(orders.map(({ state }) => state)).toContain(row?.to)
  })
})
