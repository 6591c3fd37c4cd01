import { copyFileSync, mkdirSync } from 'node:fs'
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
import { serverUrl } from './server'

const root = resolve(__dirname, '../..')
/** Where the pictures of the screens are kept. */
export const screens = join(root, 'artifacts/screens')
/** How many times slower the browser is to be, to find tests that only pass on a fast machine. */
export const slowdown = Number(process.env.BROWSER_SLOWDOWN ?? 1)
/** Pictures of the README: copied from the screens when README_IMAGES is set. */
const readmeImages = process.env.README_IMAGES ? join(root, 'docs/images') : null

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

export interface DeviceOptions {
  width?: number
  height?: number
  gps?: { latitude: number; longitude: number }
  isDark?: boolean
  /** Pages are kept for when there is no signal; else what a test does to requests is done to all of them. */
  keepsPages?: boolean
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
    const { width = 390, height = 844, gps, isDark, keepsPages, memory = {} } = options
    const isPhone = width < 600
    const context = await browser.newContext({
      baseURL: serverUrl(),
      viewport: { width, height },
      deviceScaleFactor: 2,
      isMobile: isPhone,
      hasTouch: isPhone,
      serviceWorkers: keepsPages ? 'allow' : 'block',
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      colorScheme: isDark ? 'dark' : 'light',
      permissions: gps ? ['geolocation'] : [],
      geolocation: gps,
      storageState: { cookies: [], origins: [{ origin: serverUrl(), localStorage: entries(memory) }] },
      // Each device comes from an address of its own, as behind a city's proxy: limits count per address.
      extraHTTPHeaders: { 'X-Forwarded-For': anAddress() },
    })
    context.setDefaultTimeout(30_000 * slowdown)
    const device = new Device(context, await context.newPage())
    if (slowdown > 1) await (await device.tools()).send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    return device
  }

  /** Goes to a page and waits until the app itself is there. */
  async open(path: string): Promise<void> {
    await this.page.goto(path)
    await this.page.locator('#first-box').waitFor({ state: 'detached' })
  }

  /** Forgets all but this of earlier visits, at a place of ours where the app is not. */
  async remember(memory: Record<string, string>): Promise<void> {
    await this.page.goto('/healthz')
    await this.page.evaluate(async (kept) => {
      sessionStorage.clear()
      localStorage.clear()
      for (const { name } of await indexedDB.databases())
        if (name) await new Promise((done) => (indexedDB.deleteDatabase(name).onsuccess = done))
      for (const [name, value] of Object.entries(kept)) localStorage.setItem(name, value)
    }, memory)
  }

  /** Sets the browser's text to this size, in pixels; 16 is the standard. */
  async setTextSize(standard: number): Promise<void> {
    await (await this.tools()).send('Page.setFontSizes', { fontSizes: { standard } })
  }

  private async tools(): Promise<CDPSession> {
    return (this.devtools ??= await this.context.newCDPSession(this.page))
  }

  /** Until every request has its answer, what came is painted. */
  async settled(): Promise<void> {
    do {
      await Promise.all([...this.underWay].map(async (request) => (await request.response())?.finished()))
      await this.page.evaluate(
        () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
      )
    } while (this.underWay.size > 0)
  }

  /** Settled, or as good as: a story may hold an answer back while a person goes on. */
  private async calm(): Promise<void> {
    const patience = new Promise<void>((over) => setTimeout(over, 2_000).unref())
    // The page may go to another address meanwhile; the press then finds what is there.
    await Promise.race([this.settled().catch(() => {}), patience])
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

  /** Presses it once the page is at rest: what is seen while it changes may be of the page before. */
  async press(target: Locator | string | RegExp): Promise<void> {
    this.taps++
    await this.calm()
    await this.control(target).click()
  }

  /** The same with a finger, as the WeChat build wants it. */
  async tap(target: Locator | string | RegExp): Promise<void> {
    await this.calm()
    await this.control(target).tap()
  }

  private control(target: Locator | string | RegExp): Locator {
    const isName = typeof target === 'string' || target instanceof RegExp
    return (isName ? this.button(target) : target.filter({ visible: true })).first()
  }

  async sees(text: string | RegExp, timeout?: number): Promise<void> {
    await this.text(text)
      .first()
      .waitFor(timeout === undefined ? {} : { timeout: timeout * slowdown })
  }

  /** Writes into a field once the page is at rest: what is written while it is put together would be lost. */
  async fill(name: string, words: string): Promise<void> {
    await this.calm()
    await this.field(name).fill(words)
  }

  /** Until the field of this name holds these words. */
  async holds(name: string, words: string): Promise<void> {
    const deadline = Date.now() + 15_000
    while ((await this.field(name).inputValue()) !== words) {
      if (Date.now() > deadline) throw new Error(`“${name}” does not come to hold “${words}”`)
      await this.page.waitForTimeout(50)
    }
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

const entries = (memory: Record<string, string>) =>
  Object.entries(memory).map(([name, value]) => ({ name, value }))

let devices = 0
const anAddress = () => {
  devices++
  return `10.${process.pid % 250}.${devices >> 8}.${devices & 255}`
}
