import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startSmsStandIn, type SmsStandIn } from '../stand-ins/sms/index.js'
import { startWeChatStandIn, type StandIn } from '../stand-ins/wechat/index.js'
import { insertRows } from '../platform/database/index.js'
import { Department, hashPassword, PeopleModule, Resident, Staff } from './index.js'
import { type Parts, startParts } from './parts.fixture.js'
import { Session } from './session.entity.js'

const minute = 60_000
const aDepartment: Department = {
  id: '01JD0000000000000000000001',
  code: 'shuiwu',
  name: '自来水公司',
  kind: 'utility',
  areaId: null,
  duties: [],
  leftAt: null,
}
const aHandler = async (change: Partial<Staff> = {}): Promise<Staff> => ({
  id: '01JD0000000000000000000002',
  account: 'shuiwu',
  passwordHash: await hashPassword('right password'),
  name: '周水生',
  roles: ['handler'],
  departmentId: aDepartment.id,
  areaId: null,
  isActive: true,
  createdAt: new Date('2026-01-01T00:00:00Z'),
  ...change,
})

let parts: Parts
let weChat: StandIn

beforeAll(async () => {
  weChat = await startWeChatStandIn()
  const settings = { appId: 'wx1', appSecret: 'secret', baseUrl: weChat.url }
  parts = await startParts([PeopleModule], { weChat: settings, hasRateLimits: true })
  await parts.write(async (tx) => {
    await insertRows(tx, Department, [aDepartment])
    const retired = { id: '01JD0000000000000000000003', account: 'retired', isActive: false }
    await insertRows(tx, Staff, [await aHandler(), await aHandler(retired)])
  })
})
afterAll(async () => {
  await parts.stop()
  await weChat.stop()
})

async function call(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object, token?: string) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const payload = body && { payload: body }
  const answer = await parts.app.inject({ method, url: `/api/v1/${path}`, headers, ...payload })
  return { status: answer.statusCode, body: answer.body ? answer.json() : undefined, headers: answer.headers }
}
const post = (path: string, body: object) => call('POST', path, body)
const staffSignIn = (password: string, account = 'shuiwu') => post('sessions/staff', { account, password })
const countOf = (entity: typeof Session | typeof Resident) => parts.write((tx) => tx.count(entity))

describe('signing in by WeChat', () => {
  it('makes a resident at the first time and knows him again at the second', async () => {
    const first = await post('sessions/wechat', { code: 'chen.1' })
    parts.present.advance(minute)
    const second = await post('sessions/wechat', { code: 'chen.2' })
    expect(first.status).toBe(200)
    expect(first.body.person).toEqual({
      id: expect.stringMatching(/^[0-9A-Z]{26}$/),
      kind: 'resident',
      name: null,
      phoneMasked: null,
      realName: 'none',
      roles: ['resident'],
      department: null,
      areaId: null,
    })
    expect(first.body.expiresIn).toBe(900)
    expect(second.body.person.id).toBe(first.body.person.id)
    expect(JSON.stringify(first.body)).not.toContain('session_key')
  })

  it('makes one resident of two sign-ins at once', async () => {
    const before = await countOf(Resident)
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((n) => post('sessions/wechat', { code: `twin.${n}` })),
    )
    expect(new Set(answers.map(({ body }) => body.person.id)).size).toBe(1)
    expect(await countOf(Resident)).toBe(before + 1)
  })

  it.each([
    ['invalid', 401, 'wechat_code_invalid'],
    ['too-often', 429, 'too_many_requests'],
    ['high-risk', 403, 'wechat_user_blocked'],
    ['busy', 503, 'wechat_unavailable'],
  ])('answers the code "%s" with %i %s', async (code, status, expected) => {
    const answer = await post('sessions/wechat', { code })
    expect(answer.status).toBe(status)
    expect(answer.body.code).toBe(expected)
  })

  it('asks again when WeChat is busy once', async () => {
    expect((await post('sessions/wechat', { code: 'busy-once' })).status).toBe(200)
  })

  it('says to come back when WeChat cannot be reached', async () => {
    const nowhere = { appId: 'wx1', appSecret: 'secret', baseUrl: 'http://127.0.0.1:1' }
    const alone = await startParts([PeopleModule], { weChat: nowhere })
    const url = '/api/v1/sessions/wechat'
    const answer = await alone.app.inject({ method: 'POST', url, payload: { code: 'chen' } })
    expect(answer.json()).toMatchObject({ status: 503, code: 'wechat_unavailable' })
    expect(answer.body).not.toContain('secret')
    await alone.stop()
  })

  it('does not take a code twice', async () => {
    await post('sessions/wechat', { code: 'once' })
    expect((await post('sessions/wechat', { code: 'once' })).body.code).toBe('wechat_code_invalid')
  })
})

