import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'

/** The same numbers from the same seed: mulberry32. */
export function aChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * What becomes of a request.
 *
 * - `lost`: it never arrives.
 * - `answerLost`: it arrives, the answer does not come back.
 * - `answerCut`: half of the answer comes back.
 * - `doubled`: it arrives twice at the same time; either answer comes back.
 * - `late`: the phone hears nothing, and it arrives only after a later request.
 * - `badGateway`: a machine in between answers.
 */
export const fates = ['lost', 'answerLost', 'answerCut', 'doubled', 'late', 'badGateway'] as const
export type Fate = (typeof fates)[number] | 'arrives'

interface Heard {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: Buffer
}
interface Answered {
  status: number
  headers: IncomingMessage['headers']
  body: Buffer
}

const whole = async (stream: AsyncIterable<Buffer>): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

/** A network between the phone and the server that is as bad as chance will have it. */
export class BadNetwork {
  readonly met: Partial<Record<Fate, number>> = {}
  /** Requests that the phone has given up and that are still on their way. */
  private readonly onTheirWay: Heard[] = []
  private readonly proxy = createServer((incoming, outgoing) => {
    this.meet(incoming, outgoing).catch(() => outgoing.destroy())
  })

  private constructor(
    private readonly server: string,
    private readonly fateOfNext: () => Fate,
  ) {}

  /** @param fateOfNext is asked for each request */
  static async before(server: string, fateOfNext: () => Fate): Promise<BadNetwork> {
    const network = new BadNetwork(server, fateOfNext)
    await new Promise<void>((listening) => network.proxy.listen(0, '127.0.0.1', listening))
    return network
  }

  get url(): string {
    const address = this.proxy.address()
    if (!address || typeof address === 'string') throw new Error('not listening')
    return `http://127.0.0.1:${address.port}`
  }

  async close(): Promise<void> {
    await this.deliverLate()
    this.proxy.closeAllConnections()
    await new Promise((closed) => this.proxy.close(closed))
  }

  private async meet(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/', headers } = incoming
    const heard: Heard = { method, path, headers, body: await whole(incoming) }
    const fate = this.fateOfNext()
    this.met[fate] = (this.met[fate] ?? 0) + 1
    await this.suffer(fate, heard, outgoing)
    if (fate !== 'late') await this.deliverLate()
  }

  private async suffer(fate: Fate, heard: Heard, outgoing: ServerResponse): Promise<void> {
    if (fate === 'lost') return void outgoing.destroy()
    if (fate === 'badGateway') return void outgoing.writeHead(502).end('<html>Bad Gateway</html>')
    if (fate === 'late') {
      this.onTheirWay.push(heard)
      return void outgoing.destroy()
    }
    const twin = fate === 'doubled' ? this.forward(heard) : null
    const [answer, other] = await Promise.all([this.forward(heard), twin])
    if (fate === 'answerLost') return void outgoing.destroy()
    if (fate !== 'answerCut') return this.give(outgoing, other ?? answer)
    outgoing.writeHead(answer.status, answer.headers)
    outgoing.write(answer.body.subarray(0, answer.body.length / 2), () => outgoing.destroy())
  }

  private give(outgoing: ServerResponse, { status, headers, body }: Answered): void {
    outgoing.writeHead(status, headers).end(body)
  }

  /** The last one first: they overtake each other. */
  private async deliverLate(): Promise<void> {
    for (let heard = this.onTheirWay.pop(); heard; heard = this.onTheirWay.pop()) await this.forward(heard)
  }

  private forward({ method, path, headers, body }: Heard): Promise<Answered> {
    return new Promise((answered, failed) => {
      const onward = request(`${this.server}${path}`, { method, headers }, (answer) => {
        whole(answer).then(
          (text) => answered({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
          failed,
        )
      })
      onward.on('error', failed).end(body)
    })
  }
}
