import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { barriers, focusOrder, lost, smallestWords, tooSmall } from './checks'
import { elderBarriers, elderRules } from './elder-rules'
import { Device, openBrowser } from './device'
import { looks, looksOf, type Look, type LookName } from './scenes/looks'
import type { Scene } from './scenes/scene'
import { scenes } from './scenes/scenes'
import { play, wear } from './scenes/stage'
import { lookAround, signedInAnew, type World } from './scenes/world'

const source = join(__dirname, '../src')
/** What axe examines. The night changes colours alone; the other looks show that nothing is lost on their widths. */
const examinations: Partial<Record<LookName, { ofColours: boolean }>> = {
  light: { ofColours: false },
  dark: { ofColours: true },
  large: { ofColours: false },
  'large-dark': { ofColours: true },
  desk: { ofColours: false },
  'desk-dark': { ofColours: true },
  'desk-large': { ofColours: true },
}
/** The least that can be pressed, in pixels, outside of large type. */
const FINGER = 44
/** The same on the grid worker's pages. */
const GLOVE = 60

interface AppConfig {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
}

function pagesOfApp(): string[] {
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config })
  const { pages, subPackages } = jest.requireActual<{ default: AppConfig }>('../src/app.config').default
  return [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))]
}

describe('every page, in every look', () => {
  let browser: Browser
  let phone: Device
  let world: World
  let signedInAt: number
  beforeAll(async () => {
    browser = await openBrowser()
    phone = await Device.of(browser)
    world = await lookAround()
    signedInAt = Date.now()
  })
  beforeEach(async () => {
    phone.troubles.length = 0
    // All pages take longer than a session on a busy machine.
    if (Date.now() - signedInAt < 10 * 60_000) return
    world = await signedInAnew(world)
    signedInAt = Date.now()
  })
  afterAll(() => browser.close())

  it('is in the list of scenes', () => {
    const pages = pagesOfApp()
    expect(pages.length).toBeGreaterThan(10)
    expect(pages.filter((page) => !scenes.some((scene) => scene.page === page))).toEqual([])
  })

  /** What is wrong in this look; nothing of what is asked for is left out of the answer. */
  async function trouble({ page, isDesk = false }: Scene, look: LookName) {
    const { typeSize, textSize }: Look = looks[look]
    const isLarge = typeSize !== 'normal'
    /** The rules for elders are for residents' pages. */
    const isForElders = isLarge && !isDesk
    const examination = examinations[look]
    return {
      look,
      barriers: examination ? await barriers(phone, { isLarge, ...examination }) : [],
      small: isForElders ? [] : await tooSmall(phone, page.startsWith('grid/') ? GLOVE : FINGER),
      lost: await lost(phone),
      isTooFine: textSize ? (await smallestWords(phone)) < 24 : false,
      forElders: isForElders ? await elderBarriers(phone) : [],
    }
  }

  /** Nothing of it. */
  const none = (look: LookName) => {
    const nothing = { barriers: [], small: [], lost: [], isTooFine: false, forElders: [] }
    return { look, ...nothing }
  }

  /** What is still wrong when the page has come to rest: a card may be on its way from one state to the next. */
  async function lastingTrouble(scene: Scene, look: LookName) {
    const found = await trouble(scene, look)
    if (isDeepStrictEqual(found, none(look))) return found
    await phone.settled()
    await phone.page.waitForTimeout(3_000)
    console.info(`${scene.name}, looked at again: ${JSON.stringify(found)}`)
    return trouble(scene, look)
  }

  for (const scene of scenes)
    it(`${scene.name} has no barrier, no small target and loses nothing in any look`, async () => {
      await play(phone, world, scene)
      for (const look of looksOf(scene)) {
        await wear(phone, look)
        expect(await lastingTrouble(scene, look)).toEqual(none(look))
      }
      expect(phone.troubles).toEqual([])
    })

  it('would find every number of the rules for elders broken', async () => {
    await phone.open('/')
    const words = '<p style="margin:0">一段话，写得长一些，长到要用两行才写得下。</p>'
    const style = 'width:200px;color:#888;font:400 12px/1.2 sans-serif'
    await phone.page.setContent(
      `<div class="taro_page" style="${style}">${words}${words}<button>好</button></div>`,
    )
    const found = await elderBarriers(phone)
    expect(elderRules.filter(({ name }) => !found.some((one) => one.startsWith(name)))).toEqual([])
  })

  const sceneOf = (name: string) => {
    const scene = scenes.find((one) => one.name === name)
    if (!scene) throw new Error(`no scene ${name}`)
    return scene
  }

  it('shows the way to large type on the first screen and in the settings', async () => {
    await play(phone, world, sceneOf('home-new'))
    await wear(phone, 'light')
    const box = await phone.button('大字版').boundingBox()
    expect(box?.y).toBeLessThan(looks.light.height)
    await play(phone, world, sceneOf('me'))
    await phone.sees(/长辈版/)
    await phone.page.getByRole('radio', { name: '特大' }).click()
    await phone.open('/')
    await phone.button('标准版').waitFor()
  })

  it('shows what was chosen in another window at once', async () => {
    await play(phone, world, sceneOf('home-new'))
    const other = await phone.context.newPage()
    await other.goto('/pages/me/index')
    await other.getByRole('radio', { name: '特大' }).click()
    await phone.button('标准版').waitFor()
    await other.close()
  })

  it('reads a need aloud in large type where the browser has a Chinese voice', async () => {
    const speaker = await Device.of(browser)
    await speaker.page.addInitScript(() => {
      const voice = { lang: 'zh-CN', name: '普通话', default: true, localService: true, voiceURI: 'zh' }
      window.speechSynthesis.getVoices = () => [voice]
      window.speechSynthesis.speak = ({ text }) => (document.title = text)
      window.SpeechSynthesisUtterance = class {
        constructor(readonly text: string) {}
      } as typeof SpeechSynthesisUtterance
    })
    await play(speaker, world, sceneOf('need'))
    await wear(speaker, 'large')
    await speaker.press('念给我听')
    await speaker.button('不念了').waitFor()
    expect(await speaker.page.title()).toMatch(/。/)
    await speaker.close()
  })

  const walks = { home: 6, me: 6, lookup: 4, 'need-answered': 6 }
  for (const [name, steps] of Object.entries(walks))
    it(`${name} is walked with the keyboard from top to bottom`, async () => {
      await play(phone, world, sceneOf(name))
      await phone.page.setViewportSize({ width: 390, height: 2400 })
      const stops = await focusOrder(phone, steps)
      expect(stops.map(({ top }) => top)).toEqual(stops.map(({ top }) => top).sort((a, b) => a - b))
      expect(stops.every((stop) => stop.name)).toBe(true)
    })

  it('asks for no gesture but a tap', () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.tsx?$/.test(file),
    )
    const gestures = files.filter((file) =>
      /onTouch|onLongPress|\btouches\b|gesture/i.test(readFileSync(join(source, file), 'utf8')),
    )
    expect(gestures).toEqual([])
  })
})
