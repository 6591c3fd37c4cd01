import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { DAY, MINUTE } from '@minsheng/shared'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { TimerEngine } from '../deadlines/index.js'
import { LapsedUnjudged1796000000014 } from '../migrations/1796000000014-lapsed-unjudged.js'
import { aNeed, type FiledNeed, idOf, must, noticesOf, refuses, vague } from './a-need.fixture.js'
import { Need } from './need.entity.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
beforeEach(() => server.present.set(mondayMorning))

const sweep = () => server.app.get(TimerEngine).sweep()

const conclude = (need: FiledNeed, who: string) =>
  need.ask('conclude', { reason: '多次办理，确属历史遗留问题' }, who)

describe('an answer that nobody rates', () => {
  it('brings a second invitation on the third day, once', async () => {
    const need = await aNeed(server).worked().there()
    const invitations = async () => (await noticesOf(need)).filter((words) => words.includes('点一下就行'))
    server.present.advance(3 * DAY - 1)
    await sweep()
    expect(await invitations()).toEqual([])
    server.present.advance(MINUTE)
    await sweep()
    server.present.advance(DAY)
    await sweep()
    expect(await invitations()).toHaveLength(1)
  })

  it('is closed after fourteen days, without a rating, and can be reopened', async () => {
    const need = await aNeed(server).worked().there()
    server.present.advance(14 * DAY)
    await sweep()
    expect((await need.row()).state).toBe('answered')
    server.present.advance(MINUTE)
    await sweep()
    expect(await need.view()).toMatchObject({
      state: 'closed',
      rating: null,
      allowedActs: ['reopen'],
      timeline: [{ title: '14 天没有收到您的评价，先结束办理了' }, ...Array.from({ length: 6 }, () => ({}))],
    })
    expect((await need.row()).isSolved).toBeNull()
    expect(await server.unitOfWork.reader.countBy('rating', { needId: need.id })).toBe(0)
    expect(await noticesOf(need)).toContainEqual(expect.stringContaining('可以重新办理'))
    await refuses(need, () => need.rate({ level: 1 }), 409, 'rating_too_late')
    expect(must(await need.ask('reopen', { reason: '昨晚又开始打桩' }))).toMatchObject({ round: 2 })
  })

  it('is not called unsolved for what was said of the round before', async () => {
    const need = await aNeed(server).workedThreeTimes().there()
    server.present.advance(14 * DAY + MINUTE)
    await sweep()
    expect(await need.view()).toMatchObject({ state: 'closed', stateWords: '已办完', isUnsolved: false })
  })

  it('is not called unsolved for what was added to the rating that sent it back', async () => {
    const need = await aNeed(server)
      .worked()
      .rated({ level: 1 })
      .rated({ level: 1, solved: false, words: '夜里还是很吵' })
      .worked('再次约谈施工单位，安排专人每晚值守到十二点，请您监督')
      .there()
    server.present.advance(14 * DAY + MINUTE)
    await sweep()
    expect(await need.view()).toMatchObject({ state: 'closed', stateWords: '已办完', isUnsolved: false })
  })

  it('and was called so by an older version is so no more, while what two supervisors ended still is', async () => {
    const lapsed = await aNeed(server).workedThreeTimes().there()
    server.present.advance(14 * DAY + MINUTE)
    await sweep()
    const ended = await aNeed(server).workedThreeTimes().there()
    for (const who of ['duban', 'duban2']) must(await conclude(ended, who))
    await server.unitOfWork.run(async (tx) => {
      await tx.update(Need, { id: lapsed.id }, { isSolved: false })
      if (tx.queryRunner) await new LapsedUnjudged1796000000014().up(tx.queryRunner)
    })
    expect([await lapsed.row(), await ended.row()]).toMatchObject([{ isSolved: null }, { isSolved: false }])
  })

  it('that is rated in time is left alone', async () => {
    const need = await aNeed(server).worked().rated({ level: 4 }).there()
    const { closedAt } = await need.row()
    server.present.advance(20 * DAY)
    await sweep()
    expect((await need.row()).closedAt).toEqual(closedAt)
    expect((await need.events()).map(({ act }) => act)).not.toContain('lapse')
  })
})

