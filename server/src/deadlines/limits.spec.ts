import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { limitedClocks } from '@minsheng/shared'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { aNeed, get, idOf, must, post } from '../handling/a-need.fixture.js'
import { ClockLimit } from './clock-limit.entity.js'
import type { LimitPage, LimitView } from './limit.dto.js'
import { Timetable } from './timetable.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.present.set(mondayMorning)
  await server.unitOfWork.run((tx) => tx.createQueryBuilder().delete().from(ClockLimit).execute())
  await server.app.get(Timetable).reload()
})

const good = { kind: 'answer', amount: 3, unit: 'workdays', validFrom: '2026-11-16' }
const set = (patch: object = {}) => post<LimitView>(server, 'guanli', '/limits', { ...good, ...patch })
const list = async () => must(await get<LimitPage>(server, 'guanli', '/limits')).items
const answerDays = async () => {
  const { answer } = await (await aNeed(server).there()).clocks()
  return answer?.limitAmount
}

describe('a limit that the city sets', () => {
  it('counts for clocks that start from then on; the most specific one wins', async () => {
    const before = await aNeed(server).there()
    expect((await before.clocks()).answer?.limitAmount).toBe(5)
    must(await set({ amount: 4 }))
    expect(await answerDays()).toBe(4)
    must(await set({ amount: 2, categoryId: (await before.row()).fieldId }))
    expect(await answerDays()).toBe(2)
    must(await set({ amount: 3, categoryId: (await before.row()).categoryId, urgency: 'ordinary' }))
    expect(await answerDays()).toBe(3)
    must(await set({ amount: 9, urgency: 'complex' }))
    expect(await answerDays()).toBe(3)
    expect((await before.clocks()).answer?.limitAmount).toBe(5)
  })

  it('counts in its area, on the days for which it is valid', async () => {
    const { communityId } = await (await aNeed(server).there()).row()
    must(await set({ amount: 1, areaId: communityId, validFrom: '2026-11-17', validUntil: '2026-11-17' }))
    expect(await list()).toMatchObject([{ areaId: communityId, areaName: '望江门社区' }])
    const days = ['16', '17', '18'].map((day) => new Date(`2026-11-${day}T10:00:00+08:00`))
    const seen: (number | undefined)[] = []
    for (const day of days) {
      server.present.set(day)
      seen.push(await answerDays())
    }
    expect(seen).toEqual([5, 1, 5])
  })

  it.each([
    ['of 0', { amount: 0 }, 400, 'validation_failed'],
    ['below 0', { amount: -1 }, 400, 'validation_failed'],
    ['of a clock that has none', { kind: 'rating' }, 400, 'validation_failed'],
    ['from yesterday', { validFrom: '2026-11-15' }, 422, 'limit_in_the_past'],
    ['that ends before it begins', { validUntil: '2026-11-15' }, 422, 'limit_ends_before_it_begins'],
    ['of an unknown category', { categoryId: 'nowhere' }, 422, 'category_unknown'],
    ['of an unknown area', { areaId: 'nowhere' }, 422, 'area_unknown'],
  ])('%s is refused with a reason, and nothing is changed', async (_, patch, status, code) => {
    expect(await set(patch)).toMatchObject({
      status,
      body: { code, title: expect.stringMatching(/\p{Script=Han}/u) },
    })
    expect(await list()).toEqual([])
  })

  it('may not overlap another one of the same scope', async () => {
    must(await set({ validUntil: '2026-11-30' }))
    expect(await set({ validFrom: '2026-11-30' })).toMatchObject({
      status: 409,
      body: { code: 'limit_overlaps' },
    })
    must(await set({ validFrom: '2026-12-01' }))
    must(await set({ urgency: 'ordinary' }))
    expect((await list()).length).toBe(3)
  })

  it.each(limitedClocks)('of %s is set once by many who set it at the same moment', async (kind) => {
    const unit = kind === 'dispatch' ? 'hours' : 'workdays'
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, days) => set({ kind, unit, validUntil: `2026-11-${20 + days}` })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(409)])
    expect(await list()).toHaveLength(1)
    must(await set({ kind, unit, urgency: 'ordinary' }))
  })

  it('is ended, and then another one takes its place', async () => {
    const { id } = must(await set())
    const end = (validUntil: string) => post(server, 'guanli', `/limits/${id}/end`, { validUntil })
    expect(await end('2026-11-15')).toMatchObject({ status: 422, body: { code: 'limit_in_the_past' } })
    must(await end('2026-11-20'))
    expect(await end('2026-11-25')).toMatchObject({ status: 409, body: { code: 'limit_ended' } })
    must(await set({ amount: 6, validFrom: '2026-11-21' }))
    expect((await list()).map(({ validUntil }) => validUntil).sort()).toEqual(['2026-11-20', null])
    expect(
      await post(server, 'guanli', '/limits/01M7GZKCE045SWM0VAA8HRHQPC/end', { validUntil: '2026-12-01' }),
    ).toMatchObject({ status: 404 })
  })

  it('is a matter of administrators', async () => {
    expect((await get(server, 'lingdao', '/limits')).status).toBe(403)
    expect((await post(server, 'fenpai', '/limits', good)).status).toBe(403)
  })

  it('is listed page by page, the newest first', async () => {
    const categoryId = await idOf(server, 'category', 'urban.litter')
    for (let day = 1; day <= 21; day += 1) {
      const date = `2026-12-${String(day).padStart(2, '0')}`
      server.present.advance(1)
      must(await set({ categoryId, validFrom: date, validUntil: date }))
    }
    const first = must(await get<LimitPage>(server, 'guanli', '/limits'))
    const second = must(await get<LimitPage>(server, 'guanli', `/limits?cursor=${first.nextCursor ?? ''}`))
    expect([first.items[0]?.validFrom, first.items.length]).toEqual(['2026-12-21', 20])
    expect(second.items.map(({ validFrom }) => validFrom)).toEqual(['2026-12-01'])
  })
})
