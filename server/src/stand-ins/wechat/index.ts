import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface StandIn {
  /** What to set WECHAT_API_BASE to. */
  url: string
  stop: () => Promise<void>
}

/** Milliseconds that a code of `wx.login` is good for. */
const CODE_LIFE = 5 * 60_000
const REMEMBERED_CODES = 10_000
const isTime = /^\d{13}$/

/** Codes that make WeChat refuse, with its documented errcode. */
const provoked: Readonly<Record<string, number>> = {
  busy: -1,
  'too-often': 45011,
  'high-risk': 40226,
  invalid: 40029,
}

const words: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40013: 'invalid appid',
  40029: 'invalid code',
  45011: 'api minute-quota reach limit, please retry next minute',
  40226: 'code blocked',
}

/**
 * WeChat's jscode2session, spoken as documented, for tests and demonstrations: a real HTTP server on
 * 127.0.0.1. A code is `who`, or `who.` and anything; the same `who` is always the same account. Each code is
 * good once; `who.<milliseconds since 1970>` says when it was issued and is good for five minutes. The codes `busy`, `busy-once`, `too-often`, `high-risk` and `invalid` are refused.
 * @param port 0 takes any free one
 */
export async function startWeChatStandIn(port = 0): Promise<StandIn> {
  const used = new Set<string>()
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const isKnown = request.method === 'GET' && url.pathname === '/sns/jscode2session'
    // WeChat answers JSON as text/plain, and its refusals with status 200.
    response.writeHead(isKnown ? 200 : 404, { 'content-type': 'text/plain' })
    response.end(JSON.stringify(isKnown ? answer(url.searchParams, used) : {}))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  // Listening on a port, not on a pipe, so the address is an object.
  const { port: taken } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${taken}`, stop: () => stop(server) }
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())))
}

const refusal = (errcode: number) => ({ errcode, errmsg: words[errcode] })

function answer(query: URLSearchParams, used: Set<string>): object {
  const [appId, code] = [query.get('appid') ?? '', query.get('js_code') ?? '']
  if (!appId || !query.get('secret')) return refusal(40013)
  const [who = '', issuedAt = ''] = code.split('.')
  const isReused = used.has(code)
  remember(used, code)
  if (who === 'busy-once' && !isReused) return refusal(-1)
  const errcode = provoked[who]
  if (errcode !== undefined) return refusal(errcode)
  const isOld = isTime.test(issuedAt) && Date.now() - Number(issuedAt) > CODE_LIFE
  if (!who || isOld || (isReused && who !== 'busy-once')) return refusal(40029)
  return { openid: `o${digest(`${appId} ${who}`).slice(0, 27)}`, session_key: digest(`session of ${code}`) }
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url')

function remember(used: Set<string>, code: string): void {
  used.add(code)
  if (used.size <= REMEMBERED_CODES) return
  for (const oldest of used) {
    used.delete(oldest)
    return
  }
}
