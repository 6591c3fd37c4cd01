import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { HOUR, MINUTE } from '@minsheng/shared'
import { aNeed, areaOf, FiledNeed, get, must, phone, post } from '../handling/a-need.fixture.js'
import { PersonalData, Resident } from '../people/index.js'
import { insertRows, UnitOfWork } from '../platform/database/index.js'
import { type SmsStandIn, startSmsStandIn } from '../stand-ins/sms/index.js'
import { type StandIn, startWeChatStandIn } from '../stand-ins/wechat/index.js'
import { startApp, type TestApp } from '../../test/app.fixture.js'
import type { NeedView } from '../handling/index.js'
import { Notices, Outbox, Relay, Subscribers, toDeliver, Undeliverable } from './index.js'
import { Claims } from './claims.js'
import type { NoticePage, SubscriptionList } from './notices.dto.js'

const SECOND = 1_000

let server: TestApp
let weChat: StandIn
let sms: SmsStandIn
beforeAll(async () => {
  const held: { now: () => Date } = { now: () => new Date() }
  weChat = await startWeChatStandIn(0, () => held.now())
  sms = await startSmsStandIn('sms key')
  const config = { weChat: { appId: 'wx1', appSecret: 'top-secret', baseUrl: weChat.url } }
  server = await startApp({ config })
  held.now = () => server.present.now()
})
afterAll(async () => {
  await server.stop()
  await weChat.stop()
  await sms.stop()
})

const needId = (n: number) => `01JD00000000000000000001${String(n).padStart(2, '0')}`
const relay = () => server.app.get(Relay)
const rowsOf = (needId: string) =>
  server.unitOfWork.reader.find(Outbox, { where: { needId }, order: { id: 'ASC' } })
const statesOf = async (needId: string) =>
  (await rowsOf(needId)).map(({ topic, state }) => `${topic} ${state}`)

/** Signs in by WeChat; answers the token and the account. */
async function byWeChat(who: string) {
  const body = { code: `${who}.${Math.random()}` }
  interface Signed {
    accessToken: string
    person: { id: string }
  }
  const { accessToken, person } = (await server.call<Signed>('POST', '/sessions/wechat', { body })).body
  const row = await server.unitOfWork.reader.findOneByOrFail(Resident, { id: person.id })
  return {
    token: accessToken,
    id: person.id,
    openId: server.app.get(PersonalData).decrypt(row.weChatCipher ?? ''),
  }
}

describe('what a resident is told', () => {
  it('follows the acts in their order, in plain words, and only the resident', async () => {
    const need = await aNeed(server, {}, '13900000001').worked().there()
    await relay().drain()
    const page = must(await get<NoticePage>(server, '13900000001', '/notices'))
    expect(page.items.map(({ words }) => words).reverse()).toEqual([
      expect.stringMatching(/^收到了您的“.+”，受理编号 MS/),
      expect.stringMatching(/^您的“.+”已转给城市管理局$/),
      expect.stringMatching(/^城市管理局开始办理您的“.+”$/),
      expect.stringMatching(/^城市管理局答复了您的“.+”，请看看办得怎么样$/),
    ])
    expect(page).toMatchObject({ unread: 4, nextCursor: null })
    expect(page.items[0]).toMatchObject({ needId: need.id, readAt: null })
    expect(must(await get<NoticePage>(server, '13900000002', '/notices')).items).toEqual([])
    // What is between contact and answer is for the reviewer: the resident is told nothing.
    expect(await statesOf(need.id)).toEqual(
      ['submitted', 'dispatched', 'accepted', 'contacted', 'changed', 'answered'].map(
        (act) => `need.${act} sent`,
      ),
    )
  })

  it('is marked as read by nobody else', async () => {
    await aNeed(server, {}, '13900000003').there()
    await relay().drain()
    const [notice] = must(await get<NoticePage>(server, '13900000003', '/notices')).items
    const read = `/notices/${notice?.id ?? ''}/read`
    expect((await post(server, '13900000004', read)).body).toMatchObject({
      status: 404,
      code: 'notice_not_found',
    })
    expect((await post(server, '13900000003', read)).status).toBe(204)
    expect((await post(server, '13900000003', read)).status).toBe(204)
    const page = must(await get<NoticePage>(server, '13900000003', '/notices'))
    expect(page.unread).toBe(1)
    expect(page.items.find(({ id }) => id === notice?.id)?.readAt).not.toBeNull()
  })

  it('is read as a whole by whoever has seen the list, and nobody else’s with it', async () => {
    for (const who of ['13900000006', '13900000007']) await aNeed(server, {}, who).there()
    await relay().drain()
    expect((await post(server, '13900000006', '/notices/read')).status).toBe(204)
    const unread = async (who: string) => must(await get<NoticePage>(server, who, '/notices')).unread
    expect(await unread('13900000006')).toBe(0)
    expect(await unread('13900000007')).toBe(2)
  })

  it('goes on page by page', async () => {
    for (let i = 0; i < 11; i += 1) await aNeed(server, {}, '13900000005').there()
    await relay().drain()
    const first = must(await get<NoticePage>(server, '13900000005', '/notices'))
    const path = `/notices?cursor=${first.nextCursor ?? ''}`
    const second = must(await get<NoticePage>(server, '13900000005', path))
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([20, 2, null])
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(22)
  })
})

