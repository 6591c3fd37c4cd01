import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { MINUTE } from '@minsheng/shared'
import type { NeedSummary, NeedView } from '../handling/need.dto.js'
import { Notice } from '../messages/notice.entity.js'
import { startWeChatStandIn, type StandIn } from '../stand-ins/wechat/index.js'
import { startApp, type TestApp } from '../../test/app.fixture.js'
import type { PersonView, SessionView } from './people.dto.js'

let server: TestApp
let weChat: StandIn
beforeAll(async () => {
  weChat = await startWeChatStandIn()
  server = await startApp({ config: { weChat: { appId: 'wx1', appSecret: 's', baseUrl: weChat.url } } })
})
afterAll(async () => {
  await server.stop()
  await weChat.stop()
})

let codes = 0
const byWeChat = async (who: string) => {
  codes += 1
  const body = { code: `${who}.${codes}` }
  return (await server.call<SessionView>('POST', '/sessions/wechat', { body })).body
}
const bind = (as: string, phone: string) => {
  codes += 1
  return server.call<PersonView & { code: string }>('POST', '/people/me/phone', {
    as,
    body: { code: `${phone}.${codes}` },
  })
}
const mine = async (as: string) =>
  (await server.call<{ items: NeedSummary[] }>('GET', '/needs/mine', { as })).body.items.map(({ id }) => id)

async function file(as: string): Promise<string> {
  const { items } = (await server.call<{ items: { id: string }[] }>('GET', '/areas?level=community')).body
  const text = '工地夜里施工噪音太大，半夜还在打桩，老人孩子睡不着'
  const filed = await server.post<NeedView>('/needs', as, { text, areaId: items[0]?.id })
  expect(filed.status).toBe(201)
  return filed.body.id
}

describe('a phone that is typed, with the code that it got', () => {
  const typed = async (as: string, phone: string, wrong = '') => {
    const { demoCode } = (
      await server.call<{ demoCode: string }>('POST', '/phone-codes', { body: { phone } })
    ).body
    const body = { phone, code: wrong || demoCode }
    return server.call<PersonView & { code: string }>('POST', '/people/me/phone/typed', { as, body })
  }

  it('is bound as the phone of WeChat is', async () => {
    const { accessToken, person } = await byWeChat('typist')
    const { status, body } = await typed(accessToken, '13700000090')
    expect([status, body.id, body.phoneMasked]).toEqual([200, person.id, '137****0090'])
  })

  it('joins with whoever filed by this phone before', async () => {
    const filer = await server.resident('13700000091')
    const needId = await file(filer)
    const { accessToken } = await byWeChat('filed-before')
    const { body } = await typed(accessToken, '13700000091')
    expect(body.id).not.toBe((await byWeChat('typist')).person.id)
    expect(await mine((await byWeChat('filed-before')).accessToken)).toEqual([needId])
  })

  it('is not bound with a wrong code', async () => {
    const { accessToken } = await byWeChat('guesser')
    const { status, body } = await typed(accessToken, '13700000092', '000000')
    expect([status, body.code]).toEqual([401, 'phone_code_wrong'])
    expect((await byWeChat('guesser')).person.phoneMasked).toBeNull()
  })
})

describe('the phone of one’s WeChat', () => {
  it('is bound to a resident who had none, and shown masked', async () => {
    const { accessToken, person } = await byWeChat('chen')
    const { status, body } = await bind(accessToken, '13700000001')
    expect(status).toBe(200)
    expect(body).toMatchObject({ id: person.id, phoneMasked: '137****0001' })
    expect((await byWeChat('chen')).person).toMatchObject({ id: person.id, phoneMasked: '137****0001' })
  })

  it('may be changed, and bound twice', async () => {
    const { accessToken, person } = await byWeChat('wang')
    await bind(accessToken, '13700000002')
    expect((await bind(accessToken, '13700000002')).body.id).toBe(person.id)
    expect((await bind(accessToken, '13700000003')).body).toMatchObject({
      id: person.id,
      phoneMasked: '137****0003',
    })
  })

  it('joins the two that turn out to be one: all needs are there, by either way in', async () => {
    const byPhone = await server.resident('13700000004')
    const old = await file(byPhone)
    const first = await byWeChat('li')
    const recent = await file(first.accessToken)
    const { body: joined } = await bind(first.accessToken, '13700000004')
    expect(joined.id).not.toBe(first.person.id)
    expect(joined.phoneMasked).toBe('137****0004')

    const next = await server.call<SessionView>('POST', '/sessions/refresh', {
      body: { refreshToken: first.refreshToken },
    })
    expect(next.body.person.id).toBe(joined.id)
    expect(new Set(await mine(next.body.accessToken))).toEqual(new Set([old, recent]))
    expect((await byWeChat('li')).person.id).toBe(joined.id)
    server.present.advance(2 * MINUTE)
    expect(new Set(await mine(await server.resident('13700000004')))).toEqual(new Set([old, recent]))
    expect(await mine(first.accessToken)).toEqual([])
  })

  it('keeps notices with whoever they are for', async () => {
    await server.resident('13700000005')
    const first = await byWeChat('zhao')
    const notice = { id: '01JD0000000000000000000099', needId: null, words: '您好', readAt: null }
    await server.unitOfWork.run((tx) =>
      tx.insert(Notice, { ...notice, personId: first.person.id, at: server.present.now() }),
    )
    const { body: joined } = await bind(first.accessToken, '13700000005')
    const row = await server.unitOfWork.reader.findOneByOrFail(Notice, { id: notice.id })
    expect(row.personId).toBe(joined.id)
  })

  it('is not taken from another WeChat', async () => {
    const owner = await byWeChat('qian')
    await bind(owner.accessToken, '13700000006')
    const other = await byWeChat('sun')
    expect((await bind(other.accessToken, '13700000006')).body).toMatchObject({
      status: 409,
      code: 'phone_of_other_wechat',
    })
    expect((await byWeChat('sun')).person).toMatchObject({ id: other.person.id, phoneMasked: null })
  })

  it('does not make two people with phones one', async () => {
    const one = await byWeChat('zhou')
    await bind(one.accessToken, '13700000007')
    await server.resident('13700000008')
    expect((await bind(one.accessToken, '13700000008')).body.code).toBe('phone_of_other_resident')
    expect((await byWeChat('zhou')).person.phoneMasked).toBe('137****0007')
  })

  it('is joined once when it is bound twice at the same time', async () => {
    await server.resident('13700000009')
    const { accessToken } = await byWeChat('wu')
    const answers = await Promise.all([bind(accessToken, '13700000009'), bind(accessToken, '13700000009')])
    expect(answers.map(({ status }) => status)).toContain(200)
    expect((await byWeChat('wu')).person.phoneMasked).toBe('137****0009')
  })

  it.each([
    ['invalid', 422, 'wechat_code_invalid'],
    ['foreign', 422, 'phone_foreign'],
    ['', 400, 'validation_failed'],
  ])('is not read from the code "%s"', async (code, status, expected) => {
    const { accessToken } = await byWeChat('zheng')
    const answer = await server.call('POST', '/people/me/phone', { as: accessToken, body: { code } })
    expect(answer.body).toMatchObject({ status, code: expected })
  })
})
