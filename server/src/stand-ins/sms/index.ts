import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SentSms {
  phone: string
  template: string
  values: Record<string, string>
  signature: string
}

export interface SmsStandIn {
  /** What to set SMS_URL to; asked by GET, it answers what went out. */
  url: string
  /** What went out, the oldest first. */
  sent: readonly SentSms[]
  /** How often it was asked. */
  calls: () => number
  /** So many more messages may go out. */
  quota: (left: number) => void
  /** From now on every message is refused with this code; an empty one ends it. */
  refuse: (code: string) => void
  /** From now on it answers with this status and without words; 200 ends it. */
  breakDown: (status: number) => void
  stop: () => Promise<void>
}

type Asked = SentSms & { key?: unknown }

const templates: Readonly<Record<string, readonly string[]>> = { code: ['code'], notice: ['words'] }
const mobile = /^1[3-9]\d{9}$/

/**
 * A provider of short messages, for tests and demonstrations: a real HTTP server on 127.0.0.1 that speaks
 * docs/running.md. A key that was seen is not sent twice; numbers that begin with 1700 are blocked.
 * @param key what SMS_KEY is set to
 */
export async function startSmsStandIn(key: string): Promise<SmsStandIn> {
  const sent: SentSms[] = []
  const seen = new Set<string>()
  let [calls, left, refused, status] = [0, Infinity, '', 200]

  function answer(authorization: string | undefined, body: Asked): string {
    const { phone, template, values, signature, key: once } = body
    if (authorization !== `Bearer ${key}`) return 'key_invalid'
    if (refused) return refused
    if (typeof once !== 'string' || seen.has(once)) return 'ok'
    if (!mobile.test(phone)) return 'phone_invalid'
    if (phone.startsWith('1700')) return 'phone_blocked'
    const wanted = templates[template]
    if (!wanted) return 'template_unknown'
    if (wanted.some((name) => !values[name])) return 'values_invalid'
    if (left < 1) return 'quota'
    left -= 1
    seen.add(once)
    sent.push({ phone, template, values, signature })
    return 'ok'
  }

  const server = createServer((request, response) => {
    void textOf(request).then((text) => {
      if (request.method === 'GET') return reply(response, { messages: sent })
      calls += 1
      if (status !== 200) return response.writeHead(status).end()
      const message = messageIn(text)
      return reply(response, { code: message ? answer(request.headers.authorization, message) : 'not_json' })
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  // Listening on a port, not on a pipe, so the address is an object.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/messages`,
    sent,
    calls: () => calls,
    quota: (more) => {
      left = more
    },
    refuse: (code) => {
      refused = code
    },
    breakDown: (next) => {
      status = next
    },
    stop: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections()
        server.close((error) => (error ? reject(error) : resolve()))
      }),
  }
}

const reply = (response: ServerResponse, content: object) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(content))

/** undefined when it is no JSON: whoever asks in other words must not end the demonstration. */
function messageIn(text: string): Asked | undefined {
  try {
    return JSON.parse(text) as Asked
  } catch {
    return undefined
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
