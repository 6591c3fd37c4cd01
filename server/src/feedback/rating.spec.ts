import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DAY, HOUR } from '@minsheng/shared'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startApp, type TestApp } from '../../test/app.fixture.js'
import {
  aNeed,
  areaOf,
  FiledNeed,
  get,
  must,
  noise,
  phone,
  post,
  tokenOf,
} from '../handling/a-need.fixture.js'
import type { NeedView } from '../handling/index.js'
import { Rating } from './index.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())

const ratings = (need: FiledNeed) =>
  server.unitOfWork.reader.find(Rating, { where: { needId: need.id }, order: { round: 'ASC' } })
const anotherAnswer = '再次约谈施工单位，安排专人每晚值守到十二点，请您监督'
const answeredTwice = () =>
  aNeed(server)
    .worked()
    .rated({ level: 1 })
    .accepted()
    .contacted()
    .answered('chengguan', anotherAnswer)
    .approved()

describe('one tap on a face', () => {
  it.each([
    [5, 'closed', true],
    [4, 'closed', true],
    [3, 'closed', true],
    [2, 'handling', false],
    [1, 'handling', false],
  ])('%i leaves the need %s', async (level, state, isSolved) => {
    const need = await aNeed(server).worked().there()
    expect(must(await need.rate({ level })).state).toBe(state)
    expect(await ratings(need)).toMatchObject([
      { round: 1, level, saidSolved: null, isSolved, isContacted: true, tags: [], words: null },
    ])
  })

  it('can say with it that nothing is solved, however friendly the face', async () => {
    const need = await aNeed(server).worked().there()
    expect(must(await need.rate({ level: 5, solved: false }))).toMatchObject({ state: 'handling', round: 2 })
    expect(await ratings(need)).toMatchObject([{ level: 5, saidSolved: false, isSolved: false }])
  })

  it.each([
    [{}, 'level'],
    [{ level: 6 }, 'level'],
    [{ level: '5' }, 'level'],
    [{ level: 5, solved: 'yes' }, 'solved'],
    [{ level: 5, tags: ['马屁'] }, 'tags'],
    [{ level: 5, words: '字'.repeat(501) }, 'words'],
    [{ level: 5, stars: 5 }, 'stars'],
    [{ level: 5, aspects: { speed: 6 } }, 'aspects.speed'],
    [{ level: 5, aspects: { beauty: 5 } }, 'aspects.beauty'],
  ])('is refused as %j', async (body, field) => {
    const need = await aNeed(server).worked().there()
    expect(await need.rate(body)).toMatchObject({ status: 400, body: { errors: [{ field }] } })
    expect(await ratings(need)).toEqual([])
    expect((await need.row()).state).toBe('answered')
  })
})

