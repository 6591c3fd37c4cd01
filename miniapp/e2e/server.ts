import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { toGcj02 } from '../src/platform/gcj02'

const root = resolve(__dirname, '../..')

export interface RunningServer {
  url: string
  stop: () => Promise<void>
}

declare global {
  var serversUnderTest: RunningServer[] | undefined
}

const freePort = () =>
  new Promise<number>((found, failed) => {
    const probe = createServer()
    probe.on('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? found(address.port) : failed(new Error('no port')),
      )
    })
  })

/**
 * Starts the built server in demonstration mode on a free port, with a data folder that is removed at the end.
 * @param settings over those of the tests
 */
export async function startServer(settings: Record<string, string> = {}): Promise<RunningServer> {
  const port = await freePort()
  const data = mkdtempSync(join(tmpdir(), 'minsheng-'))
  const server = spawn(process.execPath, [join(root, 'server/dist/main.js')], {
    env: {
      ...process.env,
      NODE_ENV: '',
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: data,
      DEMONSTRATION: 'true',
      TRUSTED_PROXIES: '1',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const listen = (text: Buffer) => (said += text.toString())
  server.stdout.on('data', listen)
  server.stderr.on('data', listen)
  const ended = new Promise<never>((_, failed) =>
    server.once('exit', (code) => failed(new Error(`the server ended with ${code}:\n${said}`))),
  )
  ended.catch(() => {}) // it also ends when it is told to
  const url = `http://127.0.0.1:${port}`
  await Promise.race([answers(`${url}/readyz`), ended])
  return {
    url,
    async stop() {
      const gone = new Promise((done) => server.once('exit', done))
      server.kill('SIGTERM')
      await gone
      rmSync(data, { recursive: true, force: true })
    },
  }
}

async function answers(url: string): Promise<void> {
  for (const deadline = Date.now() + 240_000; Date.now() < deadline;) {
    const isReady = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) return
    await new Promise((next) => setTimeout(next, 100))
  }
  throw new Error(`${url} did not answer`)
}

let ownServer: RunningServer | undefined
/** From now on the stories of this file are on a server of their own. */
export const moveTo = (server: RunningServer) => void (ownServer = server)

/** The server of this worker: stories that run side by side do not meet. */
export const serverUrl = (): string => {
  const { SERVERS_UNDER_TEST, JEST_WORKER_ID } = process.env
  const url = ownServer?.url ?? SERVERS_UNDER_TEST?.split(' ')[Number(JEST_WORKER_ID) - 1]
  if (!url) throw new Error('no server: run by the configuration e2e/jest.config.js')
  return url
}

/** What the server says on a public route. */
export const publicly = async <T>(path: string): Promise<T> =>
  (await fetch(`${serverUrl()}/api/v1${path}`)).json() as Promise<T>

/** A community, and the point that a browser's GPS would give in the middle of it. */
export async function aCommunity(
  index = 0,
): Promise<{ name: string; gps: { latitude: number; longitude: number } }> {
  const { items } = await publicly<{ items: { name: string; latitude: number; longitude: number }[] }>(
    '/areas?level=community',
  )
  const area = items[index]
  if (!area) throw new Error('the demonstration district has no such community')
  return { name: area.name, gps: gpsOf(area) }
}

/** The point that a browser's GPS gives where a map of China has this one. */
export function gpsOf({ latitude, longitude }: { latitude: number; longitude: number }) {
  const moved = toGcj02(latitude, longitude)
  return { latitude: 2 * latitude - moved.latitude, longitude: 2 * longitude - moved.longitude }
}
