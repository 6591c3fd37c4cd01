import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { HOUR } from '@minsheng/shared'
import { In } from 'typeorm'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { Complaint, type ComplaintView, Rating } from '../feedback/index.js'
import type { ComplaintCase } from '../feedback/complaint.dto.js'
import { get, idOf, must, phone, post } from '../handling/a-need.fixture.js'
import { Need } from '../handling/index.js'
import { Relay } from '../messages/index.js'
import { Area } from '../places/index.js'
import { insertRows, newId } from '../platform/database/index.js'
import { plainNeed, startOver } from '../scores/scores.fixture.js'
import type { ScoresView } from '../scores/scores.dto.js'
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
    for (const entity of [Rating, Need, Complaint, CategoryMonth, MonthlyTopic])
      await tx.createQueryBuilder().delete().from(entity).execute()
  })
  await startOver(server)
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

  it('goes by what was said last: what is done anew is not solved, until its new answer is judged', async () => {
    await filed('urban.litter', october, 6, 4, 1)
    const { unitOfWork } = server
    const bad = await unitOfWork.reader.find(Rating, { where: { isSolved: false }, order: { id: 'ASC' } })
    const again = (isSolved: boolean) => ({
      id: newId(new Date('2026-11-12T02:00:00Z')),
      round: 2,
      isSolved,
      level: 4 as const,
    })
    await unitOfWork.run(async (tx) => {
      await tx.update(Need, { id: In(bad.map(({ needId }) => needId)) }, { round: 2, state: 'handling' })
      await insertRows(tx, Rating, [
        ...bad.slice(0, 1).map((one) => ({ ...one, ...again(true) })),
        ...bad.slice(1, 2).map((one) => ({ ...one, ...again(false) })),
      ])
    })
    await count()
    expect(await proposals()).toMatchObject([{ needs: 6, rated: 4, solved: 2 }])
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

describe('a complaint about a topic that was chosen', () => {
  const complain = (id: string, body: object = {}, who = phone) =>
    post<ComplaintView & { code: string }>(server, who, `/monthly-topics/${id}/complaint`, body)
  async function chosen(): Promise<string> {
    await filed('urban.litter', october, 20, 10, 2)
    await count()
    return must(await choose()).id
  }

  it('is one tap from the public list, with its 24 hours, about the department that leads', async () => {
    const id = await chosen()
    const { status, body } = await server.call<MonthlyTopicPage>('GET', '/monthly-topics/public')
    expect(status).toBe(200)
    expect(body.items).toMatchObject([{ id, plan, owner: '宋启明', before: { needs: 20 } }])
    const complaint = must(await complain(id))
    expect(complaint).toMatchObject({ about: 'project', needId: null, state: 'filed', isOverdue: false })
    expect(complaint.projectTitle).toMatch(/\p{Script=Han}/u)
    expect(Date.parse(complaint.responseDueAt) - Date.parse(complaint.filedAt)).toBe(24 * HOUR)
    const [found] = must(await get<{ items: ComplaintCase[] }>(server, 'duban', '/complaints')).items
    expect(found).toMatchObject({ departmentName: '城市管理局', needTitle: complaint.projectTitle })
  })

  it('is the same one while it is open, and words may follow', async () => {
    const id = await chosen()
    const first = must(await complain(id))
    const again = must(await complain(id, { words: '路边的垃圾还是三天一收' }))
    expect(again).toMatchObject({ id: first.id, words: '路边的垃圾还是三天一收' })
    expect(must(await complain(id, {}, '19900000002')).id).not.toBe(first.id)
  })

  it('is handled by the supervision office, asks the accused for evidence, and is not theirs to read', async () => {
    const id = await chosen()
    const { id: complaintId } = must(await complain(id))
    const act = (name: string, body: object, who = 'duban') =>
      post<ComplaintCase>(server, who, `/complaints/${complaintId}/acts/${name}`, body)
    expect((await act('respond', { how: 'phone', note: '聊过了' }, 'chengguan-lingdao')).status).toBe(403)
    must(await act('respond', { how: 'phone', note: '已电话了解情况' }))
    must(await act('investigate', { question: '请说明这一个月清运的安排' }))
    const asked = must(
      await get<{ items: { title: string }[] }>(server, 'chengguan-lingdao', '/complaint-evidence'),
    )
    expect(asked.items).toHaveLength(1)
    expect(JSON.stringify(asked)).not.toContain(phone)
  })

  it('counts for the department that leads, and its item says about what it is', async () => {
    const id = await chosen()
    const { projectTitle } = must(await complain(id))
    await server.app.get(Relay).drain()
    const query = 'from=2026-11-01&to=2026-11-30&by=department'
    const row = must(await get<ScoresView>(server, 'lingdao', `/scores?${query}`)).items.find(
      ({ name }) => name === '城市管理局',
    )
    expect(row?.figures.complained).toBe(1)
    const path = `/scores/items?${query}&figure=complained`
    const behind = must(await get<{ items: { title: string }[] }>(server, 'lingdao', path)).items
    expect(behind).toMatchObject([{ title: `对“${projectTitle ?? ''}”的投诉` }])
  })

  it('is not about what is not there, and not for staff', async () => {
    expect(await complain('0'.repeat(26))).toMatchObject({ status: 404, body: { code: 'topic_not_found' } })
    expect((await complain(await chosen(), {}, 'duban')).status).toBe(403)
  })
})
