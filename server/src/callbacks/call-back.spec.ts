import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { type CallBackReason, type CallBackState, DAY, HOUR, isSampled, MINUTE } from '@minsheng/shared'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { Clock } from '../deadlines/index.js'
import { aComplaint, measure, passes } from '../feedback/a-complaint.fixture.js'
import { type ComplainantPhone, Rating } from '../feedback/index.js'
import { aNeed, type FiledNeed, get, must, phone, post, refuses } from '../handling/a-need.fixture.js'
import { Need } from '../handling/index.js'
import { Outbox, Relay } from '../messages/index.js'
import { PersonalDataRead, Staff } from '../people/index.js'
import type { ScoreRow, ScoresView } from '../scores/scores.dto.js'
import type { CallBackPage, CallBackView } from './call-back.dto.js'
import { CallBack } from './call-back.entity.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp({ config: { callBackShare: 1 } })
})
afterAll(() => server.stop())
afterEach(async () => {
  server.present.set(mondayMorning)
  // What is left of one story must not lapse in the next one.
  await server.unitOfWork.run(async (tx) => {
    for (const entity of [CallBack, Clock, Outbox]) await tx.clear(entity)
  })
})

const silent = async (): Promise<FiledNeed> => {
  const need = await aNeed(server).worked().there()
  await passes(server, 14 * DAY + MINUTE)
  return need
}
const badlyRated = async (): Promise<FiledNeed> => {
  const need = await aNeed(server).worked().rated({ level: 1, words: '还在打桩' }).there()
  await server.app.get(Relay).drain()
  return need
}
const list = async (state: CallBackState = 'waiting', who = 'duban') =>
  must(await get<CallBackPage>(server, who, `/call-backs?state=${state}`)).items
async function waiting(reason: CallBackReason): Promise<CallBackView> {
  const found = (await list()).find((item) => item.reason === reason)
  if (!found) throw new Error(`nobody is to be called because of ${reason}`)
  return found
}
const act = (id: string, name: string, body: object = {}, who = 'duban') =>
  post<CallBackView & { code: string; errors?: { field: string }[] }>(
    server,
    who,
    `/call-backs/${id}/acts/${name}`,
    body,
  )
/** Takes the call and says what came of it. */
async function call(id: string, body: object, who = 'duban') {
  must(await act(id, 'claim', {}, who))
  return act(id, 'report', body, who)
}
const nobodyAnswers = async (id: string): Promise<CallBackView> => must(await call(id, { isReached: false }))
async function nobodyEverAnswers(id: string): Promise<void> {
  for (const _ of [1, 2, 3]) {
    must(await call(id, { isReached: false }))
    server.present.advance(5 * HOUR)
  }
}
const ratingsOf = ({ id: needId }: FiledNeed) => server.unitOfWork.reader.findBy(Rating, { needId })
async function total(): Promise<ScoreRow['figures']> {
  await server.app.get(Relay).drain()
  const path = '/scores?from=2026-11-01&to=2026-12-31&by=department'
  return must(await get<ScoresView>(server, 'lingdao', path)).total.figures
}

