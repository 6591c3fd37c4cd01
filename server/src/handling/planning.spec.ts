import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { MINUTE } from '@minsheng/shared'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { TimerEngine } from '../deadlines/index.js'
import { aNeed, type FiledNeed, must, noticesOf, refuses, vague } from './a-need.fixture.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
beforeEach(() => server.present.set(mondayMorning))

const plan = { text: '明年春天整体改造这段路', owner: '城市管理局市政科', publicAt: '2026-12-15' }
const planned = (need: FiledNeed, change: object = {}, who = 'duban') =>
  need.ask('plan', { ...plan, ...change }, who)

describe('a plan', () => {
  it('says publicly what, who and when, and replaces the answer clock', async () => {
    const need = await aNeed(server).accepted().there()
    must(await planned(need))
    expect(await need.view()).toMatchObject({
      state: 'planned',
      dueAt: '2026-12-15T10:00:00.000Z',
      isOverdue: false,
      timeline: [{ title: '城市管理局列入计划', detail: expect.stringContaining(plan.owner) }, {}, {}, {}],
    })
    expect(await need.clocks()).toMatchObject({
      answer: { stoppedAt: server.present.now() },
      plan: { dueAt: new Date('2026-12-15T10:00:00Z'), stoppedAt: null },
    })
    expect(await noticesOf(need)).toContainEqual(
      expect.stringContaining('列入计划，预计2026年12月15日前办好'),
    )
  })

  it('is taken up by itself when its day is over, with five workdays', async () => {
    const need = await aNeed(server).accepted().there()
    must(await planned(need))
    server.present.set(new Date('2026-12-15T10:00:00Z'))
    await server.app.get(TimerEngine).sweep()
    expect((await need.row()).state).toBe('planned')
    server.present.advance(MINUTE)
    await server.app.get(TimerEngine).sweep()
    expect(await need.row()).toMatchObject({ state: 'handling', dueAt: new Date('2026-12-22T10:00:00Z') })
    expect(await need.orders()).toMatchObject([{ state: 'working', dueAt: new Date('2026-12-22T10:00:00Z') }])
    expect((await need.clocks()).answer).toMatchObject({
      limitAmount: 5,
      limitUnit: 'workdays',
      stoppedAt: null,
    })
  })

  it('can be taken up earlier by a supervisor, and is then answered as any other', async () => {
    const need = await aNeed(server).accepted().contacted().there()
    must(await planned(need))
    expect((await need.ask('resume', {}, 'fenpai')).status).toBe(403)
    must(await need.ask('resume', {}, 'duban2'))
    expect(await need.row()).toMatchObject({ state: 'handling', dueAt: new Date('2026-11-23T10:00:00Z') })
    const answer = { text: '已经完成改造，路面平整，请您再去看看是否满意', result: 'solved' }
    must(await need.act('chengguan', 'submitAnswer', answer))
    must(await need.act('chengguan-shenhe', 'approve'))
    expect((await need.row()).state).toBe('answered')
    expect((await need.clocks()).plan?.stoppedAt).not.toBeNull()
  })

  it.each([
    ['yesterday', { publicAt: '2026-11-15' }, 422, 'plan_date_past'],
    ['today', { publicAt: '2026-11-16' }, 422, 'plan_date_past'],
    ['no day of the calendar', { publicAt: '2027-02-30' }, 400, 'validation_failed'],
    ['no day at all', { publicAt: '明年' }, 400, 'validation_failed'],
    ['nobody who answers for it', { owner: '   ' }, 422, 'plan_incomplete'],
    ['nothing to do', { text: '       ' }, 422, 'plan_incomplete'],
  ])('is refused with %s', async (_, change, status, code) => {
    const need = await aNeed(server).accepted().there()
    await refuses(need, () => planned(need, change), status, code)
  })

  it('is refused for what is urgent, and while the answer is being reviewed', async () => {
    const urgent = await aNeed(server, { text: vague })
      .dispatchedTo('gongshui', 'housing.water')
      .accepted('gongshui')
      .there()
    expect((await urgent.row()).urgency).toBe('urgent')
    await refuses(urgent, () => planned(urgent), 422, 'plan_urgent')
    const reviewed = await aNeed(server).accepted().contacted().answered().there()
    await refuses(reviewed, () => planned(reviewed), 409, 'lead_not_working')
  })

  it('stops warnings for the complainant’s department but keeps the first promise visible', async () => {
    const need = await aNeed(server).accepted().there()
    must(await planned(need))
    const { firstDueAt, dueAt } = must(
      await need.act('chengguan', 'contact', { how: 'phone', note: '说明计划' }),
    )
    expect([firstDueAt, dueAt]).toEqual(['2026-11-23T10:00:00.000Z', '2026-12-15T10:00:00.000Z'])
  })
})