describe('subscribe messages', () => {
  const accept = (token: string, accepted: string[]) =>
    server.call<SubscriptionList>('POST', '/subscriptions', { as: token, body: { accepted } })
  const answered = 'stand-in-answered'
  const remaining = async (token: string) =>
    (await server.call<SubscriptionList>('GET', '/subscriptions', { as: token })).body.items.find(
      ({ templateId }) => templateId === answered,
    )?.remaining
  const sentTo = (openId: string) => weChat.messages().filter((message) => message.openId === openId)

  /** A need of a WeChat account, worked on until it is answered. */
  async function answeredNeed(who: { token: string }) {
    const areaId = must(await server.call<{ items: { id: string }[] }>('GET', '/areas?level=community'))
      .items[0]?.id
    const text = '小区南门口工地夜里施工噪音太大半夜还在打桩老人孩子都睡不着觉'
    const filed = must(await server.post<NeedView>('/needs', who.token, { text, areaId }))
    const need = new FiledNeed(server, phone, filed)
    must(await need.act('chengguan', 'accept'))
    must(await need.act('chengguan', 'contact', { how: 'phone', note: '已联系' }))
    const answer = '已到现场核实并督促施工单位整改，夜间十点后不再打桩'
    must(await need.act('chengguan', 'submitAnswer', { text: answer, result: 'solved', attachmentIds: [] }))
    must(await need.act('chengguan-shenhe', 'approve'))
    return need
  }

  it('are counted: one accept is one message', async () => {
    const chen = await byWeChat('chen')
    weChat.accept(chen.openId, answered, 2)
    expect((await accept(chen.token, [answered])).body.items).toContainEqual(
      expect.objectContaining({ kind: 'answered', templateId: answered, remaining: 1 }),
    )
    await accept(chen.token, [answered])
    expect(await remaining(chen.token)).toBe(2)
    const need = await answeredNeed(chen)
    await relay().drain()
    expect(await remaining(chen.token)).toBe(1)
    expect(sentTo(chen.openId)).toEqual([
      {
        openId: chen.openId,
        templateId: answered,
        page: `pages/need/index?id=${need.id}`,
        data: {
          thing1: expect.stringMatching(/^.{1,20}$/u),
          thing2: '城市管理局',
          time3: expect.stringMatching(/^2026-11-16 \d\d:\d\d$/),
          character_string4: need.filed.receiptNo,
        },
      },
    ])
  })

  it('count for nothing when WeChat says that there is none left; the notice is there all the same', async () => {
    const wang = await byWeChat('wang')
    await accept(wang.token, [answered])
    const need = await answeredNeed(wang)
    await relay().drain()
    expect(await remaining(wang.token)).toBe(0)
    expect(sentTo(wang.openId)).toEqual([])
    const { items } = (await server.call<NoticePage>('GET', '/notices', { as: wang.token })).body
    expect(items.filter(({ needId }) => needId === need.id)).toHaveLength(4)
    expect(await rowsOf(need.id)).toContainEqual(expect.objectContaining({ lane: 'message', state: 'sent' }))
  })

  it('are asked for by known templates, at most five', async () => {
    const li = await byWeChat('li')
    expect((await accept(li.token, ['another'])).body).toMatchObject({
      status: 422,
      code: 'template_unknown',
    })
    expect((await accept(li.token, [])).status).toBe(400)
    expect((await accept(li.token, Array(6).fill(answered) as string[])).status).toBe(400)
  })

  it('are tried again while WeChat is busy, never show as sent meanwhile, and are given up at last', async () => {
    const zhao = await byWeChat('zhao')
    weChat.accept(zhao.openId, answered)
    await accept(zhao.token, [answered])
    const need = await answeredNeed(zhao)
    weChat.refuse('/cgi-bin/message/subscribe/send', 45009)
    const message = async () => (await rowsOf(need.id)).find(({ lane }) => lane === 'message')
    const waits: number[] = []
    await relay().drain()
    for (let row = await message(); row?.state === 'pending'; row = await message()) {
      waits.push((row.availableAt.getTime() - server.present.now().getTime()) / MINUTE)
      server.present.set(row.availableAt)
      await relay().drain()
    }
    expect(waits).toEqual([1, 5, 30, 120, 360])
    expect(await message()).toMatchObject({ state: 'givenUp', attempts: 6 })
    weChat.refuse('/cgi-bin/message/subscribe/send', 0)

    const list = must(
      await get<{ items: { id: string; lastError: string }[] }>(server, 'guanli', '/outbox/given-up'),
    )
    const shown = list.items.find(({ id }) => id)
    expect(shown?.lastError).toBe('WeChat refused /cgi-bin/message/subscribe/send with errcode 45009')
    expect(JSON.stringify(list)).not.toMatch(/top-secret|access_token/)
    expect((await post(server, 'guanli', `/outbox/given-up/${shown?.id ?? ''}/again`)).status).toBe(204)
    await relay().drain()
    expect(await message()).toMatchObject({ state: 'sent', attempts: 1, lastError: null })
    expect(sentTo(zhao.openId)).toHaveLength(1)
    expect((await post(server, 'guanli', `/outbox/given-up/${shown?.id ?? ''}/again`)).status).toBe(404)
  })
})