describe('who is called', () => {
  it('is everybody whose rating is bad, at once, with what he tapped', async () => {
    const need = await badlyRated()
    expect(await list()).toMatchObject([
      {
        reason: 'badRating',
        receiptNo: need.filed.receiptNo,
        rating: { level: 1, words: '还在打桩' },
        isAvailable: true,
        tries: 0,
      },
    ])
  })

  it('is nobody who is content', async () => {
    await aNeed(server).worked().rated({ level: 4 }).there()
    await server.app.get(Relay).drain()
    expect(await list()).toEqual([])
  })

  it('is called once for one rating, however often more is said of it', async () => {
    const need = await badlyRated()
    must(await need.rate({ level: 1, words: '还在打桩，昨晚到两点' }))
    await server.app.get(Relay).drain()
    expect(await list()).toHaveLength(1)
  })

  it('is whoever did not rate for 14 days and is in the sample', async () => {
    await silent()
    expect(await list()).toMatchObject([{ reason: 'unrated', rating: null }])
  })

  it('is not who is outside of the sample: that follows from need and month alone', async () => {
    server.config.callBackShare = 0.5
    const needs = [await silent(), await silent(), await silent(), await silent()]
    server.config.callBackShare = 1
    const called = (await list()).map(({ receiptNo }) => receiptNo)
    for (const need of needs) {
      const { closedAt } = await need.row()
      const month = closedAt?.toISOString().slice(0, 7) ?? ''
      expect(called.includes(need.filed.receiptNo)).toBe(isSampled(need.id, month, 0.5))
    }
  })

  it('is whoever does not confirm the answer to a complaint for 7 days', async () => {
    await aComplaint(server, 'answered')
    await passes(server, 7 * DAY + MINUTE)
    expect(await waiting('complaint')).toMatchObject({ answer: { finding: 'true', measure } })
  })

  it('is nobody any more who spoke meanwhile', async () => {
    const complaint = await aComplaint(server, 'answered')
    await passes(server, 7 * DAY + MINUTE)
    const { id } = await waiting('complaint')
    must(await complaint.act('confirm'))
    await server.app.get(Relay).drain()
    expect((await list()).map((item) => item.id)).not.toContain(id)
    expect((await list('dropped')).map((item) => item.id)).toContain(id)
  })

  it('is nobody any more whose need is worked on again', async () => {
    const need = await silent()
    must(await need.ask('reopen', { reason: '又开始打桩了' }))
    await server.app.get(Relay).drain()
    expect(await list()).toEqual([])
    expect(await list('dropped')).toMatchObject([{ reason: 'unrated' }])
  })
})

describe('whoever left no phone', () => {
  const withoutPhone = (need: FiledNeed) =>
    server.unitOfWork.run((tx) => tx.update(Need, { id: need.id }, { contactPhoneCipher: null }))

  it('is not queued, and counts as not reached, once', async () => {
    const before = await total()
    const need = await aNeed(server).worked().there()
    await withoutPhone(need)
    await passes(server, 14 * DAY + MINUTE)
    expect(await list()).toEqual([])
    expect(await list('notReached')).toMatchObject([{ reason: 'unrated', tries: 0, phoneMasked: null }])
    const after = await total()
    expect(after.notReached - before.notReached).toBe(1)
    expect(after.unrated - before.unrated).toBe(0)
    expect((await need.view()).timeline.map(({ title }) => title)).toContain('想听听您的评价，但您没有留电话')
  })

  it('has tapped why he is not content: nobody queues him to be asked, and the rework goes on', async () => {
    const need = await aNeed(server).worked().there()
    await withoutPhone(need)
    must(await need.rate({ level: 1, words: '还在打桩' }))
    await server.app.get(Relay).drain()
    expect(await list()).toEqual([])
    expect(await list('notReached')).toMatchObject([{ reason: 'badRating', rating: { words: '还在打桩' } }])
    expect(await need.row()).toMatchObject({ state: 'handling', round: 2 })
  })

  it('has not confirmed an answer to his complaint: it is not resolved', async () => {
    const complaint = await aComplaint(server, 'answered')
    const { needId } = await complaint.row()
    await server.unitOfWork.run((tx) => tx.update(Need, { id: needId ?? '' }, { contactPhoneCipher: null }))
    await passes(server, 7 * DAY + MINUTE)
    expect((await list('waiting')).filter(({ reason }) => reason === 'complaint')).toEqual([])
    expect((await complaint.row()).state).toBe('unresolved')
  })
})

