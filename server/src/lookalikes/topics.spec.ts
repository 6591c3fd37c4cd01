import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { DAY, HOUR, MINUTE } from '@minsheng/shared'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { aNeed, type FiledNeed, get, must, noise, phone, post } from '../handling/a-need.fixture.js'
import type { NeedPage } from '../handling/need.dto.js'
import { Housekeeping } from '../platform/housekeeping.js'
import { Department } from '../people/index.js'
import { Topic } from './topic.entity.js'
import type { GrowingTopicsView, TopicMemberPage, TopicPage, TopicView } from './topic.dto.js'

let server: TestApp
let weeks = 0
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
// What was filed for one test is long past for the next.
beforeEach(() => server.present.set(new Date(mondayMorning.getTime() + 70 * DAY * ++weeks)))

const dust = [
  '青石镇搅拌站粉尘太大，窗户不敢开',
  '青石镇的搅拌站日夜扬尘，家里桌上一层灰',
  '请查一查青石镇搅拌站粉尘污染',
  '搅拌站离青石镇小学只有一百米，粉尘让孩子咳嗽',
]
const neighbours = ['19900000011', '19900000012', '19900000013', '19900000014']

const file = (text: string, who: string): Promise<FiledNeed> => aNeed(server, { text }, who).there()
async function fileAll(texts: readonly string[], who: (index: number) => string | undefined) {
  const needs: FiledNeed[] = []
  for (const [index, text] of texts.entries()) needs.push(await file(text, who(index) ?? phone))
  return needs
}

/** The list of an hour later. */
async function topics(): Promise<TopicView[]> {
  server.present.advance(HOUR)
  await server.app.get(Housekeeping).sweep()
  return must(await get<TopicPage>(server, 'fenpai', '/topics')).items
}

describe('topics', () => {
  it('say place and problem, how many persons and needs, where and when', async () => {
    await fileAll(dust, (index) => neighbours[index])
    await file(noise, phone)
    const filedAt = server.present.now().toISOString()
    expect(await topics()).toEqual([
      {
        id: expect.any(String),
        title: expect.stringMatching(/^青石镇 · /),
        areaName: '望江门社区',
        persons: 4,
        needs: 4,
        personsBefore: 0,
        firstAt: filedAt,
        lastAt: filedAt,
        madeAt: expect.any(String),
      },
    ])
  })

  it('count persons: who writes again and again makes no heat', async () => {
    await fileAll(dust.slice(0, 3), () => neighbours[0])
    expect(await topics()).toEqual([])
    await file(dust[0] ?? '', neighbours[1] ?? '')
    await file(dust[1] ?? '', neighbours[2] ?? '')
    expect(await topics()).toMatchObject([{ persons: 3, needs: 5 }])
  })

  it('are beside the four weeks before', async () => {
    await fileAll(dust.slice(0, 2), (index) => neighbours[index])
    server.present.advance(10 * DAY)
    await fileAll(dust.slice(1), (index) => neighbours[index])
    expect(await topics()).toMatchObject([{ persons: 3, needs: 3, personsBefore: 0.5 }])
  })

  it('count a person who wrote in several weeks before in each of them, as in this one', async () => {
    await file(dust[0] ?? '', neighbours[0] ?? '')
    server.present.advance(7 * DAY)
    await file(dust[1] ?? '', neighbours[0] ?? '')
    await file(dust[2] ?? '', neighbours[0] ?? '')
    server.present.advance(10 * DAY)
    await fileAll(dust.slice(1), (index) => neighbours[index])
    expect(await topics()).toMatchObject([{ persons: 3, personsBefore: 0.5 }])
  })

  it('leave out what was withdrawn, and are gone after a week', async () => {
    const [first] = await fileAll(dust, (index) => neighbours[index])
    expect((await first?.ask('withdraw'))?.status).toBe(200)
    expect(await topics()).toMatchObject([{ persons: 3 }])
    server.present.advance(8 * DAY)
    expect(await topics()).toEqual([])
    expect(await server.unitOfWork.reader.count(Topic)).toBe(0)
  })

  it('put the hottest first, and list their needs by pages', async () => {
    const many = Array.from({ length: 25 }, (_, i) => `柳湖公园水管爆了，步道第${i}段全是水`)
    await fileAll(dust, (index) => neighbours[index])
    await fileAll(many, (index) => neighbours[index % 4])
    await file(many[0] ?? '', phone)
    const [hottest, next] = await topics()
    expect([hottest, next]).toMatchObject([{ persons: 5, needs: 26 }, { persons: 4 }])
    const path = `/topics/${hottest?.id ?? ''}/needs`
    const first = must(await get<TopicMemberPage>(server, 'duban', path))
    const rest = must(await get<TopicMemberPage>(server, 'duban', `${path}?cursor=${first.nextCursor ?? ''}`))
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(26)
    expect(JSON.stringify(first)).not.toContain('resident')
  })

  it('are made by one server in an hour, whichever comes first', async () => {
    await fileAll(dust, (index) => neighbours[index])
    const [made] = await topics()
    server.present.advance(MINUTE)
    await server.app.get(Housekeeping).sweep()
    expect(must(await get<TopicPage>(server, 'fenpai', '/topics')).items).toMatchObject([{ id: made?.id }])
    expect((await topics())[0]?.id).not.toBe(made?.id)
  })

  it('are merged as a whole, under the oldest that is worked on', async () => {
    const needs = await fileAll(dust, (index) => neighbours[index])
    const [topic] = await topics()
    const merged = await post<{ masterId: string; merged: number }>(
      server,
      'fenpai',
      `/topics/${topic?.id ?? ''}/acts/merge`,
    )
    const { masterId, merged: count } = must(merged)
    const open = needs.filter(({ filed: { state } }) => state === 'dispatched')
    expect(count).toBe(3)
    if (open.length > 0) expect(open.map(({ id }) => id)).toContain(masterId)
    const { items } = must(await get<NeedPage>(server, 'fenpai', `/needs/${masterId}/merged`))
    expect(items).toHaveLength(3)
    const again = await post(server, 'fenpai', `/topics/${topic?.id ?? ''}/acts/merge`)
    expect(again).toMatchObject({ status: 409, body: { code: 'nothing_to_merge' } })
  })

  it('are for dispatchers and supervisors, and merged by dispatchers alone', async () => {
    for (const who of [phone, 'chengguan', 'lingdao'])
      expect((await get(server, who, '/topics')).status).toBe(403)
    const unknown = '/topics/01JD0000000000000000000001/acts/merge'
    expect((await post(server, 'duban', unknown)).status).toBe(403)
    expect(await post(server, 'fenpai', unknown)).toMatchObject({
      status: 404,
      body: { code: 'topic_not_found' },
    })
  })
})