describe('what WeChat does not bring', () => {
  const answered = 'stand-in-answered'
  const send = '/cgi-bin/message/subscribe/send'
  let own: TestApp
  beforeAll(async () => {
    const config = {
      weChat: { appId: 'wx2', appSecret: 'top-secret', baseUrl: weChat.url },
      sms: { url: sms.url, key: 'sms key', signature: '民生直通' },
    }
    own = await startApp({ config })
  })
  afterAll(() => own.stop())
  afterEach(() => {
    weChat.refuse(send, 0)
    weChat.refuse('/wxa/generate_urllink', 0)
    sms.refuse('')
    sms.quota(Infinity)
  })

  let people = 0
  /** A resident of WeChat with a phone who is told something; @returns what became of the message and of the SMS. */
  async function told(options: { accepts: boolean; phone?: string }) {
    people += 1
    const code = `told${people}.${people}`
    const { accessToken: as, person } = (
      await own.call<{ accessToken: string; person: { id: string } }>('POST', '/sessions/wechat', {
        body: { code },
      })
    ).body
    const number = options.phone ?? `139111100${String(people).padStart(2, '0')}`
    await own.call('POST', '/people/me/phone', { as, body: { code: `${number}.${people}` } })
    const row = await own.unitOfWork.reader.findOneByOrFail(Resident, { id: person.id })
    const openId = own.app.get(PersonalData).decrypt(row.weChatCipher ?? '')
    if (options.accepts) {
      weChat.accept(openId, answered)
      await own.call('POST', '/subscriptions', { as, body: { accepted: [answered] } })
    }
    const id = needId(70 + people)
    const at = own.present.now()
    const words = '城市管理局答复了您的“路灯不亮”'
    const values = { title: '路灯不亮', state: '已答复', receiptNo: 'MS20261116-0001-7' }
    const message = {
      kind: 'answered' as const,
      values: { ...values, at: '2026-11-16 09:30', department: '城市管理局' },
    }
    await own.unitOfWork.run((tx) =>
      own.app.get(Notices).tell(tx, [{ personId: person.id, needId: id, words, at, message }]),
    )
    await own.app.get(Relay).drain()
    const rows = await own.unitOfWork.reader.find(Outbox, { where: { needId: id }, order: { id: 'ASC' } })
    const notices = await own.call<NoticePage>('GET', '/notices', { as })
    expect(notices.body.items.map((notice) => notice.words)).toEqual([words])
    return {
      rows: rows.map(({ lane, state, lastError }) => [lane, state, lastError]),
      byWeChat: weChat.messages().filter((each) => each.openId === openId).length,
      bySms: sms.sent.filter(({ phone: to }) => to === number).map((each) => each.values.words),
      again: () => own.app.get(Relay).drain(),
    }
  }

  it.each([
    [40003, 'invalid openid'],
    [40037, 'unknown template'],
    [41030, 'no such page'],
    [47003, 'a value that breaks its rule'],
    [48001, 'an interface that was not granted'],
  ])('is given up at once with %i (%s), for a person to look at', async (errcode) => {
    weChat.refuse(send, errcode)
    const { rows, byWeChat } = await told({ accepts: true })
    expect(rows).toEqual([['message', 'givenUp', `WeChat refused ${send} with errcode ${errcode}`]])
    expect(byWeChat).toBe(0)
  })

  it.each([-1, 45009, 45011])('waits for another try with %i', async (errcode) => {
    weChat.refuse(send, errcode)
    const { rows } = await told({ accepts: true })
    expect(rows).toEqual([['message', 'pending', `WeChat refused ${send} with errcode ${errcode}`]])
  })

  it('goes out with another token when this one has run out (42001, 40001)', async () => {
    await told({ accepts: true })
    weChat.forgetTokens()
    expect(await told({ accepts: true })).toMatchObject({
      rows: [['message', 'sent', null]],
      byWeChat: 1,
      bySms: [],
    })
  })

  it('tells whom a grid worker filed for, who has seen no screen, by SMS; and nobody who filed for themselves', async () => {
    const [old, young] = ['19911110091', '19911110092']
    const [text, areaId] = ['小区南门的路灯坏了半个月', await areaOf(own, '望江门社区')]
    must(await post(own, 'wangge', '/needs', { text, areaId, contactPhone: old }))
    must(await post(own, young, '/needs', { text, areaId }))
    await own.app.get(Relay).drain()
    const toldBySms = (number: string) =>
      sms.sent.filter(({ phone: to }) => to === number).map(({ values }) => values.words)
    expect(toldBySms(old)).toEqual([
      expect.stringMatching(/^网格员替您提交了“小区南门的路灯坏了半个月”，受理编号 MS/),
    ])
    expect(toldBySms(young).filter((words) => words?.includes('受理编号'))).toEqual([])
  })

  it('goes by SMS when the person allowed none, with a link to the need', async () => {
    const { rows, bySms } = await told({ accepts: false })
    expect(rows).toEqual([
      ['message', 'sent', null],
      ['sms', 'sent', null],
    ])
    expect(bySms).toEqual([expect.stringMatching(/^城市管理局答复了您的“路灯不亮” https:\/\/wxaurl\.cn\/.+/)])
  })

  it('goes by SMS when WeChat says that there is no accept left (43101)', async () => {
    weChat.refuse(send, 43101)
    expect(await told({ accepts: true })).toMatchObject({ byWeChat: 0, bySms: [expect.any(String)] })
  })

  it('goes by SMS without a link when WeChat makes none', async () => {
    weChat.refuse('/wxa/generate_urllink', 45009)
    expect((await told({ accepts: false })).bySms).toEqual(['城市管理局答复了您的“路灯不亮”'])
  })

  it('waits while the provider has no quota, never shows as sent meanwhile, and goes out once', async () => {
    sms.quota(0)
    const { rows, bySms, again } = await told({ accepts: false })
    expect(rows[1]).toEqual(['sms', 'pending', 'the SMS provider refused with quota'])
    expect(bySms).toEqual([])
    sms.quota(Infinity)
    const before = sms.sent.length
    own.present.advance(MINUTE)
    await again()
    expect(sms.sent.length).toBe(before + 1)
  })

  it('is given up when the phone takes no SMS', async () => {
    const { rows } = await told({ accepts: false, phone: '17001110000' })
    expect(rows[1]).toEqual(['sms', 'givenUp', 'the SMS provider refused with phone_blocked'])
  })
})