describe('signing in by phone', () => {
  const phone = '13800001234'
  const request = (number = phone) => post('phone-codes', { phone: number })
  const wrong = (code: string) => (code === '000000' ? '111111' : '000000')

  it('shows the code in a demonstration, and signs in with it once', async () => {
    const { body } = await request()
    expect(body).toEqual({ expiresIn: 300, demoCode: expect.stringMatching(/^\d{6}$/) })
    const first = await post('sessions/phone', { phone, code: body.demoCode })
    expect(first.status).toBe(200)
    expect(first.body.person.phoneMasked).toBe('138****1234')
    const second = await post('sessions/phone', { phone, code: body.demoCode })
    expect([second.status, second.body.code]).toEqual([401, 'phone_code_expired'])
  })

  it('keeps neither phone nor code readable in the database', async () => {
    const rows = await parts.write((tx) => tx.find(Resident))
    expect(JSON.stringify(rows)).not.toContain(phone)
  })

  it('gives five tries, counting those that come at once', async () => {
    const { demoCode } = (await request('13800001235')).body
    const guess = { phone: '13800001235', code: wrong(demoCode) }
    const answers = await Promise.all(Array.from({ length: 7 }, () => post('sessions/phone', guess)))
    expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(401))
    const right = await post('sessions/phone', { phone: '13800001235', code: demoCode })
    expect(right.body.code).toBe('phone_code_expired')
  })

  it('says how many tries are left', async () => {
    const { demoCode } = (await request('13800001236')).body
    const answer = await post('sessions/phone', { phone: '13800001236', code: wrong(demoCode) })
    expect(answer.body).toMatchObject({ code: 'phone_code_wrong', title: '验证码不对，还可以再试 4 次' })
  })

  it('takes no code after five minutes', async () => {
    const { demoCode } = (await request('13800001237')).body
    parts.present.advance(5 * minute)
    const answer = await post('sessions/phone', { phone: '13800001237', code: demoCode })
    expect(answer.body.code).toBe('phone_code_expired')
  })

  it('sends one code a minute to a phone, and says when the next one may be asked for', async () => {
    await request('13800001238')
    const answer = await request('13800001238')
    expect([answer.status, answer.body.code]).toEqual([429, 'too_many_requests'])
    expect(answer.body.retryAfter).toBeLessThanOrEqual(60)
    expect(answer.headers['retry-after']).toBe(String(answer.body.retryAfter))
    expect(answer.body.title).toMatch(/^操作太频繁，请 \d+ 秒 后再试$/)
  })

  it('refuses what is no mobile number, in words', async () => {
    const answer = await request('0379-123')
    expect(answer.body).toMatchObject({ status: 400, code: 'validation_failed' })
    expect(answer.body.errors).toEqual([{ field: 'phone', message: '请填写 11 位手机号' }])
  })
})

describe('signing in by password', () => {
  it('knows name, roles and department', async () => {
    const { status, body } = await staffSignIn('right password')
    expect(status).toBe(200)
    expect(body.person).toMatchObject({
      kind: 'staff',
      name: '周水生',
      roles: ['handler'],
      department: { id: aDepartment.id, name: '自来水公司' },
    })
  })

  it('says the same to a wrong password, an unknown account and one out of service', async () => {
    const answers = await Promise.all([
      staffSignIn('wrong'),
      staffSignIn('wrong', 'nobody'),
      staffSignIn('right password', 'retired'),
    ])
    const said = answers.map(({ status, body }) => `${status} ${body.code} ${body.title}`)
    expect(new Set(said)).toEqual(new Set(['401 account_or_password_wrong 账号或密码不对，请重新输入']))
  })

  it('refuses the eleventh failure in a quarter of an hour, and then the right password too', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => staffSignIn('wrong', 'guessed')))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(2)
  })

  it('does not count successes as failures', async () => {
    for (let i = 0; i < 12; i += 1) expect((await staffSignIn('right password')).status).toBe(200)
  })
})

