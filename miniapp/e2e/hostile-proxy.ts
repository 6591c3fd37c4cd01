import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Chance of a run: the same seed gives the same numbers. mulberry32 */
export function chance(seed: number) {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    /** 0 ≤ a whole number < below */
    below: (below: number): number => Math.floor(next() * below),
    happens: (share: number): boolean => next() < share,
    of: <Item>(items: readonly Item[]): Item => {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new Error('nothing to choose from')
      return item
    },
  }
}
export type Chance = ReturnType<typeof chance>

/** What a bad line does to a request. */
export const fates = [
  'passes',
  'passes late',
  'is lost',
  'arrives, and its answer is lost',
  'arrives, and its answer is cut in two',
  'arrives twice at once',
  'arrives, and once more much later',
  'meets a server that is away',
  'is asked to come later',
] as const
export type Fate = (typeof fates)[number]

interface Request {
  method: string
  path: string
  headers: Record<string, string>
  body: Buffer
}
interface Answer {
  status: number
  type: string
  body: Buffer
}

/** A proxy before the server that treats each request as a phone in a basement is treated. */
export async function startHostileProxy(target: string, luck: Chance) {
  const counts = new Map<Fate, number>()
  /** Copies that wait on the way, to arrive after what was sent later. */
  const stragglers: Request[] = []
  let isCalm = false

  async function forward({ method, path, headers, body }: Request): Promise<Answer> {
    const answer = await fetch(target + path, {
      method,
      headers,
      ...(method !== 'GET' && { body: new Uint8Array(body) }),
    })
    return {
      status: answer.status,
      type: answer.headers.get('content-type') ?? '',
      body: Buffer.from(await answer.arrayBuffer()),
    }
  }

  /** Lets what waits arrive, in another order; nobody hears the answers any more. */
  async function letStragglersArrive(share: number): Promise<void> {
    const arriving = stragglers.filter(() => luck.happens(share)).reverse()
    for (const each of arriving) stragglers.splice(stragglers.indexOf(each), 1)
    await Promise.all(arriving.map((each) => forward(each).catch(() => undefined)))
  }

  async function treat(request: Request, response: ServerResponse): Promise<void> {
    const fate = isCalm ? 'passes' : luck.happens(0.4) ? 'passes' : luck.of(fates)
    counts.set(fate, (counts.get(fate) ?? 0) + 1)
    const cut = () => void response.destroy()
    switch (fate) {
      case 'passes':
        return reply(response, await forward(request))
      case 'passes late':
        await letStragglersArrive(0.5)
        return reply(response, await forward(request))
      case 'is lost':
        return cut()
      case 'arrives, and its answer is lost':
        await forward(request)
        return cut()
      case 'arrives, and its answer is cut in two': {
        const { status, type, body } = await forward(request)
        response.writeHead(status, { 'content-type': type, 'content-length': body.length })
        response.write(body.subarray(0, Math.floor(body.length / 2)), cut)
        return
      }
      case 'arrives twice at once': {
        const [one, other] = await Promise.all([forward(request), forward(request)])
        return reply(response, luck.happens(0.5) ? one : other)
      }
      case 'arrives, and once more much later':
        stragglers.push(request)
        return reply(response, await forward(request))
      case 'meets a server that is away':
        return reply(response, problem(luck.of([500, 502, 503, 504])))
      case 'is asked to come later':
        return reply(response, problem(429))
    }
  }

  const server = createServer((incoming, response) => {
    void received(incoming)
      .then((request) => treat(request, response))
      .catch(() => response.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    counts,
    /** From now on everything passes, and what still waits on the way arrives. */
    async calm(): Promise<void> {
      isCalm = true
      while (stragglers.length > 0) await letStragglersArrive(1)
    },
    async stop(): Promise<void> {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

const problem = (status: number): Answer => ({
  status,
  type: 'application/problem+json',
  body: Buffer.from(JSON.stringify({ status, code: 'away', title: '稍后再试' })),
})

function reply(response: ServerResponse, { status, type, body }: Answer): void {
  response.writeHead(status, { 'content-type': type, 'content-length': body.length }).end(body)
}

async function received(incoming: IncomingMessage): Promise<Request> {
  const pieces: Buffer[] = []
  for await (const piece of incoming) pieces.push(piece as Buffer)
  const { authorization = '', 'content-type': type } = incoming.headers
  const key = incoming.headers['idempotency-key']
  return {
    method: incoming.method ?? 'GET',
    path: incoming.url ?? '/',
    headers: {
      authorization,
      ...(type && { 'content-type': type }),
      ...(typeof key === 'string' && { 'idempotency-key': key }),
    },
    body: Buffer.concat(pieces),
  }
}
