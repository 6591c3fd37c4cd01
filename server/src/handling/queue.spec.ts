import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { openWorkOrderStates, type WorkOrderState } from '@minsheng/shared'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { insertRows, newId } from '../platform/database/index.js'
import { aNeed, areaOf, get, idOf, must, post, tokenOf } from './a-need.fixture.js'
import type { NeedPage } from './need.dto.js'
import type { WorkOrderCounts, WorkOrderPage, WorkOrderSummary, WorkOrderView } from './work-order.dto.js'
import { WorkOrder } from './work-order.entity.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
beforeEach(() => server.present.set(mondayMorning))

const page = async (query: string, who = 'chengguan') =>
  must(await get<WorkOrderPage>(server, who, `/work-orders?${query}`))
const titles = async (query: string, who?: string) => (await page(query, who)).items.map(({ title }) => title)

/** All of a list, page by page. */
async function all(query: string, who?: string): Promise<WorkOrderSummary[]> {
  const items: WorkOrderSummary[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const next: WorkOrderPage = await page(`${query}&cursor=${cursor}`, who)
    expect(next.items.length).toBeLessThanOrEqual(20)
    items.push(...next.items)
    cursor = next.nextCursor
  }
  return items
}

/** Orders of a department as they would be in its queue; only what the queue reads. */
async function orders(
  rows: (Partial<WorkOrder> & { title: string })[],
  department = 'gongan',
): Promise<void> {
  const departmentId = await idOf(server, 'department', department)
  const categoryId = await idOf(server, 'category', 'order.theft')
  const communityId = await areaOf(server, '望江门社区')
  const streetId = await areaOf(server, '望江街道')
  const fieldId = await idOf(server, 'category', 'order')
  const at = mondayMorning
  const plain = {
    needId: newId(at),
    receiptNo: 'MS20261101-0001-7',
    round: 1,
    departmentId,
    role: 'lead',
    state: 'pending',
    urgency: 'ordinary',
    isGreenChannel: false,
    categoryId,
    fieldId,
    communityId,
    streetId,
    attachmentsCount: 0,
    remindersCount: 0,
    handlerId: null,
    dispatchedAt: at,
    acceptDueAt: at,
    contactDueAt: at,
    dueAt: new Date('2026-11-23T10:00:00Z'),
    isDueProvisional: false,
    acceptedAt: null,
    contactedAt: null,
    answeredAt: null,
    returnRequest: null,
    version: 1,
  } as const
  await server.unitOfWork.run(async (tx) => {
    await tx.clear(WorkOrder)
    await insertRows(
      tx,
      WorkOrder,
      rows.map((row) => ({ ...plain, id: newId(at), ...row })),
    )
  })
}
const due = (day: string) => new Date(`2026-11-${day}:00+08:00`)

describe('a department’s queue', () => {
  it('shows each order exactly once, page by page, the most pressing first, also when all are due at once', async () => {
    await orders(Array.from({ length: 60 }, (_, index) => ({ title: `第${index}件` })))
    const items = await all('state=pending', 'gongan')
    expect(items).toHaveLength(60)
    expect(new Set(items.map(({ id }) => id)).size).toBe(60)
  })

  it('shows all open states together in one order of time, each order once', async () => {
    const states: WorkOrderState[] = [...openWorkOrderStates, 'done', 'returned', 'cancelled']
    const rows = Array.from({ length: 90 }, (_, index) => ({
      title: `第${index}件`,
      state: states[index % states.length] ?? 'pending',
      dueAt: new Date(mondayMorning.getTime() + ((index * 7919) % 13) * 1000),
    }))
    await orders(rows)
    const items = await all('', 'gongan')
    const open = rows.filter(({ state }) => openWorkOrderStates.some((each) => each === state))
    expect(items).toHaveLength(open.length)
    expect(new Set(items.map(({ id }) => id)).size).toBe(open.length)
    const times = items.map(({ dueAt }) => dueAt)
    expect(times).toEqual([...times].sort())
  })

  it('is empty for a department without work, and refuses a position that is none', async () => {
    await orders([{ title: '一件' }])
    expect(await page('', 'gongshui')).toEqual({ items: [], nextCursor: null })
    for (const query of ['cursor=nonsense', 'state=lost', 'due=now', 'categoryId=1', 'areaId=1', 'page=2'])
      expect((await get(server, 'gongan', `/work-orders?${query}`)).status).toBe(400)
  })
})

