import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { MINUTE } from '@minsheng/shared'
import { PeopleModule } from '../people/index.js'
import { type Parts, startParts } from '../people/parts.fixture.js'
import { UnitOfWork } from '../platform/database/index.js'
import { startWeChatStandIn, type StandIn } from '../stand-ins/wechat/index.js'
import { WeChat, WeChatRefusal, WeChatUnreachable } from './index.js'
import { remedyOf } from './wechat-errors.js'
import { WeChatHttp } from './wechat-http.js'
import { WeChatToken } from './wechat-token.entity.js'
import { WeChatTokens } from './wechat-tokens.js'

const HOUR = 60 * MINUTE
const appSecret = 'the-app-secret'
const tokenPath = '/cgi-bin/stable_token'

let parts: Parts
let standIn: StandIn
beforeAll(async () => {
  const held: { now: () => Date } = { now: () => new Date() }
  standIn = await startWeChatStandIn(0, () => held.now())
  parts = await startParts([PeopleModule], { weChat: { appId: 'wx1', appSecret, baseUrl: standIn.url } })
  held.now = () => parts.present.now()
})
afterAll(async () => {
  await parts.stop()
  await standIn.stop()
})

const weChat = () => parts.app.get(WeChat)
const signedIn = (who: string) => weChat().openIdOf(`${who}.${Math.random()}`)

/** Another server on the same database, with a memory of its own. */
const anotherServer = () => {
  const writer = parts.app.get(UnitOfWork)
  const http = new WeChatHttp(parts.config)
  const tokens = new WeChatTokens(parts.config, http, writer, parts.present)
  return { tokens, weChat: new WeChat(parts.config, http, tokens) }
}
const tokenCalls = () => standIn.calls(tokenPath)

describe('the access token', () => {
  it('is fetched once by many servers that need it at the same time', async () => {
    parts.present.advance(3 * HOUR)
    const before = tokenCalls()
    const servers = Array.from({ length: 5 }, anotherServer)
    const tokens = await Promise.all(servers.flatMap(({ tokens: each }) => [each.current(), each.current()]))
    expect(new Set(tokens).size).toBe(1)
    expect(tokenCalls() - before).toBe(1)
  })

  it('is kept until five minutes before it expires', async () => {
    const { tokens } = anotherServer()
    const first = await tokens.current()
    const before = tokenCalls()
    parts.present.advance(114 * MINUTE)
    expect(await tokens.current()).toBe(first)
    expect(tokenCalls()).toBe(before)
    parts.present.advance(2 * MINUTE)
    expect(await tokens.current()).not.toBe(first)
  })

  it('is replaced once when WeChat takes it no more, and the call is made again', async () => {
    const openId = await signedIn('zhou')
    await weChat().checkText(openId, '路灯不亮')
    standIn.forgetTokens()
    parts.present.advance(2 * MINUTE)
    const before = tokenCalls()
    expect(await weChat().checkText(openId, '路灯不亮')).toEqual({ suggest: 'pass', label: 100 })
    expect(tokenCalls() - before).toBe(1)
  })

  it('is replaced by one server; the others take what that one has got', async () => {
    const servers = [anotherServer(), anotherServer(), anotherServer()]
    const openId = await signedIn('zhou')
    for (const { tokens } of servers) await tokens.current()
    standIn.forgetTokens()
    const before = tokenCalls()
    await Promise.all(servers.map((each) => each.weChat.checkText(openId, '路灯不亮')))
    expect(tokenCalls() - before).toBe(1)
  })

  it('is not forced again and again when the call is refused with the new one too', async () => {
    const alone = anotherServer()
    await alone.tokens.current()
    standIn.refuse('/wxa/msg_sec_check', 40001)
    const first = await alone.tokens.current()
    await expect(alone.weChat.checkText('o', '路灯')).rejects.toMatchObject({ errcode: 40001 })
    const forced = await alone.tokens.current()
    await expect(alone.weChat.checkText('o', '路灯')).rejects.toMatchObject({ errcode: 40001 })
    standIn.refuse('/wxa/msg_sec_check', 0)
    expect(forced).not.toBe(first)
    expect(await alone.tokens.current()).toBe(forced)
  })

  it('is fetched by somebody else when the server that began has died', async () => {
    const long = new Date(parts.present.now().getTime() + 19_000)
    await parts.write((tx) =>
      tx.update(WeChatToken, { appId: 'wx1' }, { token: null, leaseOwner: 'dead', leaseUntil: long }),
    )
    const waiting = anotherServer().tokens.current()
    parts.present.advance(20_000)
    expect(await waiting).toMatch(/^[\w-]{80,}$/)
  })

  it('leaves the lease free when WeChat refuses it', async () => {
    parts.present.advance(3 * HOUR)
    standIn.refuse(tokenPath, 45009)
    await expect(anotherServer().tokens.current()).rejects.toMatchObject({ errcode: 45009, remedy: 'later' })
    standIn.refuse(tokenPath, 0)
    expect(await anotherServer().tokens.current()).toBeTruthy()
  })
})