describe('what follows the tap', () => {
  it('is added to the rating: solved, tags, words; the timeline tells it once', async () => {
    const need = await aNeed(server).worked().rated({ level: 4 }).there()
    const closedAt = (await need.row()).closedAt
    server.present.advance(1000)
    must(await need.rate({ level: 4, solved: true }))
    const view = must(await need.rate({ level: 4, tags: ['速度快'], words: ' 谢谢 ' }))
    expect(view.rating).toEqual({ level: 4, solved: true, aspects: {}, tags: ['速度快'], words: '谢谢' })
    expect(view.timeline.filter(({ title }) => title.startsWith('您评价'))).toMatchObject([
      { title: '您评价：满意', detail: '问题解决了，速度快，谢谢' },
    ])
    expect(await ratings(need)).toHaveLength(1)
    expect((await need.row()).closedAt).toEqual(closedAt)
    expect((await need.row()).isSolved).toBe(true)
  })

  it('sends the need back when it says "not solved", in the same transaction', async () => {
    const need = await aNeed(server).worked().rated({ level: 5 }).there()
    const view = must(await need.rate({ level: 5, solved: false }))
    expect(view).toMatchObject({ state: 'handling', round: 2, answer: null, rating: null })
    expect(await need.orders()).toMatchObject([
      { state: 'done', round: 1 },
      { state: 'pending', round: 2 },
    ])
    expect((await need.clocks()).answer).toMatchObject({ limitAmount: 3, stoppedAt: null })
    expect((await need.row()).closedAt).toBeNull()
  })

  it('of a bad rating reaches the handler of the rework, and stays with its round', async () => {
    const need = await aNeed(server).worked().rated({ level: 1 }).there()
    const view = must(await need.rate({ level: 1, solved: false, tags: ['拖得久'], words: '还在打桩' }))
    expect(view).toMatchObject({ state: 'handling', round: 2, rating: null })
    expect(await ratings(need)).toMatchObject([{ round: 1, level: 1, tags: ['拖得久'], words: '还在打桩' }])
    expect(must(await need.act('chengguan', 'accept'))).toMatchObject({
      previousRating: { level: 1, solved: false, tags: ['拖得久'], words: '还在打桩' },
    })
    expect(await need.orders()).toHaveLength(2)
  })

  it('cannot turn a bad rating into a good one while the need is worked on again', async () => {
    const need = await aNeed(server).worked().rated({ level: 2, words: '还在打桩' }).there()
    const before = [await need.row(), await need.counts(), await ratings(need)]
    expect(await need.rate({ level: 5, solved: true })).toMatchObject({
      status: 409,
      body: { code: 'rating_already_sent_back' },
    })
    expect([await need.row(), await need.counts(), await ratings(need)]).toEqual(before)
  })

  it('cannot turn a good rating into a bad one while a reopened need is worked on', async () => {
    const need = await aNeed(server).worked().rated({ level: 5 }).there()
    must(await need.ask('reopen', { reason: '昨晚又开始打桩' }))
    expect(await need.rate({ level: 1 })).toMatchObject({ status: 409 })
    expect(await ratings(need)).toMatchObject([{ level: 5, isSolved: true }])
  })

  it('judges speed, effect, manner and reply one by one, each as far as it is said', async () => {
    const need = await aNeed(server)
      .worked()
      .rated({ level: 4, aspects: { speed: 5 } })
      .there()
    must(await need.rate({ level: 4, aspects: { reply: 2 } }))
    expect((await need.view()).rating).toMatchObject({ level: 4, aspects: { speed: 5, reply: 2 } })
    expect(await ratings(need)).toMatchObject([{ aspects: { speed: 5, reply: 2 }, source: 'tap' }])
  })

  it('says until when it can be changed: a day from the first tap, whatever is said later', async () => {
    const need = await aNeed(server).worked().rated({ level: 5 }).there()
    const until = new Date(server.present.now().getTime() + DAY).toISOString()
    server.present.advance(HOUR)
    expect(must(await need.rate({ level: 4 })).ratingFixedAt).toBe(until)
  })

  it('can change the judgement for 24 hours, and each change stands in the chain', async () => {
    const need = await aNeed(server).worked().rated({ level: 3 }).there()
    server.present.advance(23 * HOUR)
    must(await need.rate({ level: 5, solved: true }))
    expect(await ratings(need)).toMatchObject([{ level: 5, saidSolved: true }])
    const said = (await need.events()).filter(({ act }) => act === 'rate').map(({ data }) => data.level)
    expect(said).toEqual([3, 5])
  })

  it.each([{ level: 4 }, { level: 5, solved: true }, { level: 5, aspects: { speed: 1 } }])(
    'cannot change the judgement to %j after 24 hours; words can still be added',
    async (change) => {
      const need = await aNeed(server).worked().rated({ level: 5 }).there()
      server.present.advance(DAY + 1)
      const before = await ratings(need)
      expect(await need.rate(change)).toMatchObject({ status: 409, body: { code: 'rating_too_late' } })
      expect(await ratings(need)).toEqual(before)
      must(await need.rate({ level: 5, words: '谢谢' }))
      expect(await ratings(need)).toMatchObject([{ level: 5, words: '谢谢' }])
    },
  )

  it('cannot send a need back after 24 hours; reopening can', async () => {
    const need = await aNeed(server).worked().rated({ level: 5 }).there()
    server.present.advance(DAY + 1)
    expect(await need.rate({ level: 5, solved: false })).toMatchObject({
      status: 409,
      body: { code: 'rating_too_late' },
    })
    must(await need.rate({ level: 5, words: '谢谢' }))
    expect(must(await need.ask('reopen', { reason: '昨晚又开始打桩' })).state).toBe('handling')
  })
})

describe('each round', () => {
  it('has its own rating; a satisfied one closes the reworked need', async () => {
    const need = await answeredTwice().there()
    expect((await need.view()).rating).toBeNull()
    expect(must(await need.rate({ level: 5, solved: true }))).toMatchObject({
      state: 'closed',
      round: 2,
      rating: { level: 5, solved: true },
    })
    expect(await ratings(need)).toMatchObject([
      { round: 1, level: 1, isSolved: false },
      { round: 2, level: 5, isSolved: true },
    ])
    expect((await need.events()).filter(({ act }) => act === 'rate').map(({ round }) => round)).toEqual([
      1, 2,
    ])
  })

  it('can be sent back again', async () => {
    const need = await answeredTwice().rated({ level: 2 }).there()
    expect(await need.orders()).toMatchObject([{ round: 1 }, { round: 2 }, { round: 3, state: 'pending' }])
    expect(await ratings(need)).toHaveLength(2)
  })
})