describe('two supervisors', () => {
  it('do not call the same person: the second is told who is on the phone', async () => {
    await badlyRated()
    const { id } = await waiting('badRating')
    expect(must(await act(id, 'claim'))).toMatchObject({ isMine: true, claimedByName: '纪长青' })
    const second = await act(id, 'claim', {}, 'duban2')
    expect(second).toMatchObject({ status: 409, body: { code: 'call_back_claimed' } })
    expect(await list('waiting', 'duban2')).toMatchObject([{ isMine: false, claimedByName: '纪长青' }])
    expect(await act(id, 'report', { isReached: false }, 'duban2')).toMatchObject({
      status: 409,
      body: { code: 'call_back_not_claimed' },
    })
  })

  it('who ask at the same moment: one of them gets it', async () => {
    await badlyRated()
    const { id } = await waiting('badRating')
    const both = await Promise.all([act(id, 'claim'), act(id, 'claim', {}, 'duban2')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('can take over what the other gave back, or left lying for half an hour', async () => {
    await badlyRated()
    const { id } = await waiting('badRating')
    must(await act(id, 'claim'))
    must(await act(id, 'release'))
    must(await act(id, 'claim', {}, 'duban2'))
    server.present.advance(31 * MINUTE)
    expect(must(await act(id, 'claim'))).toMatchObject({ isMine: true })
    expect(await act(id, 'report', { isReached: false }, 'duban2')).toMatchObject({ status: 409 })
  })
})

describe('the phone', () => {
  it('is masked until somebody has taken the call and says why; that is kept', async () => {
    const need = await badlyRated()
    const { id, phoneMasked } = await waiting('badRating')
    expect(phoneMasked).toBe('199****0001')
    const look = () =>
      post<ComplainantPhone & { code: string }>(server, 'duban', `/call-backs/${id}/contact-phone`, {
        reason: '电话回访',
      })
    expect(await look()).toMatchObject({ status: 409, body: { code: 'call_back_not_claimed' } })
    must(await act(id, 'claim'))
    expect(must(await look())).toEqual({ phone })
    expect(await server.unitOfWork.reader.findBy(PersonalDataRead, { needId: need.id })).toMatchObject([
      { what: 'contactPhone', reason: '电话回访' },
    ])
  })

  it('is nobody’s of the department that was judged: they do not even see that somebody is called', async () => {
    const need = await badlyRated()
    const { id } = await waiting('badRating')
    const { departmentId } = await need.row()
    const set = (to: string | null) =>
      server.unitOfWork.run((tx) => tx.update(Staff, { account: 'duban2' }, { departmentId: to }))
    await set(departmentId)
    expect(await list('waiting', 'duban2')).toEqual([])
    expect(await act(id, 'claim', {}, 'duban2')).toMatchObject({ status: 404 })
    await set(null)
  })
})

describe('a call that is answered', () => {
  it('of somebody who had not rated is a rating, by phone, and counts in V', async () => {
    const before = await total()
    const need = await silent()
    const { id } = await waiting('unrated')
    expect(
      must(await call(id, { isReached: true, level: 5, solved: true, words: '谢谢，安静多了' })),
    ).toMatchObject({ state: 'reached', level: 5, isSolved: true })
    expect(await ratingsOf(need)).toMatchObject([
      { level: 5, saidSolved: true, source: 'callBack', words: '谢谢，安静多了' },
    ])
    const after = await total()
    expect(after.rated - before.rated).toBe(1)
    expect(after.byTap - before.byTap).toBe(0)
    expect(after.unrated - before.unrated).toBe(0)
    expect((await need.view()).timeline.map(({ title }) => title)).toContain('工作人员打电话回访了您')
  })

  it('that says "not solved" leaves the need closed, for its complainant to reopen', async () => {
    const need = await silent()
    const { id } = await waiting('unrated')
    must(await call(id, { isReached: true, level: 2, solved: false }))
    await server.app.get(Relay).drain()
    expect(await need.row()).toMatchObject({ state: 'closed', isSolved: false })
    expect(await list()).toEqual([])
    expect((await need.view()).allowedActs).toContain('reopen')
  })

  it('of a bad rating keeps why, and changes no rating', async () => {
    const need = await badlyRated()
    const { id } = await waiting('badRating')
    const before = await ratingsOf(need)
    must(await call(id, { isReached: true, words: '说夜里两点还在施工，希望有人值守' }))
    expect(await ratingsOf(need)).toEqual(before)
    expect((await need.events()).at(-1)).toMatchObject({
      act: 'callBack',
      actorKind: 'staff',
      data: { isReached: true, words: '说夜里两点还在施工，希望有人值守' },
    })
  })

  it.each([
    [true, 'resolved'],
    [false, 'rechecking'],
  ])('of an answered complaint, accepted: %s, makes it %s', async (isAccepted, state) => {
    const complaint = await aComplaint(server, 'answered')
    await passes(server, 7 * DAY + MINUTE)
    const { id } = await waiting('complaint')
    must(await call(id, { isReached: true, isAccepted }))
    expect((await complaint.row()).state).toBe(state)
    await server.app.get(Relay).drain()
    expect((await list('reached')).find((item) => item.id === id)).toMatchObject({ isAccepted })
  })

  it.each([
    ['badRating', {}, 'words'],
    ['unrated', { solved: true }, 'level'],
    ['unrated', { level: 4 }, 'solved'],
    ['complaint', {}, 'isAccepted'],
  ] as const)('about %s is refused as %j: %s is missing', async (reason, body, field) => {
    if (reason === 'badRating') await badlyRated()
    else if (reason === 'unrated') await silent()
    else {
      await aComplaint(server, 'answered')
      await passes(server, 7 * DAY + MINUTE)
    }
    const { id } = await waiting(reason)
    expect(await call(id, { isReached: true, ...body })).toMatchObject({
      status: 400,
      body: { errors: [{ field }] },
    })
    expect((await waiting(reason)).id).toBe(id)
  })

  it('is nothing when he rated by himself in the same minute', async () => {
    const need = await silent()
    const { id } = await waiting('unrated')
    must(await act(id, 'claim'))
    must(await need.ask('reopen', { reason: '又开始打桩了' }))
    expect(must(await act(id, 'report', { isReached: true, level: 5, solved: true })).state).toBe('dropped')
    expect(await ratingsOf(need)).toEqual([])
  })
})

describe('a call that nobody answers', () => {
  it('is tried three times, four hours apart at least', async () => {
    await badlyRated()
    const { id } = await waiting('badRating')
    expect(await nobodyAnswers(id)).toMatchObject({ state: 'waiting', tries: 1, isAvailable: false })
    server.present.advance(3 * HOUR)
    expect(await act(id, 'claim')).toMatchObject({ status: 409, body: { code: 'call_back_too_early' } })
    server.present.advance(HOUR)
    expect(await nobodyAnswers(id)).toMatchObject({ state: 'waiting', tries: 2 })
    server.present.advance(4 * HOUR)
    expect(await nobodyAnswers(id)).toMatchObject({ state: 'notReached', tries: 3 })
    expect(await act(id, 'claim')).toMatchObject({ status: 409, body: { code: 'call_back_over' } })
  })

  it('counts as not reached instead of not rated, once, and never as content', async () => {
    const before = await total()
    const need = await silent()
    const { id } = await waiting('unrated')
    await nobodyEverAnswers(id)
    const after = await total()
    expect(after.notReached - before.notReached).toBe(1)
    expect(after.unrated - before.unrated).toBe(0)
    expect(after.rated - before.rated).toBe(0)
    expect(await ratingsOf(need)).toEqual([])
  })

  it('counts as not rated until the third', async () => {
    const before = await total()
    await silent()
    const { id } = await waiting('unrated')
    await nobodyAnswers(id)
    const after = await total()
    expect(after.unrated - before.unrated).toBe(1)
    expect(after.notReached - before.notReached).toBe(0)
  })

  it('ends the complaint as unresolved: silence is no consent', async () => {
    const complaint = await aComplaint(server, 'answered')
    await passes(server, 7 * DAY + MINUTE)
    const { id } = await waiting('complaint')
    await nobodyEverAnswers(id)
    expect((await complaint.row()).state).toBe('unresolved')
  })
})

it('cannot be made, seen or ended by anybody but supervisors', async () => {
  const need = await badlyRated()
  const { id } = await waiting('badRating')
  for (const who of ['chengguan', 'chengguan-shenhe', 'fenpai', 'lingdao', phone]) {
    expect(await get(server, who, '/call-backs')).toMatchObject({ status: 403 })
    await refuses(need, () => post(server, who, `/call-backs/${id}/acts/claim`), 403, 'forbidden')
  }
})
