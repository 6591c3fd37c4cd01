import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { DAY, HOUR, MINUTE } from '@minsheng/shared'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { Clock } from '../deadlines/index.js'
import { get, idOf, must, phone, post, tokenOf } from '../handling/a-need.fixture.js'
import { Outbox, Relay } from '../messages/index.js'
import { Notice } from '../messages/notice.entity.js'
import { Staff } from '../people/index.js'
import { insertRows, newId, UnitOfWork } from '../platform/database/index.js'
import { SupervisionOrder } from '../supervision/index.js'
import { FiredRule } from '../supervision/fired-rule.entity.js'
import { hears } from '../supervision/supervision.fixture.js'
import type { SupervisionPage, SupervisionView } from '../supervision/supervision-order.dto.js'
import { FiledComplaint, passes } from './a-complaint.fixture.js'
import { complaintTrail } from './complaint-trail.js'
import { ComplaintEvent } from './complaint-event.entity.js'
import type { ComplaintView } from './complaint.dto.js'
import { Complaint, Complaints } from './index.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
afterEach(async () => {
  server.present.set(mondayMorning)
  await server.unitOfWork.run(async (tx) => {
    const tables = [Complaint, ComplaintEvent, Clock, FiredRule, Notice, Outbox, SupervisionOrder]
    for (const entity of tables) await tx.clear(entity)
  })
})

const aboutService = async (): Promise<FiledComplaint> =>
  new FiledComplaint(
    server,
    must(await post<ComplaintView>(server, phone, '/complaints', { words: '热线打不通' })).id,
  )

/** About what the district has taken up, led by 城市管理局. */
async function aboutProject(title = '背街小巷整治'): Promise<FiledComplaint> {
  await tokenOf(server, phone)
  const [departmentId, categoryId, need] = await Promise.all([
    idOf(server, 'department', 'chengguan'),
    idOf(server, 'category', 'order.theft'),
    post<{ id: string }>(server, phone, '/complaints', {}),
  ])
  const { residentId } = await new FiledComplaint(server, must(need).id).row()
  must(await new FiledComplaint(server, must(need).id).act('withdraw'))
  const by = { id: residentId, kind: 'resident' as const, roles: [], departmentId: null, areaId: null }
  const project = { id: newId(server.present.now()), title, departmentId, categoryId }
  const { id } = await server.app
    .get(UnitOfWork)
    .run((tx) => server.app.get(Complaints).fileAboutProject(tx, by, project, {}))
  return new FiledComplaint(server, id)
}

const orders = () => server.unitOfWork.reader.find(SupervisionOrder, { order: { number: 'ASC' } })
const listed = async (who: string, query = '') =>
  must(await get<SupervisionPage>(server, who, `/supervision-orders?${query}`)).items
const noticesOf = async (who: string) =>
  must(await get<{ items: { words: string; supervisionOrderId: string | null }[] }>(server, who, '/notices'))
    .items
const act = (who: string, id: string, name: string, body: object = {}) =>
  post<SupervisionView>(server, who, `/supervision-orders/${id}/acts/${name}`, body)

describe('a complaint about no need that nobody responds to', () => {
  it.each([
    ['the service', aboutService, '对服务的投诉', null],
    ['a project', aboutProject, '对“背街小巷整治”的投诉', 'chengguan'],
  ] as const)('about %s is supervised at 24 hours, on level 1', async (_, file, title, accused) => {
    const complaint = await file()
    await passes(server, 24 * HOUR)
    expect(await orders()).toEqual([])
    await passes(server, MINUTE)
    expect(await orders()).toMatchObject([
      {
        ...{ needId: null, complaintId: complaint.id, departmentId: null, receiptNo: null },
        ...{ cause: 'complaintSilent', level: 1, state: 'issued', title, isListed: false },
        number: `DB20261116-T${complaint.id.slice(-8)}-1`,
        accusedDepartmentId: accused && (await idOf(server, 'department', accused)),
      },
    ])
    const [order] = await listed('duban')
    expect(order).toMatchObject({
      about: 'complaint',
      title,
      receiptNo: null,
      departmentName: null,
      areaName: '全区',
    })
    for (const who of ['duban', 'lingdao'])
      expect((await noticesOf(who))[0]).toMatchObject({
        words: expect.stringMatching(/^一件对.+的投诉满 24 小时没有响应，已一级督办，请在.+反馈$/),
        supervisionOrderId: order?.id,
      })
  })

  it('is so once, however often the clock is heard, and whoever hears it', async () => {
    const complaint = await aboutService()
    await passes(server, DAY + MINUTE)
    const { id } = await server.unitOfWork.reader.findOneByOrFail(Clock, { kind: 'complaintResponse' })
    const heard = { clockId: id, kind: 'complaintResponse', workOrderId: null }
    const about = { id: complaint.id } as Parameters<typeof hears>[1]
    await hears(server, about, 'clock.red', heard, 3)
    await Promise.all([1, 2].map(() => hears(server, about, 'clock.red', heard)))
    server.present.advance(2 * MINUTE)
    await server.app.get(Relay).drain()
    expect(await orders()).toHaveLength(1)
  })

  it('is not when somebody has responded, or the complainant took it back', async () => {
    must(await (await aboutService()).act('respond', undefined, 'duban'))
    must(await (await aboutProject()).act('withdraw'))
    await passes(server, 2 * DAY)
    expect(await orders()).toEqual([])
  })

  it('has a title that fits, however long the name of the project is', async () => {
    await aboutProject('改'.repeat(60))
    await passes(server, DAY + MINUTE)
    const [order] = await orders()
    expect(order?.title).toHaveLength(60)
  })
})

