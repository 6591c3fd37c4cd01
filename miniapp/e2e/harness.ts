import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import {
  chromium,
  type Browser,
  type BrowserContext,
  type CDPSession,
  type Locator,
  type Page,
  type Request,
} from 'playwright-core'
import { toGcj02 } from '../src/platform/gcj02'

const root = resolve(__dirname, '../..')
/** Where the pictures of the screens are kept. */
export const screens = join(root, 'artifacts/screens')
/** Pictures of the README: copied from the screens when README_IMAGES is set. */
const readmeImages = process.env.README_IMAGES ? join(root, 'docs/images') : null

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
  for (const deadline = Date.now() + 120_000; Date.now() < deadline;) {
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

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  })

/** A community, and the point that a browser's GPS would give in the middle of it. */
export async function aCommunity(
  index = 0,
): Promise<{ name: string; gps: { latitude: number; longitude: number } }> {
  const { items } = await publicly<{ items: { name: string; latitude: number; longitude: number }[] }>(
    '/areas?level=community',
  )
  const area = items[index]
  if (!area) throw new Error('the demonstration district has no such community')
  const moved = toGcj02(area.latitude, area.longitude)
  return {
    name: area.name,
    gps: { latitude: 2 * area.latitude - moved.latitude, longitude: 2 * area.longitude - moved.longitude },
  }
}

export interface DeviceOptions {
  width?: number
  height?: number
  gps?: { latitude: number; longitude: number }
  isDark?: boolean
  /** What the browser has kept from an earlier visit. */
  memory?: Record<string, string>
}

/** A phone (or a window of another size) with a memory of its own. Errors on its pages fail the test. */
export class Device {
  readonly troubles: string[] = []
  /** Presses so far. */
  taps = 0
  private devtools: CDPSession | undefined
  private readonly underWay = new Set<Request>()

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('pageerror', (error) => this.troubles.push(error.message))
    page.on('console', (message) => {
      // A refused request is told as an error by the browser itself; the app's own are what counts.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.troubles.push(message.text())
    })
    page.on('request', (request) => this.underWay.add(request))
    page.on('requestfinished', (request) => this.underWay.delete(request))
    page.on('requestfailed', (request) => this.underWay.delete(request))
  }

  static async of(browser: Browser, options: DeviceOptions = {}): Promise<Device> {
    const { width = 390, height = 844, gps, isDark, memory = {} } = options
    const isPhone = width < 600
    const context = await browser.newContext({
      baseURL: serverUrl(),
      viewport: { width, height },
      deviceScaleFactor: 2,
      isMobile: isPhone,
      hasTouch: isPhone,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      colorScheme: isDark ? 'dark' : 'light',
      permissions: gps ? ['geolocation'] : [],
      geolocation: gps,
      storageState: { cookies: [], origins: [{ origin: serverUrl(), localStorage: entries(memory) }] },
      // Each device comes from an address of its own, as behind a city's proxy: limits count per address.
      extraHTTPHeaders: { 'X-Forwarded-For': anAddress() },
    })
    context.setDefaultTimeout(15_000)
    return new Device(context, await context.newPage())
  }

  /** Goes to a page and waits until the app itself is there. */
  async open(path: string): Promise<void> {
    await this.page.goto(path)
    await this.page.locator('#first-box').waitFor({ state: 'detached' })
  }

  /** Forgets all but this of earlier visits, at a place of ours where the app is not. */
  async remember(memory: Record<string, string>): Promise<void> {
    await this.page.goto('/healthz')
    await this.page.evaluate((kept) => {
      sessionStorage.clear()
      localStorage.clear()
      for (const [name, value] of Object.entries(kept)) localStorage.setItem(name, value)
    }, memory)
  }

  /** Sets the browser's text to this size, in pixels; 16 is the standard. */
  async setTextSize(standard: number): Promise<void> {
    this.devtools ??= await this.context.newCDPSession(this.page)
    await this.devtools.send('Page.setFontSizes', { fontSizes: { standard } })
  }

  /** Until every request has its answer and what came is painted. */
  async settled(): Promise<void> {
    do {
      await Promise.all([...this.underWay].map(async (request) => (await request.response())?.finished()))
      await this.page.evaluate(
        () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
      )
    } while (this.underWay.size > 0)
  }

  /** What is seen: pages below the one on top stay in the document, out of sight. */
  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' }).filter({ visible: true })
  }

  field(name: string): Locator {
    return this.page.getByRole('textbox', { name }).filter({ visible: true })
  }

  text(text: string | RegExp): Locator {
    return this.page.getByText(text).filter({ visible: true })
  }

  async press(target: Locator | string | RegExp): Promise<void> {
    this.taps++
    const isName = typeof target === 'string' || target instanceof RegExp
    await (isName ? this.button(target) : target).first().click()
  }

  async sees(text: string | RegExp, timeout?: number): Promise<void> {
    await this.text(text).first().waitFor({ timeout })
  }

  /** Chooses files with the button of this name. */
  async attach(buttonName: string, ...files: Buffer[]): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.press(buttonName)])
    await chooser.setFiles(
      files.map((buffer, index) => ({ name: `photo-${index + 1}.png`, mimeType: 'image/png', buffer })),
    )
  }

  /** Keeps a picture of the screen in artifacts/screens. */
  async picture(name: string): Promise<void> {
    const path = join(screens, `${name}.png`)
    mkdirSync(dirname(path), { recursive: true })
    await this.page.screenshot({ path })
    if (!readmeImages || !['home', 'progress'].includes(name)) return
    mkdirSync(readmeImages, { recursive: true })
    copyFileSync(path, join(readmeImages, `${name}.png`))
  }

  close(): Promise<void> {
    return this.context.close()
  }
}

/** A street at night, drawn: what a resident would photograph. Each number gives another picture. */
export async function aPhoto(browser: Browser, number = 1): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 640, height: 480 } })
  const lamps = [110, 270, 430].map(
    (x, index) =>
      `<path d="M${x} 400V150q0-30 40-30" fill="none" stroke="#2d3a38" stroke-width="8"/><circle cx="${x + 44}" cy="124" r="12" fill="${index === number % 3 ? '#4a5654' : '#f3d98b'}"/>`,
  )
  await page.setContent(
    `<body style="margin:0"><svg width="640" height="480"><rect width="640" height="480" fill="#6f8582"/><rect y="400" width="640" height="80" fill="#3f4d4a"/>${lamps.join('')}<text x="16" y="464" font-size="20" fill="#dfe7e5">${number}</text></svg>`,
  )
  const picture = await page.screenshot()
  await page.close()
  return picture
}

/** A phone number that nobody has used in this run. */
export const aPhone = () => `199${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`

const entries = (memory: Record<string, string>) =>
  Object.entries(memory).map(([name, value]) => ({ name, value }))

let devices = 0
const anAddress = () => {
  devices++
  return `10.${process.pid % 250}.${devices >> 8}.${devices & 255}`
}
