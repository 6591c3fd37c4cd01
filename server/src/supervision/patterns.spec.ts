import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { DAY, HOUR } from '@minsheng/shared'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import {
  aNeed,
  type FiledNeed,
  get,
  idOf,
  must,
  noise,
  post,
  streetLamp,
} from '../handling/a-need.fixture.js'
import type { NeedView } from '../handling/index.js'
import type { LookalikeList } from '../lookalikes/lookalike.dto.js'
import { Relay } from '../messages/index.js'
import { Areas } from '../places/index.js'
import { UnitOfWork } from '../platform/database/index.js'
import { Occurrence } from './occurrence.entity.js'
import type { NeedGroupPage, RepeatedNeedPage } from './patterns.dto.js'
import { noticesOf, ordersOf } from './supervision.fixture.js'

const METRES_OF_DEGREE = 111_195

let server: TestApp
let middle: { latitude: number; longitude: number }
beforeAll(async () => {
  server = await startApp()
  const areas = await server.app.get(Areas).all()
  const community = areas.find(({ name }) => name === '望江门社区')
  middle = { latitude: community?.latitude ?? 0, longitude: community?.longitude ?? 0 }
})
afterAll(() => server.stop())
beforeEach(async () => {
  // What the test before has left in the outbox is noted before the time goes back.
  await server.app.get(Relay).drain()
  server.present.set(mondayMorning)
  await server.app.get(UnitOfWork).run((tx) => tx.clear(Occurrence))
})

/** Filed by residents of their own, each so many metres north of the middle. */
async function filed(metres: readonly number[], first: number, text = noise): Promise<FiledNeed[]> {
  const needs: FiledNeed[] = []
  for (const [index, north] of metres.entries()) {
    const place = { ...middle, latitude: middle.latitude + north / METRES_OF_DEGREE }
    needs.push(await aNeed(server, { text, place, areaId: undefined }, `199${first + index}`).there())
    server.present.advance(HOUR / 60)
  }
  await server.app.get(Relay).drain()
  return needs
}

const groups = async (who = 'fenpai') => must(await get<NeedGroupPage>(server, who, '/need-groups')).items
const groupOf = async (need: FiledNeed | undefined) =>
  (await groups()).find(({ members }) => members.some(({ id }) => id === need?.id))

describe('rule 3: five needs of one category within 250 m in seven days', () => {
  it('count whoever has only said 我也遇到', async () => {
    const needs = await filed([0, 60, 120, 180], 10_000_100)
    expect(await groupOf(needs[0])).toBeUndefined()
    const [near] = must(
      await post<LookalikeList>(server, '19910000199', '/lookalikes', { text: noise, place: middle }),
    ).items
    const joined = must(
      await post<NeedView>(server, '19910000199', '/needs', {
        text: '我家也是',
        place: middle,
        sameAs: near?.id,
      }),
    )
    expect(joined.state).toBe('merged')
    await server.app.get(Relay).drain()
    const group = await groupOf(needs[0])
    expect(group).toMatchObject({ size: 5, masterId: needs[0]?.id })
    expect(group?.members.map(({ id }) => id)).toContain(joined.id)
  })

  it('are a group with the oldest as its master, and one supervision order of level 1', async () => {
    const needs = await filed([0, 60, 120, 180, 240], 10_000_000)
    expect(await groupOf(needs[4])).toMatchObject({ size: 5, masterId: needs[0]?.id, areaName: '望江门社区' })
    for (const [index, need] of needs.entries())
      expect(await ordersOf(server, need)).toHaveLength(index === 0 ? 1 : 0)
    const [master] = needs
    if (!master) throw new Error('no master')
    expect(await ordersOf(server, master)).toMatchObject([{ cause: 'group', level: 1 }])
    expect(await noticesOf(server, 'fenpai', master)).toHaveLength(1)
  })

  it('are merged as a whole, more than the list shows', async () => {
    const needs = await filed(
      Array.from({ length: 12 }, (_, i) => i),
      10_700_000,
    )
    const group = await groupOf(needs[11])
    expect(group?.members).toHaveLength(10)
    const path = `/need-groups/${group?.id ?? ''}/acts/merge`
    expect((await post(server, 'duban', path)).status).toBe(403)
    expect(must(await post(server, 'fenpai', path))).toEqual({ masterId: needs[0]?.id, merged: 11 })
    expect(await groupOf(needs[11])).toBeUndefined()
    expect((await post(server, 'fenpai', path)).status).toBe(409)
  })

  it('take in the sixth without another supervision order', async () => {
    const needs = await filed([0, 10, 20, 30, 40, 50], 10_100_000)
    expect(await groupOf(needs[5])).toMatchObject({ size: 6, masterId: needs[0]?.id })
    const orders = await Promise.all(needs.map((need) => ordersOf(server, need)))
    expect(orders.flat()).toHaveLength(1)
  })

  it('are none when one of five is further away', async () => {
    const needs = await filed([0, 20, 40, 60, -300], 10_200_000)
    expect(await groupOf(needs[0])).toBeUndefined()
  })

  it('are none when one of five is of another category', async () => {
    const needs = await filed([0, 20, 40, 60], 10_300_000)
    await filed([80], 10_300_010, streetLamp)
    expect(await groupOf(needs[0])).toBeUndefined()
  })

  it('are none when it takes longer than seven days', async () => {
    const needs = await filed([0], 10_400_000)
    server.present.advance(7 * DAY)
    needs.push(...(await filed([20, 40, 60, 80], 10_400_010)))
    expect(await groupOf(needs[4])).toBeUndefined()
  })

  it('are the dispatchers’ to look at; once looked at they are gone, until one more comes', async () => {
    const needs = await filed([0, 10, 20, 30, 40], 10_500_000)
    const group = await groupOf(needs[0])
    const path = `/need-groups/${group?.id ?? ''}/acts/settle`
    expect((await post(server, 'chengguan', path)).status).toBe(403)
    expect((await post(server, 'duban', path)).status).toBe(403)
    expect((await post(server, 'fenpai', path)).status).toBe(204)
    expect(await groupOf(needs[0])).toBeUndefined()
    const [one] = await filed([50], 10_500_010)
    expect(await groupOf(one)).toMatchObject({ id: group?.id, size: 6 })
  })

  it('do not count a need for which nobody said the place exactly', async () => {
    for (let index = 0; index < 5; index += 1) await aNeed(server, {}, `1991060000${index}`).there()
    await server.app.get(Relay).drain()
    expect((await groups()).flatMap(({ members }) => members).length).toBe(
      new Set((await groups()).flatMap(({ members }) => members.map(({ id }) => id))).size,
    )
    const noted = await server.unitOfWork.reader.find(Occurrence)
    expect(noted).toHaveLength(5)
    expect(noted.every(({ cell, groupId }) => cell === null && groupId === null)).toBe(true)
  })
})

