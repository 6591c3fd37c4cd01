import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals'
import { startSmsStandIn, type SmsStandIn } from '../stand-ins/sms/index.js'
import { HttpSmsSender } from './http-sms-sender.js'
import type { SmsMessage } from './sms-sender.js'

let provider: SmsStandIn
let sender: HttpSmsSender
beforeAll(async () => {
  provider = await startSmsStandIn('the key')
  sender = new HttpSmsSender({ url: provider.url, key: 'the key', signature: '民生直通' })
})
afterEach(() => {
  provider.refuse('')
  provider.breakDown(200)
  provider.quota(Infinity)
})
afterAll(() => provider.stop())

let keys = 0
const aMessage = (change: Partial<SmsMessage> = {}): SmsMessage => {
  keys += 1
  return { phone: '13800001234', template: 'code', values: { code: '246810' }, key: `key ${keys}`, ...change }
}

it('sends what the provider’s template takes, under our signature', async () => {
  await sender.send(aMessage())
  expect(provider.sent.at(-1)).toEqual({
    phone: '13800001234',
    template: 'code',
    values: { code: '246810' },
    signature: '民生直通',
  })
})

it('is one message for one key, however often it is sent', async () => {
  const before = provider.sent.length
  const message = aMessage()
  await Promise.all([sender.send(message), sender.send(message), sender.send(message)])
  expect(provider.sent.length).toBe(before + 1)
})

it.each([
  ['phone_invalid', 'never', () => sender.send(aMessage({ phone: '037912345' }))],
  ['phone_blocked', 'never', () => sender.send(aMessage({ phone: '17000000000' }))],
  ['values_invalid', 'never', () => sender.send(aMessage({ values: {} }))],
  [
    'key_invalid',
    'never',
    () => new HttpSmsSender({ url: provider.url, key: 'wrong', signature: '' }).send(aMessage()),
  ],
  ['quota', 'later', () => (provider.quota(0), sender.send(aMessage()))],
  ['balance', 'later', () => (provider.refuse('balance'), sender.send(aMessage()))],
  ['unheard_of', 'later', () => (provider.refuse('unheard_of'), sender.send(aMessage()))],
])('is refused with %s: the same message may go out %s', async (code, remedy, send) => {
  await expect(send()).rejects.toMatchObject({ code, remedy })
})

it.each([
  [() => provider.breakDown(502), 'status 502'],
  [() => provider.refuse('手机号 13800001234 有误'), 'an answer without a code'],
])('says neither phone nor words when the provider is out of order', async (happen, reason) => {
  happen()
  await expect(sender.send(aMessage())).rejects.toThrow(`the SMS provider cannot be reached: ${reason}`)
})

it('says no address when nobody answers', async () => {
  const nowhere = new HttpSmsSender({ url: 'http://127.0.0.1:1/?secret=1', key: 'k', signature: '' })
  await expect(nowhere.send(aMessage())).rejects.toThrow(/cannot be reached: \w+$/)
})
