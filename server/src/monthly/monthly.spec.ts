import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { Rating } from '../feedback/index.js'
import { get, idOf, must, post } from '../handling/a-need.fixture.js'
import { Need } from '../handling/index.js'
import { Area } from '../places/index.js'
import { insertRows, newId } from '../platform/database/index.js'
import { plainNeed } from '../scores/scores.fixture.js'
import { CategoryMonth } from './category-month.entity.js'
import { CategoryMonths } from './category-months.js'
import { MonthlyTopic } from './monthly-topic.entity.js'
import type { MonthlyTopicPage, TopicProposalsView } from './monthly.dto.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
afterEach(async () => {
  server.present.set(mondayMorning)
  await server.unitOfWork.run(async (tx) => {
    for (const entity of [Rating, Need, CategoryMonth, MonthlyTopic])
      await tx.createQueryBuilder().delete().from(entity).execute()
  })
})

const [september, october, november] = ['2026-09-10', '2026-10-10', '2026-11-10'].map(
  (day) => new Date(`${day}T02:00:00Z`),
)

/** So many needs of a category, the first of them rated, the first of those solved. */
async function filed(
  code: string,
  at: Date | undefined,
  needs: number,
  rated = 0,
  solved = 0,
  state: Need['state'] = 'closed',
) {
  if (!at) return
  const categoryId = await idOf(server, 'category', code)
  const departmentId = await idOf(server, 'department', 'chengguan')
  const { id: streetId } = await server.unitOfWork.reader.findOneByOrFail(Area, { level: 'street' })
  const rows = Array.from({ length: needs }, () => ({
    ...plainNeed({ departmentId, fieldId: categoryId, streetId, submittedAt: at }),
    ...{ categoryId, state },
  }))
  const ratings = rows.slice(0, rated).map(({ id: needId }, index): Rating => ({
    ...{
      id: newId(at),
      needId,
      round: 1,
      departmentId,
      fieldId: categoryId,
      streetId,
      level: index < solved ? 5 : 1,
    },
    ...{
      saidSolved: index < solved,
      isSolved: index < solved,
      isContacted: true,
      source: 'tap',
      aspects: null,
    },
    ...{ tags: [], words: null, ratedAt: at },
  }))
  await server.unitOfWork.run(async (tx) => {
    await insertRows(tx, Need, rows)
    await insertRows(tx, Rating, ratings)
  })
}
const count = () => server.app.get(CategoryMonths).countDue()
const proposals = async (month = '2026-10') =>
  must(await get<TopicProposalsView>(server, 'lingdao', `/monthly-topics/proposals?month=${month}`)).items
const plan = '逐栋排查路灯，三天内修好能修的，换新的列入预算'
const choose = async (change: object = {}, who = 'lingdao') =>
  post<{ id: string; code: string; title: string }>(server, who, '/monthly-topics', {
    month: '2026-10',
    categoryId: await idOf(server, 'category', 'urban.litter'),
    departmentId: await idOf(server, 'department', 'chengguan'),
    ...{ owner: '宋启明', plan, dueOn: '2026-12-31', ...change },
  })
const listed = async () => must(await get<MonthlyTopicPage>(server, 'lingdao', '/monthly-topics')).items

describe('what is proposed for 每月一题', () => {
  it('puts first what is many, grows, and is not solved', async () => {
    await filed('urban.litter', september, 10)
    await filed('urban.litter', october, 20, 10, 2)
    await filed('order.theft', september, 20)
    await filed('order.theft', october, 20, 10, 9)
    expect(await count()).toBe(2)
    const items = await proposals()
    expect(items.map(({ needs, needsBefore, rated, solved }) => [needs, needsBefore, rated, solved])).toEqual(
      [
        [20, 10, 10, 2],
        [20, 20, 10, 9],
      ],
    )
    expect(items[0]).toMatchObject({
      score: 28.6,
      isChosen: false,
      categoryName: expect.stringMatching(/\p{Script=Han}/u),
    })
  })

  it('leaves out what nobody has to solve, and what only few have', async () => {
    await filed('urban.litter', october, 9, 0, 0, 'withdrawn')
    await filed('order.theft', october, 4)
    await count()
    expect(await proposals()).toEqual([])
  })

  it('is counted once, a day after the month is over', async () => {
    await filed('urban.litter', october, 9)
    server.present.set(new Date('2026-11-01T15:00:00Z'))
    await count()
    expect(await proposals()).toEqual([])
    server.present.set(new Date('2026-11-01T16:00:00Z'))
    expect(await count()).toBe(1)
    await filed('urban.litter', october, 9)
    expect(await count()).toBe(0)
    expect(await proposals()).toMatchObject([{ needs: 9 }])
  })
})

describe('a topic that was chosen', () => {
  it('has a plan, an owner, what it was before, and what it has become', async () => {
    await filed('urban.litter', october, 20, 10, 2)
    await count()
    const { id } = must(await choose())
    expect((await proposals())[0]).toMatchObject({ isChosen: true })
    expect(await listed()).toMatchObject([
      {
        id,
        plan,
        owner: '宋启明',
        departmentName: '城市管理局',
        dueOn: '2026-12-31',
        result: null,
        after: null,
      },
    ])
    await filed('urban.litter', november, 6, 5, 4)
    server.present.set(new Date('2026-12-03T04:00:00Z'))
    await count()
    must(
      await post(server, 'lingdao', `/monthly-topics/${id}/acts/finish`, {
        result: '修好路灯 312 盏，更换 40 盏，夜间巡查每周一次',
      }),
    )
    const [topic] = await listed()
    expect(topic).toMatchObject({
      result: expect.stringContaining('312'),
      before: { month: '2026-10', needs: 20, rated: 10, solved: 2 },
      after: { month: '2026-11', needs: 6, needsBefore: 20, rated: 5, solved: 4 },
    })
    const again = await post(server, 'lingdao', `/monthly-topics/${id}/acts/finish`, {
      result: '再写一次结果，不应当成功',
    })
    expect(again).toMatchObject({ status: 409, body: { code: 'topic_finished' } })
  })

  it.each([
    [{ month: '2026-09' }, 404, 'proposal_not_found'],
    [{ departmentId: '0'.repeat(26) }, 404, 'department_not_found'],
    [{ dueOn: '2026-11-16' }, 422, 'due_in_the_past'],
    [{ plan: '太短' }, 400, 'validation_failed'],
  ])('is refused with what to do: %j', async (change, status, code) => {
    await filed('urban.litter', october, 20)
    await count()
    const refused = await choose(change)
    expect(refused).toMatchObject({ status, body: { code } })
    expect(refused.body.title).toMatch(/\p{Script=Han}/u)
  })

  it('is one of its category in a month, and chosen by who speaks for the district', async () => {
    await filed('urban.litter', october, 20)
    await count()
    expect(await choose({}, 'chengguan-lingdao')).toMatchObject({
      status: 403,
      body: { code: 'topic_of_district' },
    })
    expect(await choose({}, 'duban')).toMatchObject({ status: 403 })
    must(await choose())
    expect(await choose()).toMatchObject({ status: 409, body: { code: 'topic_exists' } })
  })
})
