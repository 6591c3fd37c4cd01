import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { PeopleModule } from '../people/index.js'
import { type Parts, startParts } from '../people/parts.fixture.js'
import { type StandIns, startStandIns } from './index.js'

describe('a demonstration', () => {
  let plain: Parts
  let standIns: StandIns
  let parts: Parts
  beforeAll(async () => {
    plain = await startParts([])
    standIns = await startStandIns(plain.config)
    const { sms, weChat } = standIns.config
    parts = await startParts([PeopleModule], { sms, weChat })
  })
  afterAll(async () => {
    await parts.stop()
    await standIns.stop()
    await plain.stop()
  })
  const addressOf = (name: string) => standIns.messages.find((one) => one.name === name)?.url ?? ''
  const read = async (url: string) => (await fetch(url)).json()

  it('sends a code by SMS as a city does, shows it besides, and lets one read what went out', async () => {
    const payload = { phone: '13800001260' }
    const asked = await parts.app.inject({ method: 'POST', url: '/api/v1/phone-codes', payload })
    const { demoCode } = asked.json<{ demoCode: string }>()
    expect(await read(addressOf('短信'))).toEqual({
      messages: [{ ...payload, template: 'code', values: { code: demoCode }, signature: '民生直通' }],
    })
  })

  it('signs in by WeChat, and lets one read its messages', async () => {
    const signIn = { method: 'POST', url: '/api/v1/sessions/wechat', payload: { code: 'chen' } } as const
    expect((await parts.app.inject(signIn)).statusCode).toBe(200)
    expect(await read(addressOf('微信消息'))).toEqual({ messages: [] })
  })

  it('goes on when somebody asks for an SMS in other words', async () => {
    const answer = await fetch(addressOf('短信'), { method: 'POST', body: 'not json' })
    expect(await answer.json()).toEqual({ code: 'not_json' })
  })

  it('leaves alone what is configured', async () => {
    const sms = { url: 'http://127.0.0.1:9/sms', key: 'k', signature: '某市' }
    const weChat = { ...plain.config.weChat, baseUrl: 'http://127.0.0.1:9' }
    const own = await startStandIns({ ...plain.config, sms, weChat })
    expect([own.config.sms, own.config.weChat, own.messages]).toEqual([sms, weChat, []])
    await own.stop()
  })
})

it('starts none outside of a demonstration', async () => {
  const city = await startParts([], { isDemonstration: false })
  const { config, messages, stop } = await startStandIns(city.config)
  expect([config, messages]).toEqual([city.config, []])
  await stop()
  await city.stop()
})