describe('rule 4: the same person, the same matter, three times in ninety days', () => {
  const repeated = async (phone: string, times: number, days: number) => {
    const needs: FiledNeed[] = []
    for (let index = 0; index < times; index += 1) {
      needs.push(await aNeed(server, {}, phone).there())
      server.present.advance((days * DAY) / (times - 1))
    }
    await server.app.get(Relay).drain()
    return needs
  }
  const rowOf = async (need: FiledNeed | undefined) =>
    must(await get<RepeatedNeedPage>(server, 'fenpai', '/repeated-needs')).items.find(
      ({ last }) => last?.id === need?.id,
    )

  it('is on the list, without a word of who it is', async () => {
    const needs = await repeated('19920000001', 3, 80)
    const row = await rowOf(needs[2])
    expect(row).toMatchObject({ times: 3, last: { receiptNo: needs[2]?.filed.receiptNo } })
    expect(Object.keys(row ?? {}).sort()).toEqual(
      ['areaName', 'categoryName', 'department', 'id', 'last', 'lastAt', 'times'].sort(),
    )
  })

  it('stands there once, with its newest need and how often', async () => {
    const needs = await repeated('19920000002', 4, 60)
    expect(await rowOf(needs[2])).toBeUndefined()
    expect(await rowOf(needs[3])).toMatchObject({ times: 4 })
  })

  it('is none for two times, for three in more than ninety days, for another matter', async () => {
    expect(await rowOf((await repeated('19920000003', 2, 30))[1])).toBeUndefined()
    expect(await rowOf((await repeated('19920000004', 3, 100))[2])).toBeUndefined()
    const two = await repeated('19920000005', 2, 2)
    const other = await aNeed(server, { text: streetLamp }, '19920000005').there()
    await server.app.get(Relay).drain()
    expect(await rowOf(two[1])).toBeUndefined()
    expect(await rowOf(other)).toBeUndefined()
  })

  it('follows a category that the resident has corrected', async () => {
    const needs = await repeated('19920000006', 2, 2)
    const third = await aNeed(server, { text: streetLamp }, '19920000006').there()
    await server.app.get(Relay).drain()
    expect(await rowOf(third)).toBeUndefined()
    must(await third.ask('correctCategory', { categoryId: (await needs[0]?.row())?.categoryId }))
    await server.app.get(Relay).drain()
    expect(await rowOf(third)).toMatchObject({ times: 3 })
    expect(await idOf(server, 'category', 'urban.litter')).not.toBe((await third.row()).categoryId)
  })
})