describe('a filter', () => {
  beforeEach(() =>
    orders([
      { title: '昨天到期', dueAt: due('13T18:00'), state: 'working' },
      { title: '此刻到期', dueAt: mondayMorning },
      { title: '今天到期', dueAt: due('16T18:00') },
      { title: '明天下班前', dueAt: due('17T18:00') },
      { title: '后天上班时', dueAt: due('18T09:00') },
      { title: '已答复的', dueAt: due('13T18:00'), state: 'done' },
    ]),
  )

  it.each([
    ['overdue', ['昨天到期']],
    ['soon', ['此刻到期', '今天到期', '明天下班前']],
    ['later', ['后天上班时']],
  ])('by due time: %s', async (when, expected) => {
    expect(await titles(`due=${when}`, 'gongan')).toEqual(expected)
  })

  it('agrees with the light of each order', async () => {
    const lights = async (when: string) =>
      (await page(`due=${when}`, 'gongan')).items.map(({ light }) => light)
    expect(new Set(await lights('overdue'))).toEqual(new Set(['red']))
    expect(new Set(await lights('soon'))).toEqual(new Set(['yellow']))
    expect(new Set(await lights('later'))).toEqual(new Set(['green']))
  })

  it('by state, and with it by due time', async () => {
    expect(await titles('state=working', 'gongan')).toEqual(['昨天到期'])
    expect(await titles('state=pending&due=overdue', 'gongan')).toEqual([])
    expect(await titles('state=done', 'gongan')).toEqual(['已答复的'])
  })

  it('by street, community and category', async () => {
    const [wenchang, wenchangge] = [await areaOf(server, '文昌街道'), await areaOf(server, '文昌阁社区')]
    const categoryId = await idOf(server, 'category', 'order.missing')
    await orders([
      { title: '望江门的' },
      { title: '文昌阁的', streetId: wenchang, communityId: wenchangge },
      { title: '文昌别处的', streetId: wenchang, communityId: await areaOf(server, '学府社区') },
      { title: '走失的', categoryId },
    ])
    expect((await titles(`areaId=${wenchang}`, 'gongan')).sort()).toEqual(['文昌别处的', '文昌阁的'])
    expect(await titles(`areaId=${wenchangge}`, 'gongan')).toEqual(['文昌阁的'])
    expect(await titles(`areaId=${await areaOf(server, '临澄区')}`, 'gongan')).toHaveLength(4)
    expect(await titles(`categoryId=${categoryId}`, 'gongan')).toEqual(['走失的'])
    expect(await get(server, 'gongan', '/work-orders?areaId=01JD0000000000000000000001')).toMatchObject({
      status: 400,
      body: { code: 'area_unknown' },
    })
  })
})

describe('the search', () => {
  it.each([
    ['MS20261116-0042-', 1],
    ['MS20261116-00', 2],
    ['ms20261116', 2],
    ['202611160042', 1],
    ['20261116 0042', 1],
    ['２０２６１１１６', 2],
    ['MS20261117', 0],
    ['路灯', 0],
    ['%', 0],
    ['_', 0],
  ])('for %j finds %i', async (q, found) => {
    await orders([
      { title: '一', receiptNo: 'MS20261116-0042-5' },
      { title: '二', receiptNo: 'MS20261116-0043-1', state: 'done' },
      { title: '三', receiptNo: 'MS20261101-0001-7' },
    ])
    expect(await titles(`q=${encodeURIComponent(q)}`, 'gongan')).toHaveLength(found)
    expect(await titles(`q=${encodeURIComponent(q)}`, 'gongshui')).toEqual([])
  })

  it('finds the whole number however it was typed, done or not', async () => {
    const need = await aNeed(server).worked().there()
    const typed = need.filed.receiptNo.toLowerCase().replaceAll('-', '')
    expect((await page(`q=${typed}`)).items).toMatchObject([{ needId: need.id, state: 'done' }])
  })
})

describe('who looks', () => {
  it('sees the own department’s; a dispatcher and a supervisor all, or one', async () => {
    await orders([{ title: '一件' }])
    const departmentId = await idOf(server, 'department', 'gongan')
    const other = await idOf(server, 'department', 'gongshui')
    expect(await titles(`departmentId=${departmentId}`, 'gongshui')).toEqual([])
    expect(await titles(`departmentId=${other}`, 'gongan')).toEqual(['一件'])
    for (const who of ['fenpai', 'duban']) {
      expect(await titles('', who)).toEqual(['一件'])
      expect(await titles(`departmentId=${departmentId}`, who)).toEqual(['一件'])
      expect(await titles(`departmentId=${other}`, who)).toEqual([])
    }
  })

  it('is a department’s leader, who sees its queue and acts on nothing, or a district’s, who sees none', async () => {
    const need = await aNeed(server).there()
    const mine = must(await get<WorkOrderPage>(server, 'chengguan-lingdao', '/work-orders')).items
    expect(mine.map(({ needId }) => needId)).toEqual([need.id])
    const order = must(await get<WorkOrderView>(server, 'chengguan-lingdao', await need.orderPath()))
    expect([order.allowedActs, order.needActs]).toEqual([[], []])
    expect((await need.act('chengguan-lingdao', 'accept')).status).toBe(403)
    expect(await titles('', 'lingdao')).toEqual([])
  })

  it('gets counts of the same orders', async () => {
    await orders([
      { title: '一', dueAt: due('13T18:00') },
      { title: '二' },
      { title: '三', state: 'working' },
      { title: '四', state: 'reviewing', dueAt: due('13T18:00') },
      { title: '五', state: 'returning' },
      { title: '六', state: 'done', dueAt: due('13T18:00') },
    ])
    const counts = async (who: string) => must(await get<WorkOrderCounts>(server, who, '/work-orders/counts'))
    const expected = { pending: 2, working: 1, reviewing: 1, returning: 1, overdue: 2 }
    expect(await counts('gongan')).toEqual(expected)
    expect(await counts('fenpai')).toEqual(expected)
    expect(await counts('gongshui')).toEqual({
      pending: 0,
      working: 0,
      reviewing: 0,
      returning: 0,
      overdue: 0,
    })
  })
})

describe('a resident’s own needs', () => {
  it('are listed newest first, each once, though filed in the same instant', async () => {
    const who = '19900000055'
    const areaId = await areaOf(server, '望江门社区')
    await tokenOf(server, who)
    const filed: string[] = []
    for (let i = 0; i < 45; i += 1)
      filed.push(must(await post(server, who, '/needs', { text: `第${i}件`, areaId })).id as string)
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const next: NeedPage = must(await get<NeedPage>(server, who, `/needs/mine?cursor=${cursor}`))
      seen.push(...next.items.map(({ id }) => id))
      cursor = next.nextCursor
    }
    expect(seen).toHaveLength(45)
    expect([...seen].sort()).toEqual([...filed].sort())
  })
})
