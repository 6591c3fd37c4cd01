import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { DAY, fromShanghai } from '@minsheng/shared'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { Rating } from '../feedback/index.js'
import { aNeed, get, idOf, must } from '../handling/a-need.fixture.js'
import { Housekeeping } from '../platform/housekeeping.js'
import { Counting } from './counting.js'
import { rate as rateAt, type Rated, scoresOf, startOver } from './scores.fixture.js'
import type { ScoreItemPage, ScoreRow } from './scores.dto.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
afterEach(async () => {
  server.present.set(mondayMorning)
  await startOver(server)
})

const november = 'from=2026-11-01&to=2026-11-30'
const rate = (rated: Rated) => rateAt(server, rated)
const scores = (query = november) => scoresOf(server, query)
const rowOf = async (name: string, query?: string): Promise<ScoreRow | undefined> =>
  (await scores(query)).items.find((row) => row.name === name)
const items = async (query: string) =>
  must(await get<ScoreItemPage>(server, 'lingdao', `/scores/items?${query}`))

describe('behind a number', () => {
  it('is the very list of what was counted, page by page', async () => {
    const ids = await rate({ department: 'gongan', rated: 25, solved: 25, satisfied: 21 })
    await rate({ department: 'zhujian', rated: 3 })
    const of = await idOf(server, 'department', 'gongan')
    const asked = `${november}&by=department&of=${of}`
    const first = await items(`${asked}&figure=rated`)
    const second = await items(`${asked}&figure=rated&cursor=${first.nextCursor ?? ''}`)
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([20, 5, null])
    const listed = [...first.items, ...second.items].map(({ needId }) => needId)
    expect(new Set(listed)).toEqual(new Set(ids))
    expect(first.items[0]).toMatchObject({ departmentName: '公安分局', title: '小区门口的路灯不亮' })
    expect((await items(`${asked}&figure=sentBack`)).items).toHaveLength(4)
    expect((await items(`${november}&by=department&figure=sentBack`)).items).toHaveLength(7)
    expect((await items(`from=2026-11-17&to=2026-11-30&by=department&figure=rated`)).items).toEqual([])
  })

  it('is an order where an order was counted', async () => {
    const need = await aNeed(server).worked().there()
    await scores()
    const [listed] = (await items(`${november}&by=field&figure=answered`)).items
    expect(listed).toMatchObject({ needId: need.id, workOrderId: (await need.orders())[0]?.id })
  })

  it.each([
    ['figure=nothing', 'validation_failed'],
    ['figure=rated&cursor=nowhere', 'cursor_invalid'],
  ])('%s is refused', async (query, code) => {
    const answer = await get(server, 'lingdao', `/scores/items?${november}&by=department&${query}`)
    expect(answer).toMatchObject({ status: 400, body: { code } })
  })
})

describe('a frozen month', () => {
  const sweep = () => server.app.get(Housekeeping).sweep()
  const october = 'period=month&month=2026-10'

  it('shows what it was, and what has changed since as corrections', async () => {
    const inOctober = { department: 'gongan', rated: 10, solved: 8, satisfied: 8 }
    const [first] = await rate({ ...inOctober, at: fromShanghai('2026-10-20') })
    server.present.set(fromShanghai('2026-11-01', 60))
    await sweep()
    expect((await scores(october)).frozenAt).toBeNull()
    server.present.set(fromShanghai('2026-11-02', 1))
    await sweep()
    expect((await rowOf('公安分局', october))?.corrections).toEqual([])
    await server.unitOfWork.run(async (tx) => {
      await tx.update(Rating, { needId: first ?? '' }, { isSolved: false, level: 3 })
      await server.app.get(Counting).recount(tx, [first ?? ''])
    })
    const view = await scores(october)
    expect(view.frozenAt).toBe(fromShanghai('2026-11-02', 1).toISOString())
    expect(view.total).toMatchObject({ solved: 8, rated: 10, solvedRate: 0.8 })
    expect(view.items[0]?.corrections).toEqual([
      { figure: 'solved', frozen: 8, now: 7 },
      { figure: 'satisfied', frozen: 8, now: 7 },
      { figure: 'fairlySatisfied', frozen: 0, now: 1 },
    ])
    expect(view.total.corrections).toEqual(view.items[0]?.corrections)
  })

  it('is frozen once', async () => {
    await rate({ department: 'gongan', rated: 1, at: fromShanghai('2026-10-20') })
    server.present.set(fromShanghai('2026-11-05'))
    await sweep()
    server.present.advance(DAY)
    await sweep()
    expect((await scores(october)).frozenAt).toBe(fromShanghai('2026-11-05').toISOString())
  })
})