describe('the outbox', () => {
  /** A lane of the test's own, which remembers what it got and fails when told to. */
  function lane(name: string) {
    const got: string[] = []
    const failing = new Map<string, Error>()
    server.app.get(Subscribers).deliver(name, async ({ topic }) => {
      const error = failing.get(topic)
      if (error) throw error
      got.push(topic)
    })
    const postRows = async (needId: string, ...topics: string[]) => {
      await server.unitOfWork.run(async (tx) => {
        for (const topic of topics) {
          server.present.advance(1)
          await tx.insert(Outbox, toDeliver({ needId, lane: name, topic, payload: {} }, server.present.now()))
        }
      })
      server.present.advance(SECOND)
    }
    return { got, failing, post: postRows }
  }
  it('keeps the order of one need, and lets no other need wait', async () => {
    const { got, failing, post: postRows } = lane('order')
    failing.set('a1', new Error('away'))
    await postRows(needId(1), 'a1', 'a2')
    await postRows(needId(2), 'b1', 'b2')
    await relay().drain()
    expect(got).toEqual(['b1', 'b2'])
    await postRows(needId(1), 'a3')
    await relay().drain()
    failing.clear()
    server.present.advance(MINUTE)
    await relay().drain()
    server.present.advance(MINUTE)
    await relay().drain()
    expect(got).toEqual(['b1', 'b2', 'a1', 'a2', 'a3'])
  })

  it('lets what is given up stand in nobody’s way', async () => {
    const { got, failing, post: postRows } = lane('hopeless')
    failing.set('c1', new Undeliverable('no such address'))
    await postRows(needId(3), 'c1', 'c2')
    await relay().drain()
    expect(got).toEqual(['c2'])
    expect(await statesOf(needId(3))).toEqual(['c1 givenUp', 'c2 sent'])
  })

  it('delivers each row once, however many servers look at the same time', async () => {
    const { got, post: postRows } = lane('race')
    for (let n = 10; n < 40; n += 1) await postRows(needId(n), `${n}-1`, `${n}-2`)
    const writer = server.app.get(UnitOfWork)
    // Each with claims of its own, as in processes of their own.
    const others = [1, 2, 3].map(
      () => new Relay(writer, new Claims(writer, server.present), server.app.get(Subscribers)),
    )
    await Promise.all([relay(), ...others].map((each) => each.drain()))
    server.present.advance(5 * SECOND)
    await relay().drain()
    expect(got.length).toBe(60)
    expect(new Set(got).size).toBe(60)
    for (let n = 10; n < 40; n += 1) expect(got.indexOf(`${n}-1`)).toBeLessThan(got.indexOf(`${n}-2`))
  })

  it('takes over what a server that died was delivering, and not before its lease ends', async () => {
    const { got, post: postRows } = lane('dead')
    await postRows(needId(50), 'd1')
    const { rows } = await server.app.get(Claims).take('dead', 8)
    expect(rows.map(({ topic }) => topic)).toEqual(['d1'])
    await relay().drain()
    expect(got).toEqual([])
    server.present.advance(3 * MINUTE)
    await relay().drain()
    expect(got).toEqual(['d1'])
  })

  it('gives a row that nobody knows to a person', async () => {
    await server.unitOfWork.run((tx) =>
      tx.insert(
        Outbox,
        toDeliver(
          { needId: needId(60), lane: 'act', topic: 'need.unheard', payload: {} },
          server.present.now(),
        ),
      ),
    )
    await relay().drain()
    expect(await rowsOf(needId(60))).toEqual([
      expect.objectContaining({ state: 'givenUp', lastError: 'nobody follows need.unheard' }),
    ])
  })

  it('forgets what was sent a month ago, and nothing else', async () => {
    const { post: postRows, failing } = lane('old')
    failing.set('o2', new Undeliverable('no'))
    await postRows(needId(61), 'o1')
    await postRows(needId(62), 'o2')
    await relay().drain()
    server.present.advance(31 * 24 * HOUR)
    expect(await server.app.get(Claims).forget('old')).toBe(1)
    expect([await statesOf(needId(61)), await statesOf(needId(62))]).toEqual([[], ['o2 givenUp']])
  })
})

describe('the running relay', () => {
  afterEach(() => weChat.slowDown(0))

  it('wakes at a commit of its own process, and ends with what is under way', async () => {
    const own = await startApp()
    const seen = new Promise<string>((resolve) => {
      own.app.get(Subscribers).deliver('bell', async ({ topic }) => resolve(topic))
    })
    own.app.get(Relay).start()
    await own.app
      .get(UnitOfWork)
      .run((tx) =>
        insertRows(tx, Outbox, [
          toDeliver({ needId: needId(70), lane: 'bell', topic: 'ring', payload: {} }, own.present.now()),
        ]),
      )
    expect(await seen).toBe('ring')
    await own.stop()
  })
})
