import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { DAY, HOUR, MINUTE } from '@minsheng/shared'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { Attachment } from '../attachments/index.js'
import { aNeed, aPhoto, areaOf, get, idOf, must, phone, streetLamp } from '../handling/a-need.fixture.js'
import { Need } from '../handling/index.js'
import { Relay } from '../messages/index.js'
import { insertRows, newId } from '../platform/database/index.js'
import { ContentCheck } from '../safety/content-check.entity.js'
import type { ScoresView } from '../scores/scores.dto.js'
import { rate, startOver } from '../scores/scores.fixture.js'
import type { PublicRatesView, SolvedPage, SolvedView } from './disclosure.dto.js'
import { Disclosure } from './index.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
// What was kept for a minute is over with each test.
let tests = 0
beforeEach(() => server.present.set(new Date(mondayMorning.getTime() + ++tests * HOUR)))
afterEach(() => server.unitOfWork.run((tx) => tx.clear(Disclosure)))

const answer = '已到现场与张先生核实，电话13812346021，3号楼2单元旁的塔吊夜间停工，今晚起生效'

/** Opens the public page, a minute after whatever happened, without signing in. */
async function solved(area?: string): Promise<SolvedView[]> {
  await server.app.get(Relay).drain()
  server.present.advance(MINUTE)
  const query = area === undefined ? '' : `?areaId=${await areaOf(server, area)}`
  return must(await server.call<SolvedPage>('GET', `/disclosure/solved${query}`)).items
}

describe('what was solved near by', () => {
  it('is open to everybody: what, where, by whom, how fast, how it was judged', async () => {
    await aNeed(server).worked(answer).rated({ level: 5, solved: true, words: '谢谢小刘' }).there()
    expect(await solved()).toEqual([
      {
        id: expect.any(String),
        categoryName: '施工噪音',
        areaName: '望江门社区',
        streetName: expect.any(String),
        departmentName: '城市管理局',
        daysTaken: 0,
        level: 5,
        text: '已到现场与某先生核实，电话***，***旁的塔吊夜间停工，今晚起生效',
        photos: [],
        closedAt: expect.any(String),
      },
    ])
  })

  it('holds no word of the resident, and nothing that leads to the need', async () => {
    const place = { latitude: 30.2, longitude: 120.1, address: '幸福里3栋501' }
    const need = await aNeed(server, { contactPhone: '13700000007', place })
      .worked()
      .rated({ level: 4, words: '辛苦了' })
      .there()
    const page = JSON.stringify(await solved())
    for (const secret of ['半夜还在', '睡不着', '辛苦了', '13700000007', '幸福里', '内部记录'])
      expect(page).not.toContain(secret)
    for (const key of [need.id, need.filed.receiptNo, (await need.row()).residentId])
      expect(page).not.toContain(key)
    expect(page).toContain('施工噪音')
  })

  it('is nothing that is still open, was not liked, or was asked in confidence', async () => {
    await aNeed(server).worked().there()
    await aNeed(server).worked().rated({ level: 1 }).there()
    await aNeed(server).worked().rated({ level: 5, solved: false }).there()
    await aNeed(server, { anonymous: true }).worked().rated({ level: 5 }).there()
    await aNeed(server, { text: '工地夜间施工噪音扰民，打桩打得没法睡，受伤流血了' })
      .dispatchedTo('chengguan', 'environment.constructionNoise')
      .worked()
      .rated({ level: 5 })
      .there()
    expect(await solved()).toEqual([])
  })

  it('is taken off when the resident says later that it is not solved, or has it reopened', async () => {
    const slip = await aNeed(server).worked().rated({ level: 5 }).there()
    const again = await aNeed(server).worked().rated({ level: 5 }).there()
    expect(await solved()).toHaveLength(2)
    must(await slip.rate({ level: 5, solved: false }))
    expect(await solved()).toHaveLength(1)
    must(await again.ask('reopen', { reason: '昨晚又开始打桩' }))
    expect(await solved()).toEqual([])
  })

  it('is not shown while content safety has doubts about any part of the need', async () => {
    const need = await aNeed(server).worked().rated({ level: 5 }).there()
    const check: ContentCheck = {
      id: newId(mondayMorning),
      needId: need.id,
      kind: 'text',
      subjectId: need.id,
      state: 'waiting',
      traceId: null,
      suggest: null,
      label: null,
      createdAt: mondayMorning,
      checkedAt: null,
      decision: null,
      decidedById: null,
      decidedAt: null,
    }
    await server.unitOfWork.run((tx) => insertRows(tx, ContentCheck, [check]))
    for (const [change, shown] of [
      [{}, 0],
      [{ state: 'flagged' }, 0],
      [{ state: 'decided', decision: 'hide' }, 0],
      [{ state: 'decided', decision: 'keep' }, 1],
      [{ state: 'passed', decision: null }, 1],
    ] as const) {
      if (Object.keys(change).length > 0)
        await server.unitOfWork.run((tx) => tx.update(ContentCheck, { id: check.id }, change))
      expect(await solved()).toHaveLength(shown)
    }
  })

  it('shows photos of the answer where it is about streets and parks, and none that somebody hid', async () => {
    const [before, shown, hidden] = [
      await aPhoto(server, phone),
      await aPhoto(server, 'chengguan'),
      await aPhoto(server, 'chengguan'),
    ]
    await aNeed(server, { text: streetLamp, attachmentIds: [before] })
      .accepted()
      .contacted()
      .answered('chengguan', '已更换路灯灯头和线路，晚上七点现场试灯，照明正常', [shown, hidden])
      .approved()
      .rated({ level: 5 })
      .there()
    await server.unitOfWork.run((tx) => tx.update(Attachment, { id: hidden }, { hiddenAt: mondayMorning }))
    const [lamp] = await solved()
    expect(lamp?.photos).toHaveLength(1)
    expect(lamp?.photos[0]?.url).toContain(shown)
    const image = await server.call('GET', lamp?.photos[0]?.thumbnailUrl ?? lamp?.photos[0]?.url ?? '')
    expect(image.status).toBe(200)

    // The same answer in a field of homes shows none.
    const housing = await idOf(server, 'category', 'housing')
    await server.unitOfWork.run(async (tx) => {
      const row = await tx.findOneByOrFail(Disclosure, {})
      await tx.update(Need, { id: row.needId }, { fieldId: housing })
    })
    const { needId } = await server.unitOfWork.reader.findOneByOrFail(Disclosure, {})
    const { receiptNo } = await server.unitOfWork.reader.findOneByOrFail(Need, { id: needId })
    expect(receiptNo).toMatch(/^MS/)
    must(await post(needId))
    expect((await solved())[0]?.photos).toEqual([])
  })

  it('is asked for by community, by street, or for the whole district', async () => {
    await aNeed(server).worked().rated({ level: 5 }).there()
    const [one] = await solved()
    expect(await solved('望江门社区')).toHaveLength(1)
    expect(await solved(one?.streetName ?? '')).toHaveLength(1)
    const areaId = await areaOf(server, '文昌阁社区')
    await aNeed(server, { areaId }).worked().rated({ level: 3 }).there()
    expect((await solved('文昌阁社区')).map(({ level }) => level)).toEqual([3])
    expect(await solved()).toHaveLength(2)
    expect(await server.call('GET', `/disclosure/solved?areaId=${newId(mondayMorning)}`)).toMatchObject({
      status: 404,
      body: { code: 'area_not_found' },
    })
  })

  it('is paged by key, the newest first', async () => {
    const row = async (index: number): Promise<Disclosure> => ({
      id: newId(new Date(mondayMorning.getTime() - index * MINUTE)),
      needId: newId(mondayMorning),
      communityId: await areaOf(server, '望江门社区'),
      streetId: await areaOf(server, '文昌阁社区'),
      categoryId: await idOf(server, 'category', 'urban.litter'),
      departmentId: await idOf(server, 'department', 'chengguan'),
      closedAt: new Date(mondayMorning.getTime() - index * MINUTE),
      daysTaken: index,
      level: 5,
      text: '已清运',
      photoIds: [],
    })
    const rows = await Promise.all(Array.from({ length: 25 }, (_, index) => row(index)))
    await server.unitOfWork.run((tx) => insertRows(tx, Disclosure, rows))
    const first = must(await server.call<SolvedPage>('GET', '/disclosure/solved'))
    const second = must(
      await server.call<SolvedPage>('GET', `/disclosure/solved?cursor=${first.nextCursor ?? ''}`),
    )
    expect([...first.items, ...second.items].map(({ daysTaken }) => daysTaken)).toEqual([...Array(25).keys()])
    expect([first.items.length, second.nextCursor]).toEqual([20, null])
  })

  it('is read once a minute, however many ask', async () => {
    expect(await solved()).toEqual([])
    const opened = server.present.now()
    await aNeed(server).worked().rated({ level: 5 }).there()
    await server.app.get(Relay).drain()
    server.present.set(opened)
    const asked = await Promise.all(
      Array.from({ length: 5 }, () => server.call<SolvedPage>('GET', '/disclosure/solved')),
    )
    for (const { body, headers } of asked) {
      expect(body.items).toEqual([])
      expect(headers['cache-control']).toBe('public, max-age=60')
    }
    server.present.advance(HOUR / 2)
    expect(await solved()).toHaveLength(1)
  })

  it('is of the last seven days', async () => {
    await aNeed(server).worked().rated({ level: 5 }).there()
    expect(await solved()).toHaveLength(1)
    server.present.advance(7 * DAY)
    expect(await solved()).toEqual([])
  })
})