describe('its supervision order', () => {
  it('goes to its end in the chain of the complaint, by the office itself', async () => {
    const complaint = await aboutService()
    await passes(server, DAY + MINUTE)
    const [order] = await orders()
    const id = order?.id ?? ''
    const before = (await complaint.row()).version
    must(await act('duban', id, 'takeUp'))
    must(await act('duban2', id, 'feedBack', { text: '值班人员漏看，已联系投诉人并致歉' }))
    expect((await noticesOf('duban')).map(({ words }) => words).join()).toContain('有了反馈')
    must(await act('duban', id, 'askAgain', { text: '请补充以后怎么避免' }))
    must(await act('duban2', id, 'feedBack', { text: '已安排夜间双人值守，并设提醒' }))
    const settled = must(await act('duban', id, 'settle', { text: '属实，已整改' }))
    expect(settled).toMatchObject({ state: 'settled', about: 'complaint', allowedActs: [] })
    expect(settled.events.map(({ words, byName }) => [words, byName !== null])).toEqual([
      ['督办办结', true],
      ['督办反馈', true],
      ['要求补充反馈', true],
      ['督办反馈', true],
      ['认领督办单', true],
      ['督办', false],
    ])
    expect((await complaint.row()).version).toBe(before + 5)
    for await (const broken of complaintTrail(server.unitOfWork).breaks()) expect(broken).toBeUndefined()
    const clocks = await server.unitOfWork.reader.findBy(Clock, { kind: 'supervision' })
    expect(clocks.map(({ workOrderId, stoppedAt }) => [workOrderId, stoppedAt !== null])).toEqual([
      [id, true],
      [id, true],
    ])
  })

  it('that nobody answers within its limit is told again', async () => {
    await aboutService()
    await passes(server, DAY + MINUTE)
    const [order] = await orders()
    must(await act('duban', order?.id ?? '', 'takeUp'))
    await passes(server, 5 * DAY)
    expect((await noticesOf('duban')).map(({ words }) => words).join()).toContain('督办到期没有反馈')
  })

  it('says nothing of who complains, and is for nobody of the accused department', async () => {
    const complaint = await aboutProject()
    must(await complaint.act('addWords', { words: '垃圾还是没有清' }))
    await passes(server, DAY + MINUTE)
    const [order] = await orders()
    const path = `/supervision-orders/${order?.id ?? ''}`
    const { residentId } = await complaint.row()
    const view = must(await get<SupervisionView>(server, 'duban', path))
    for (const secret of [phone, '垃圾还是没有清', residentId, complaint.id])
      expect(JSON.stringify([view, await listed('duban')])).not.toContain(secret)
    for (const who of ['chengguan', 'chengguan-lingdao', 'zhujian-lingdao']) {
      expect(await listed(who)).toEqual([])
      expect((await get(server, who, path)).status).toBe(404)
    }
    const departmentId = await idOf(server, 'department', 'chengguan')
    const { reader } = server.unitOfWork
    const second = await reader.findOneByOrFail(Staff, { account: 'duban2' })
    await server.unitOfWork.run((tx) => tx.update(Staff, { id: second.id }, { departmentId }))
    server.present.advance(20 * MINUTE)
    expect(await listed('duban2')).toEqual([])
    expect((await get(server, 'duban2', path)).status).toBe(404)
    expect((await act('duban2', order?.id ?? '', 'takeUp')).status).toBe(404)
    await server.unitOfWork.run((tx) => tx.update(Staff, { id: second.id }, { departmentId: null }))
    server.present.advance(20 * MINUTE)
    expect(await listed('duban2')).toHaveLength(1)
  })

  it('is about one thing: the database takes neither both nor none', async () => {
    await aboutService()
    await passes(server, DAY + MINUTE)
    const [order] = await orders()
    if (!order) throw new Error('there is one')
    const ids = { needId: newId(mondayMorning), complaintId: newId(mondayMorning) }
    for (const subject of [ids, { needId: null, complaintId: null }]) {
      const row = { ...order, ...subject, id: newId(mondayMorning), number: 'DB-other' }
      await expect(server.unitOfWork.run((tx) => insertRows(tx, SupervisionOrder, [row]))).rejects.toThrow(
        /ck_supervision_order_subject/,
      )
    }
  })
})
