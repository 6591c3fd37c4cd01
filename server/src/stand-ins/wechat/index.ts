import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Accounts } from './accounts.js'
import { Codes } from './codes.js'
import { type Call, type Reply, refusal } from './protocol.js'
import { type PushTo, Push } from './push.js'
import { Safety } from './safety.js'
import { type SentMessage, Subscriptions } from './subscriptions.js'
import { Tokens } from './tokens.js'

export type { PushTo } from './push.js'
export type { SentMessage } from './subscriptions.js'

export interface StandIn {
  /** What to set WECHAT_API_BASE to. */
  url: string
  /** Where and how events are pushed from now on; until then none are. */
  pushTo: (where: PushTo) => void
  /** The person taps "allow" so many times: each lets one message through. */
  accept: (openId: string, templateId: string, times?: number) => void
  /** The messages that got through, the oldest first. */
  messages: () => readonly SentMessage[]
  /** How often a path was asked for. */
  calls: (path: string) => number
  /** Every answer from now on takes so many milliseconds. */
  slowDown: (milliseconds: number) => void
  /** From now on, every call of this path is refused with this errcode; 0 ends it. */
  refuse: (path: string, errcode: number) => void
  /** The access tokens that were handed out are good no more, though they should be. */
  forgetTokens: () => void
  /** Ends once every event that is under way has been pushed, and answers the statuses it got. */
  pushed: () => Promise<number[]>
  stop: () => Promise<void>
}

/**
 * WeChat's servers, as documented, for tests and demonstrations: a real HTTP server on 127.0.0.1. It keeps count
 * of what WeChat keeps count of (codes used, tokens, accepts), so that the server runs unchanged against it.
 *
 * Sign-in: a code is `who`, or `who.` and anything; the same `who` is always the same account. Each code is good
 * once; `who.<milliseconds since 1970>` says when it was issued and is good for five minutes. The codes `busy`,
 * `busy-once`, `too-often`, `high-risk` and `invalid` are refused.
 * Phone: the code is the number, or the number, a dot and anything; once. `invalid`, `busy` and `too-often` are
 * refused, `foreign` is a number of Hong Kong.
 * Messages: one accept lets one message through. Template ids that begin with `unknown`, pages that begin with
 * `missing`, and values that break their keyword's rule are refused.
 * Content: a text with 【违规】 is risky, one with 【存疑】 is for review; so are the photos of an account whose
 * `who` begins with `risky` or `review`. The verdict on photos is pushed later, signed and encrypted.
 *
 * For a client in another process: `POST /stand-in/accept {code | openid, template_id}` is a tap on "allow", and
 * `GET /stand-in/messages` what has been sent.
 * @param port 0 takes any free one
 * @param now the present, when it is not the clock's
 */
export async function startWeChatStandIn(port = 0, now: () => Date = () => new Date()): Promise<StandIn> {
  const tokens = new Tokens(now)
  const accounts = new Accounts(now)
  const push = new Push(now)
  const subscriptions = new Subscriptions()
  const safety = new Safety(accounts, push)
  const codes = new Codes()
  const calls = new Map<string, number>()
  const refused = new Map<string, number>()
  let slowness = 0

  const open: Readonly<Record<string, (call: Call) => Reply>> = {
    'GET /sns/jscode2session': (call) => accounts.session(call),
    'POST /cgi-bin/stable_token': (call) => tokens.issue(call),
    'POST /stand-in/accept': ({ body }) => {
      const openId = typeof body.code === 'string' ? accounts.openIdOf(body.code) : String(body.openid)
      subscriptions.accept(openId, String(body.template_id), 1)
      return { errcode: 0, openid: openId }
    },
    'GET /stand-in/messages': () => ({ messages: subscriptions.sent }),
  }
  const withToken: Readonly<Record<string, (call: Call) => Reply>> = {
    'POST /wxa/business/getuserphonenumber': (call) => accounts.phone(call),
    'POST /cgi-bin/message/subscribe/send': (call) => subscriptions.send(call),
    'POST /wxa/msg_sec_check': (call) => safety.text(call),
    'POST /wxa/media_check_async': (call) => safety.media(call),
    'POST /wxa/getwxacodeunlimit': (call) => codes.image(call),
    'POST /wxa/generate_urllink': (call) => codes.urlLink(call),
  }

  function answer(call: Call): Reply | undefined {
    const route = `${call.method} ${call.path}`
    const errcode = refused.get(call.path)
    if (errcode) return refusal(errcode)
    if (open[route]) return open[route](call)
    const known = withToken[route]
    return known && (tokens.wrongWith(call) ?? known(call))
  }

  const server = createServer((request, response) => {
    void callOf(request).then(async (call) => {
      calls.set(call.path, (calls.get(call.path) ?? 0) + 1)
      if (slowness > 0) await wait(slowness)
      reply(response, answer(call))
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  // Listening on a port, not on a pipe, so the address is an object.
  const { port: taken } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${taken}`,
    pushTo: (where) => push.to(where),
    accept: (openId, templateId, times = 1) => subscriptions.accept(openId, templateId, times),
    messages: () => subscriptions.sent,
    calls: (path) => calls.get(path) ?? 0,
    slowDown: (milliseconds) => {
      slowness = milliseconds
    },
    refuse: (path, errcode) => void refused.set(path, errcode),
    forgetTokens: () => tokens.forget(),
    pushed: () => push.finished(),
    stop: async () => {
      await push.finished()
      await stop(server)
    },
  }
}

async function callOf(request: IncomingMessage): Promise<Call> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    body: bodyOf(Buffer.concat(chunks).toString()),
  }
}

function bodyOf(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text || '{}') as Record<string, unknown>
  } catch {
    // Documented: errcode 47001. Every route that needs a body finds nothing in it.
    return { isBroken: true }
  }
}

/** WeChat answers JSON as text/plain, and its refusals with status 200. */
function reply(response: ServerResponse, content: Reply | undefined): void {
  if (Buffer.isBuffer(content)) response.writeHead(200, { 'content-type': 'image/jpeg' }).end(content)
  else
    response
      .writeHead(content ? 200 : 404, { 'content-type': 'text/plain' })
      .end(JSON.stringify(content ?? {}))
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())))
}
