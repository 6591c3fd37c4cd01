import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { startWeChatStandIn, type StandIn } from './index.js'

let weChat: StandIn
beforeAll(async () => {
  weChat = await startWeChatStandIn()
})
afterAll(() => weChat.stop())

async function session(code: string, appid = 'wx1') {
  const query = new URLSearchParams({ appid, secret: 's', js_code: code, grant_type: 'authorization_code' })
  const answer = await fetch(`${weChat.url}/sns/jscode2session?${query.toString()}`)
  return (await answer.json()) as { openid?: string; session_key?: string; errcode?: number }
}

it('gives the same person the same openid, which is another one in another mini-program', async () => {
  const [first, second] = [await session('chen.1'), await session('chen.2')]
  expect(first.openid).toMatch(/^o[\w-]{27}$/)
  expect(second.openid).toBe(first.openid)
  expect(second.session_key).not.toBe(first.session_key)
  expect((await session('chen.3', 'wx2')).openid).not.toBe(first.openid)
})

it('takes each code once, and for five minutes', async () => {
  const codeOf = (age: number) => `wang.${Date.now() - age}`
  expect((await session(codeOf(4 * 60_000))).openid).toBeDefined()
  expect((await session(codeOf(6 * 60_000))).errcode).toBe(40029)
  await session('li')
  expect((await session('li')).errcode).toBe(40029)
})

it('refuses an empty code', async () => {
  expect((await session('')).errcode).toBe(40029)
})