describe('a need that stays bad', () => {
  it('is ended by two supervisors, as unsolved', async () => {
    const need = await aNeed(server).workedThreeTimes().there()
    must(await conclude(need, 'duban'))
    expect((await need.row()).state).toBe('answered')
    expect(JSON.stringify(await need.view())).not.toContain('没有解决')
    await refuses(need, () => conclude(need, 'duban'), 422, 'conclude_other_person')
    must(await conclude(need, 'duban2'))
    expect(await need.row()).toMatchObject({ state: 'closed', isSolved: false })
    expect(await need.view()).toMatchObject({
      ...{ stateWords: '没有解决', isUnsolved: true },
      next: expect.stringContaining('没有解决'),
      timeline: expect.arrayContaining([
        expect.objectContaining({ title: expect.stringContaining('没有解决') }),
      ]),
    })
    expect((await need.counts()).open).toBe(0)
    expect(await noticesOf(need)).toContainEqual(expect.stringContaining('如实记为未解决'))
    await refuses(need, () => conclude(need, 'duban2'), 409, 'transition_not_allowed')
  })

  it('can still be rated between the two signatures, and then they are worth nothing', async () => {
    const need = await aNeed(server).workedThreeTimes().there()
    must(await conclude(need, 'duban'))
    must(await need.rate({ level: 1 }))
    await refuses(need, () => conclude(need, 'duban2'), 409, 'transition_not_allowed')
    const text = '已组织听证，并落实了临时安置，相关部门每周回访一次'
    for (const [who, act, body] of [
      ['chengguan', 'accept', {}],
      ['chengguan', 'contact', { how: 'phone', note: '聊过了' }],
      ['chengguan', 'submitAnswer', { text, result: 'explained' }],
      ['duban2', 'approve', {}],
    ] as const)
      must(await need.act(who, act, body))
    must(await conclude(need, 'duban2'))
    expect((await need.row()).state).toBe('answered')
    must(await conclude(need, 'duban'))
    expect((await need.row()).state).toBe('closed')
  })

  it('is not ended before the second rework was answered, or by anybody else', async () => {
    const need = await aNeed(server).worked().there()
    await refuses(need, () => conclude(need, 'duban'), 422, 'conclude_too_early')
    const third = await aNeed(server).workedThreeTimes().there()
    for (const who of ['chengguan', 'fenpai', 'lingdao'])
      expect((await conclude(third, who)).status).toBe(403)
  })

  it('has another reviewer from the second rework on: here a supervisor, for want of another', async () => {
    const twice = aNeed(server).worked().rated({ level: 1 }).accepted().contacted()
    const need = await twice
      .answered('chengguan', '再次约谈施工单位，安排专人每晚值守到十二点，请您监督')
      .approved()
      .rated({ level: 1 })
      .accepted()
      .contacted()
      .answered('chengguan', '已吊销该工地的夜间施工许可，并在小区公告栏公示')
      .there()
    await refuses(need, () => need.act('chengguan-shenhe', 'approve'), 422, 'another_reviewer')
    expect(must(await need.act('duban', 'approve'))).toMatchObject({ state: 'done', round: 3 })
    const first = await aNeed(server).accepted().contacted().answered().there()
    await refuses(first, () => first.act('duban', 'approve'), 409, 'transition_not_allowed')
  })

  it('cannot be returned from the second rework on', async () => {
    const need = await aNeed(server).workedThreeTimes().rated({ level: 1 }).there()
    const request = {
      reason: '不归我们管',
      legalBasis: '三定方案',
      suggestedDepartmentId: await idOf(server, 'department', 'shengtai'),
    }
    await refuses(need, () => need.act('chengguan', 'requestReturn', request), 422, 'return_once')
  })
})

describe('an appeal', () => {
  const rejection = { reason: 'judicial', explanation: '法院已经立案，请等候判决结果' }
  const rejected = () => aNeed(server, { text: vague }).then('reject', rejection, 'fenpai').there()

  it('brings a rejected need to another dispatcher', async () => {
    const need = await rejected()
    expect((await need.view()).allowedActs).toEqual(['appeal'])
    const view = must(await need.ask('appeal', { text: '法院没有受理，请再看看' }))
    expect(view).toMatchObject({ state: 'submitted', allowedActs: ['withdraw', 'correctCategory'] })
    expect(view.timeline[0]).toMatchObject({ detail: '法院没有受理，请再看看' })
    expect((await need.clocks()).dispatch).toMatchObject({ stoppedAt: null })
    const categoryId = await idOf(server, 'category', 'environment.dust')
    for (const attempt of [
      () => need.ask('dispatch', { categoryId }, 'fenpai'),
      () => need.ask('reject', rejection, 'fenpai'),
    ])
      await refuses(need, attempt, 422, 'another_dispatcher')
    must(await need.ask('dispatch', { categoryId }, 'fenpai2'))
    expect((await need.row()).state).toBe('dispatched')
  })

  it('is possible once', async () => {
    const need = await rejected()
    must(await need.ask('appeal'))
    must(await need.ask('reject', rejection, 'fenpai2'))
    expect((await need.view()).allowedActs).toEqual([])
    await refuses(need, () => need.ask('appeal'), 409, 'appeal_once')
  })

  it('is possible for fifteen days, to the millisecond, for the complainant alone', async () => {
    const [need, late] = [await rejected(), await rejected()]
    expect((await need.ask('appeal', {}, '19900000002')).status).toBe(404)
    server.present.set(new Date((await need.row()).closedAt?.getTime() ?? 0))
    server.present.advance(15 * DAY)
    must(await need.ask('appeal'))
    server.present.set(new Date(((await late.row()).closedAt?.getTime() ?? 0) + 15 * DAY + 1))
    expect((await late.view()).allowedActs).toEqual([])
    await refuses(late, () => late.ask('appeal'), 409, 'appeal_too_late')
  })
})