describe('what grows', () => {
  const growing = async (who: string, query = '') =>
    get<GrowingTopicsView & { code: string }>(server, who, `/topics/growing${query}`)
  const write = (texts: readonly string[]) => fileAll(texts, (index) => neighbours[index])

  it('is what more persons write about than in a week before, the fastest first', async () => {
    // As many persons in the week before: nothing new.
    await write(dust)
    server.present.advance(6 * DAY + 12 * HOUR)
    await write(dust.slice(0, 3))
    const noises = Array.from({ length: 4 }, (_, index) => `${noise}，第 ${index + 1} 天了`)
    server.present.advance(DAY)
    await fileAll(noises, (index) => neighbours[index])
    await topics()
    const { items, scope, madeAt } = must(await growing('lingdao'))
    expect(scope).toMatchObject({ id: null, name: '全区', reason: null })
    expect(madeAt).toEqual(expect.any(String))
    expect(items[0]).toMatchObject({ persons: 4, personsBefore: 0, areaName: '望江门社区' })
    for (const { persons, personsBefore } of items)
      expect(persons).toBeGreaterThanOrEqual(personsBefore * 1.5)
  })

  it('is cut to who sees only a department, with the reason', async () => {
    await write(dust)
    await topics()
    const { items, scope } = must(await growing('chengguan-lingdao'))
    expect(scope.reason).toContain('城市管理局')
    const others = must(await growing('lingdao')).items
    expect(others.length).toBeGreaterThan(0)
    for (const { id } of items) expect(others.map((each) => each.id)).toContain(id)
    const within = await server.unitOfWork.reader.findOneByOrFail(Department, { code: 'gongshui' })
    expect(must(await growing('lingdao', `?within=${within.id}`)).items).toEqual([])
    expect(await growing('chengguan-lingdao', `?within=${within.id}`)).toMatchObject({
      status: 403,
      body: { code: 'scope_not_yours' },
    })
  })

  it.each(['fenpai', 'chengguan', phone])('is not for %s', async (who) => {
    expect((await growing(who)).status).toBe(403)
  })
})
