import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { MINUTE } from '@minsheng/shared'
import { PeopleModule } from '../people/index.js'
import { type Parts, startParts } from '../people/parts.fixture.js'
import { type PushedEvent, WeChatEvents } from './index.js'

let parts: Parts
let seen: PushedEvent[]
let fails: Error | undefined
beforeAll(async () => {
  parts = await startParts([PeopleModule])
  parts.app.get(WeChatEvents).on('test', async (_tx, event) => {
    if (fails) throw fails
    seen.push(event)
  })
})
beforeEach(() => {
  seen = []
  fails = undefined
})
afterAll(() => parts.stop())

const sha1 = (...words: string[]) => createHash('sha1').update(words.sort().join('')).digest('hex')

/** Encrypts by hand what WeChat's documents describe. */
function encrypt(message: string, appId = parts.config.weChat.appId, key = parts.config.weChatEvents.aesKey) {
  const body = Buffer.from(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const plain = Buffer.concat([randomBytes(16), length, body, Buffer.from(appId)])
  const padding = 32 - (plain.length % 32)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([plain, Buffer.alloc(padding, padding)])
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64')
}

interface Pushed {
  encrypted?: string
  at?: Date
  token?: string
  nonce?: string
}
async function push({ encrypted, at, token, nonce = randomBytes(4).toString('hex') }: Pushed = {}) {
  const Encrypt = encrypted ?? encrypt(JSON.stringify({ Event: 'test', n: 1 }))
  const timestamp = String(Math.floor((at ?? parts.present.now()).getTime() / 1_000))
  const signature = sha1(token ?? parts.config.weChatEvents.token, timestamp, nonce, Encrypt)
  const query = new URLSearchParams({
    timestamp,
    nonce,
    msg_signature: signature,
    encrypt_type: 'aes',
    openid: 'o',
  })
  const url = `/api/v1/wechat/events?${query.toString()}`
  const answer = await parts.app.inject({ method: 'POST', url, payload: { ToUserName: 'gh', Encrypt } })
  return { status: answer.statusCode, body: answer.body }
}

it('takes a signed and encrypted event, Chinese letters and all', async () => {
  const event = { Event: 'test', words: '审核结果：通过' }
  expect(await push({ encrypted: encrypt(JSON.stringify(event)) })).toEqual({ status: 200, body: 'success' })
  expect(seen).toEqual([event])
})

it('refuses the same event a second time', async () => {
  const encrypted = encrypt(JSON.stringify({ Event: 'test' }))
  await push({ encrypted, nonce: 'same' })
  const again = await push({ encrypted, nonce: 'same' })
  expect([again.status, again.body]).toEqual([409, expect.stringContaining('event_replayed')])
  expect(seen).toHaveLength(1)
})

it('takes an event again that it could not handle', async () => {
  const encrypted = encrypt(JSON.stringify({ Event: 'test' }))
  fails = new Error('not now')
  expect((await push({ encrypted, nonce: 'retried' })).status).toBe(500)
  fails = undefined
  expect((await push({ encrypted, nonce: 'retried' })).status).toBe(200)
  expect(seen).toHaveLength(1)
})

it('takes an event that nobody waits for, and does nothing', async () => {
  expect((await push({ encrypted: encrypt(JSON.stringify({ Event: 'other' })) })).status).toBe(200)
})

it.each<[string, Pushed & { minutes?: number }, number, string]>([
  ['signed with another token', { token: 'guessed' }, 403, 'event_signature_wrong'],
  ['from six minutes ago', { minutes: -6 }, 403, 'event_too_old'],
  ['from the future', { minutes: 6 }, 403, 'event_too_old'],
  ['that is not encrypted', { encrypted: 'eyJFdmVudCI6InRlc3QifQ==' }, 400, 'event_unreadable'],
  ['that is empty', { encrypted: '' }, 400, 'event_unreadable'],
])('refuses an event %s', async (_what, { minutes = 0, ...pushed }, status, code) => {
  const at = new Date(parts.present.now().getTime() + minutes * MINUTE)
  const answer = await push({ ...pushed, at })
  expect([answer.status, answer.body]).toEqual([status, expect.stringContaining(code)])
  expect(seen).toEqual([])
})

it('refuses an event for another mini-program, and one made with another key', async () => {
  const other = await push({ encrypted: encrypt('{"Event":"test"}', 'wx-other') })
  const guessed = await push({ encrypted: encrypt('{"Event":"test"}', undefined, randomBytes(32)) })
  expect([other.status, guessed.status]).toEqual([400, 400])
  expect(seen).toEqual([])
})

it.each([{}, { Encrypt: 5 }, []])('refuses the body %j', async (payload) => {
  const answer = await parts.app.inject({ method: 'POST', url: '/api/v1/wechat/events', payload })
  expect(answer.json()).toMatchObject({ status: 400, code: 'event_unreadable' })
})

it('answers the question that WeChat asks at registration, and nobody else’s', async () => {
  const ask = (token: string) => {
    const query = { signature: sha1(token, '1', '2'), timestamp: '1', nonce: '2', echostr: 'echo-me' }
    const url = `/api/v1/wechat/events?${new URLSearchParams(query).toString()}`
    return parts.app.inject({ method: 'GET', url })
  }
  const right = await ask(parts.config.weChatEvents.token)
  expect([right.statusCode, right.body]).toEqual([200, 'echo-me'])
  expect((await ask('guessed')).statusCode).toBe(403)
})