describe('a session', () => {
  it('opens the own page, for a quarter of an hour', async () => {
    const { accessToken } = (await staffSignIn('right password')).body
    expect((await call('GET', 'people/me', undefined, accessToken)).body.name).toBe('周水生')
    parts.present.advance(14 * minute)
    expect((await call('GET', 'people/me', undefined, accessToken)).status).toBe(200)
    parts.present.advance(2 * minute)
    const late = await call('GET', 'people/me', undefined, accessToken)
    expect(late.body).toMatchObject({ status: 401, code: 'unauthenticated', title: '请先登录' })
  })

  it('goes on with a new refresh token each time', async () => {
    const { refreshToken } = (await staffSignIn('right password')).body
    const next = await post('sessions/refresh', { refreshToken })
    expect(next.status).toBe(200)
    expect(next.body.refreshToken).not.toBe(refreshToken)
    expect((await call('GET', 'people/me', undefined, next.body.accessToken)).status).toBe(200)
  })

  it('survives two windows that refresh at once, and an answer that got lost', async () => {
    const { refreshToken } = (await staffSignIn('right password')).body
    const answers = await Promise.all([1, 2, 3].map(() => post('sessions/refresh', { refreshToken })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const next = new Set(answers.map(({ body }) => body.refreshToken))
    expect(next.size).toBe(1)
    parts.present.advance(minute)
    expect((await post('sessions/refresh', { refreshToken })).body.refreshToken).toBe([...next][0])
    expect((await post('sessions/refresh', { refreshToken: [...next][0] })).status).toBe(200)
  })

  it.each([
    ['a minute later', 1, minute + 1],
    ['one trade later', 2, 0],
  ])('ends for thief and owner when a refresh token is used again %s', async (_, trades, wait) => {
    const { refreshToken: stolen } = (await staffSignIn('right password')).body
    let owner = stolen
    for (let n = 0; n < trades; n += 1)
      owner = (await post('sessions/refresh', { refreshToken: owner })).body.refreshToken
    parts.present.advance(wait)
    const thief = await post('sessions/refresh', { refreshToken: stolen })
    expect(thief.body).toMatchObject({ status: 401, code: 'session_ended' })
    const after = await post('sessions/refresh', { refreshToken: owner })
    expect(after.body.code).toBe('session_ended')
  })

  it('goes on from a token that nobody can guess from the one before', async () => {
    const { refreshToken } = (await staffSignIn('right password')).body
    const { body } = await post('sessions/refresh', { refreshToken })
    const other = await startParts([PeopleModule], {
      sessionSecret: 'another secret of thirty-two characters',
    })
    const [id, secret] = String(refreshToken).split('.')
    await other.write(async (tx) => {
      const [row] = await parts.write((mine) => mine.findBy(Session, { id }))
      await insertRows(tx, Staff, [await aHandler()])
      await insertRows(tx, Session, [{ ...row, tokenHash: row?.tradedHash ?? '' } as Session])
    })
    const url = '/api/v1/sessions/refresh'
    const answer = await other.app.inject({
      method: 'POST',
      url,
      payload: { refreshToken: `${id}.${secret}` },
    })
    expect(answer.statusCode).toBe(200)
    expect(answer.json().refreshToken).not.toBe(body.refreshToken)
    await other.stop()
  })

  it('lasts sixty days without use', async () => {
    const { refreshToken } = (await staffSignIn('right password')).body
    parts.present.advance(60 * 24 * 60 * minute)
    expect((await post('sessions/refresh', { refreshToken })).status).toBe(401)
  })

  it('ends when its person is put out of service', async () => {
    const { refreshToken } = (await staffSignIn('right password')).body
    const serve = (isActive: boolean) =>
      parts.write((tx) => tx.update(Staff, { account: 'shuiwu' }, { isActive }))
    await serve(false)
    expect((await post('sessions/refresh', { refreshToken })).status).toBe(401)
    await serve(true)
  })

  it('ends by signing out', async () => {
    const { accessToken, refreshToken } = (await staffSignIn('right password')).body
    expect((await call('DELETE', 'sessions/current', undefined, accessToken)).status).toBe(204)
    expect((await post('sessions/refresh', { refreshToken })).status).toBe(401)
  })

  it.each(['', 'rubbish', '01JD0000000000000000000002.x', '.', `${'x'.repeat(150)}`])(
    'is not refreshed by "%s"',
    async (refreshToken) => {
      expect((await post('sessions/refresh', { refreshToken })).body.code).toBe('session_ended')
    },
  )
})

it('lists the departments to anybody', async () => {
  const { status, body } = await call('GET', 'departments')
  expect(status).toBe(200)
  expect(body).toEqual({ items: [{ id: aDepartment.id, name: '自来水公司', kind: 'utility' }] })
})

it('sends no code where there is nobody to send it, and says what else to do', async () => {
  const real = await startParts([PeopleModule], { isDemonstration: false })
  const url = '/api/v1/phone-codes'
  const answer = await real.app.inject({ method: 'POST', url, payload: { phone: '13800001234' } })
  expect(answer.statusCode).toBe(503)
  expect(answer.json()).toMatchObject({ code: 'sms_unavailable', title: expect.stringContaining('微信') })
  await real.stop()
})

describe('a code by SMS', () => {
  let provider: SmsStandIn
  let real: Parts
  beforeAll(async () => {
    provider = await startSmsStandIn('key')
    const sms = { url: provider.url, key: 'key', signature: '民生直通' }
    real = await startParts([PeopleModule], { isDemonstration: false, sms })
  })
  afterAll(async () => {
    await real.stop()
    await provider.stop()
  })
  const ask = async (phone: string) => {
    const url = '/api/v1/phone-codes'
    return (await real.app.inject({ method: 'POST', url, payload: { phone } })).json()
  }

  it('goes to the phone and is never shown', async () => {
    expect(await ask('13800001240')).toEqual({ expiresIn: 300 })
    expect(provider.sent).toEqual([
      {
        phone: '13800001240',
        template: 'code',
        values: { code: expect.stringMatching(/^\d{6}$/) },
        signature: '民生直通',
      },
    ])
  })

  it('says what to do when the phone takes none', async () => {
    expect(await ask('17000001241')).toMatchObject({ status: 422, code: 'phone_refused' })
  })

  it('says to come back when the provider cannot send', async () => {
    provider.refuse('balance')
    expect(await ask('13800001242')).toMatchObject({ status: 503, code: 'sms_busy' })
    provider.refuse('')
    provider.breakDown(500)
    expect(await ask('13800001243')).toMatchObject({ status: 503, code: 'sms_busy' })
    provider.breakDown(200)
  })
})