describe('a rating that is sent twice', () => {
  it('with the same key counts once', async () => {
    const need = await aNeed(server).worked().there()
    const key = randomUUID()
    const rate = () => post(server, phone, `/needs/${need.id}/rating`, { level: 1 }, key)
    const [first, second] = [await rate(), await rate()]
    expect(second).toMatchObject({ status: 200, body: first.body })
    expect(await ratings(need)).toHaveLength(1)
    expect(await need.orders()).toHaveLength(2)
  })

  it('at once starts one rework', async () => {
    const need = await aNeed(server).worked().there()
    await tokenOf(server, phone)
    const answers = await Promise.all(Array.from({ length: 10 }, () => need.rate({ level: 1 })))
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0)
    for (const { status } of answers) expect([200, 409]).toContain(status)
    expect(await ratings(need)).toHaveLength(1)
    expect(await need.orders()).toHaveLength(2)
    expect((await need.row()).round).toBe(2)
  })
})

describe('nobody but the complainant', () => {
  const staff = ['chengguan', 'chengguan-shenhe', 'fenpai', 'duban', 'lingdao', 'guanli', 'wangge', 'wangge2']

  it('rates, changes a rating, or takes it back', async () => {
    const need = await aNeed(server).worked().rated({ level: 2, words: '还在打桩' }).there()
    const before = await ratings(need)
    for (const who of [...staff, '19900000002'])
      expect([403, 404]).toContain((await need.rate({ level: 5 }, who)).status)
    for (const who of [...staff, phone]) {
      const as = await tokenOf(server, who)
      for (const method of ['DELETE', 'PUT', 'PATCH'] as const) {
        const asked = await server.app.inject({
          method,
          url: `/api/v1/needs/${need.id}/rating`,
          headers: { authorization: `Bearer ${as}` },
          payload: {},
        })
        expect(asked.statusCode).toBe(404)
      }
    }
    expect(await ratings(need)).toEqual(before)
  })

  it('does so for somebody else: the grid worker who filed it never rates it', async () => {
    const areaId = await areaOf(server, '望江门社区')
    const filed = must(await post<NeedView>(server, 'wangge', '/needs', { text: noise, areaId }))
    const need = new FiledNeed(server, 'wangge', filed)
    must(await need.act('chengguan', 'accept'))
    must(await need.act('chengguan', 'contact', { how: 'visit', note: '到现场看过' }))
    const text = '已到现场核实并督促施工单位整改，夜间十点后不再打桩，今晚起生效'
    must(await need.act('chengguan', 'submitAnswer', { text, result: 'solved', attachmentIds: [] }))
    must(await need.act('chengguan-shenhe', 'approve'))
    expect((await need.view()).allowedActs).not.toContain('rate')
    expect(await need.rate({ level: 5 })).toMatchObject({ status: 403, body: { code: 'filer_cannot_rate' } })
    expect(await ratings(need)).toEqual([])
    expect((await need.row()).state).toBe('answered')
  })

  it('is read by the department when the complainant is hidden', async () => {
    const who = '19900000021'
    const need = await aNeed(server, { anonymous: true }, who).worked().rated({ level: 1 }).there()
    const { residentId } = await need.row()
    for (const reader of ['chengguan', 'chengguan-shenhe']) {
      const seen = JSON.stringify(must(await get(server, reader, await need.orderPath())))
      expect(seen).toContain('很不满意')
      for (const secret of [who, residentId, who.slice(-4)]) expect(seen).not.toContain(secret)
    }
  })

  it('is written for by the code: one file writes ratings, none deletes them', () => {
    const source = join(import.meta.dirname, '..')
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !/(spec|fixture)\.ts$/.test(file),
    )
    const matching = (pattern: RegExp) =>
      files.filter((file) => pattern.test(readFileSync(join(source, file), 'utf8')))
    expect(matching(/\b(update|insertRows|save|insert|upsert)(<[^>]*>)?\((tx, )?Rating\b/)).toEqual([
      join('feedback', 'rating.store.ts'),
    ])
    expect(matching(/\b(delete|remove|clear|softDelete)(<[^>]*>)?\(Rating\b|DELETE FROM rating\b/i)).toEqual(
      [],
    )
  })
})