describe('a refusal', () => {
  it.each([
    [-1, 'later'],
    [45009, 'later'],
    [45011, 'later'],
    [40001, 'renewToken'],
    [42001, 'renewToken'],
    [43101, 'notAllowed'],
    [40037, 'never'],
    [41030, 'never'],
    [47003, 'never'],
    [61010, 'never'],
    [99999, 'later'],
  ])('with errcode %i asks for: %s', (errcode, remedy) => {
    expect(remedyOf(errcode)).toBe(remedy)
  })

  it('says path and errcode, and neither token nor secret nor whose it was', async () => {
    const message = {
      openId: 'nobody',
      templateId: 'unknown-1',
      page: 'pages/need/index',
      data: { thing1: '私事' },
    }
    const error = await weChat()
      .sendSubscribeMessage(message)
      .catch((refused: unknown) => refused)
    expect(error).toBeInstanceOf(WeChatRefusal)
    const told = `${String(error)} ${JSON.stringify(error)}`
    expect(told).toContain('/cgi-bin/message/subscribe/send with errcode 40003')
    const row = await parts.write((tx) => tx.findOneByOrFail(WeChatToken, { appId: 'wx1' }))
    for (const secret of [row.token ?? '', appSecret, 'nobody', '私事']) expect(told).not.toContain(secret)
  })

  it('says nothing of the address when WeChat cannot be reached', async () => {
    const away = { ...parts.config, weChat: { appId: 'wx1', appSecret, baseUrl: 'http://127.0.0.1:1' } }
    const error = await new WeChatHttp(away)
      .json('/sns/jscode2session', { query: { secret: appSecret } })
      .catch(String)
    expect(error).toMatch(/WeChat cannot be reached for \/sns\/jscode2session/)
    expect(error).not.toContain(appSecret)
  })

  it('is made of what is no answer at all', async () => {
    const error = await new WeChatHttp(parts.config)
      .json('/no/such/path', {})
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(WeChatUnreachable)
  })
})

describe('each call', () => {
  beforeEach(() => standIn.slowDown(0))

  it('sends what the stand-in, which knows the documents, takes', async () => {
    const openId = await signedIn('qian')
    standIn.accept(openId, 't1')
    const data = {
      thing1: '路灯不亮',
      phrase2: '办理中',
      time3: '2026-11-20 10:00',
      character_string4: 'MS20261120-0001-1',
    }
    await weChat().sendSubscribeMessage({ openId, templateId: 't1', page: 'pages/need/index?id=1', data })
    expect(standIn.messages().at(-1)).toEqual({
      openId,
      templateId: 't1',
      page: 'pages/need/index?id=1',
      data,
    })
    expect(await weChat().phoneOf('13812345678.1')).toBe('13812345678')
    expect(await weChat().checkText(openId, `${'长'.repeat(3_000)}【违规】`)).toEqual({
      suggest: 'pass',
      label: 100,
    })
    expect(await weChat().checkText(openId, '【违规】')).toEqual({ suggest: 'risky', label: 20002 })
    expect(await weChat().checkPhoto(openId, 'https://example.cn/1.jpg')).toMatch(/^[0-9a-f-]{36}$/)
    expect(await weChat().urlLink('pages/need/index', 'id=1')).toMatch(/^https:\/\/wxaurl\.cn\//)
    const code = await weChat().codeImage('d-xuefu-12-1', 'pages/home/index')
    expect(code.subarray(0, 2).toString('hex')).toBe('ffd8')
  })

  it.each([
    ['value too long', { thing1: '字'.repeat(21) }, 47003],
    ['keyword unknown', { nothing1: '字' }, 47003],
  ])('is refused for a message with a %s', async (_what, data, errcode) => {
    const openId = await signedIn('sun')
    const sending = weChat().sendSubscribeMessage({ openId, templateId: 't1', page: 'p', data })
    await expect(sending).rejects.toMatchObject({ errcode })
  })

  it.each(['', '望江门', 'a%20b', 'x'.repeat(33)])('makes no code for the scene "%s"', async (scene) => {
    await expect(weChat().codeImage(scene, 'pages/home/index')).rejects.toThrow(RangeError)
  })

  it.each([
    ['foreign', 'phone_foreign', 422],
    ['invalid', 'wechat_code_invalid', 422],
    ['too-often', 'too_many_requests', 429],
    ['busy', 'wechat_unavailable', 503],
  ])('answers the phone code "%s" with %s', async (code, expected, status) => {
    await expect(weChat().phoneOf(code)).rejects.toMatchObject({ code: expected, status })
  })

  it('takes a phone code once', async () => {
    await weChat().phoneOf('13812345678.once')
    await expect(weChat().phoneOf('13812345678.once')).rejects.toMatchObject({ code: 'wechat_code_invalid' })
  })
})