/** The resident adds to the rating, so that the line is made anew. */
async function post(needId: string) {
  const as = await server.resident(phone)
  return server.post(`/needs/${needId}/rating`, as, { level: 5, words: '好' })
}

describe('how the departments do', () => {
  beforeEach(() => startOver(server))

  const rates = async () => must(await server.call<PublicRatesView>('GET', '/disclosure/rates'))

  it('is what the scores say, number by number', async () => {
    await rate(server, {
      ...{ department: 'chengguan', rated: 10, contacted: 9 },
      ...{ solved: 8, satisfied: 6, fairly: 2 },
    })
    await rate(server, { department: 'gongshui', rated: 11, solved: 11, satisfied: 8, fairly: 3 })
    const { from, to, total, items } = await rates()
    const own = must(await get<ScoresView>(server, 'lingdao', `/scores?from=${from}&to=${to}&by=department`))
    const shown = (row: object) => Object.fromEntries(Object.entries(row).filter(([key]) => key in total))
    expect([from, to]).toEqual(['2026-08-19', '2026-11-16'])
    expect(items.map(({ hasEnough: _, ...row }) => row)).toEqual(own.items.map(shown))
    expect(total).toEqual({ ...shown(own.total), hasEnough: true })
    expect(items.find(({ name }) => name === '城市管理局')).toMatchObject({
      rated: 10,
      solvedRate: 0.8,
      contactRate: 0.9,
      satisfaction: 0.78,
    })
  })

  it('says nothing about a department below ten ratings, but that they are few', async () => {
    await rate(server, { department: 'chengguan', rated: 9, solved: 8, satisfied: 8 })
    const { items } = await rates()
    expect(items.find(({ name }) => name === '城市管理局')).toMatchObject({
      rated: 9,
      hasEnough: false,
      contactRate: null,
      solvedRate: null,
      satisfaction: null,
    })
  })
})
