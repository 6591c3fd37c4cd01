import { connect } from 'node:net'

/** Milliseconds after which a request without an answer ends the bench. */
const patience = 30_000

/**
 * A load generator that costs little, because it shares the machine with what it measures: plain sockets, one request
 * at a time on each, sent again as soon as the answer is whole.
 *
 * @typedef {{ method: string, path: string, headers?: Record<string, string>, body?: string }} Request
 * @typedef {{ seconds: number, statuses: Map<number, number>, latencies: Float64Array }} Measured latencies in
 *   milliseconds, sorted
 * @param {{ port: number, connections: number, seconds?: number, requests?: number, next: () => Request }} options
 *   ends after so many seconds or so many requests
 * @returns {Promise<Measured>}
 */
export async function load({ port, connections, seconds = Infinity, requests = Infinity, next }) {
  const statuses = new Map()
  const latencies = []
  const begin = performance.now()
  const until = begin + seconds * 1000
  const isOver = () => performance.now() >= until || latencies.length > requests - connections
  const answered = (status, milliseconds) => {
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    latencies.push(milliseconds)
  }
  await Promise.all(Array.from({ length: connections }, () => keepAsking({ port, next, answered, isOver })))
  return {
    // The last answers come after the end; they count, and so does the time that they took.
    seconds: (performance.now() - begin) / 1000,
    statuses,
    latencies: Float64Array.from(latencies).sort(),
  }
}

/** One request, and its answer's status and text. */
export async function ask(port, request) {
  const { method, path, headers, body } = request
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    body,
  })
  return { status: answer.status, text: await answer.text() }
}

/** Sends one request after the other on one connection. */
const keepAsking = ({ port, next, answered, isOver }) =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1').setNoDelay()
    let received = Buffer.alloc(0)
    let sentAt = 0
    const send = () => {
      const bytes = written(next())
      sentAt = performance.now()
      socket.write(bytes)
    }
    socket.once('connect', send)
    socket.once('error', reject)
    socket.setTimeout(patience, () => socket.destroy(new Error('The program did not answer.')))
    socket.once('close', () => (isOver() ? resolve() : reject(new Error('The program closed a connection.'))))
    socket.on('data', (piece) => {
      received = received.length === 0 ? piece : Buffer.concat([received, piece])
      const status = statusWhenWhole(received)
      if (status === undefined) return
      received = Buffer.alloc(0)
      answered(status, performance.now() - sentAt)
      if (isOver()) socket.end()
      else send()
    })
  })

function written({ method, path, headers = {}, body = '' }) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const about = body ? `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n` : ''
  return `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('')}${about}\r\n${body}`
}

const headEnd = Buffer.from('\r\n\r\n')

/** The status of an answer that is whole, else undefined. All programs here say how long their answers are. */
function statusWhenWhole(bytes) {
  const end = bytes.indexOf(headEnd)
  if (end < 0) return undefined
  const head = bytes.latin1Slice(0, end)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error(`An answer does not say how long it is:\n${head}`)
  return bytes.length >= end + 4 + Number(length) ? Number(head.slice(9, 12)) : undefined
}
