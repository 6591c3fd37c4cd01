import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { barriers, focusOrder, lost, smallestWords, tooSmall } from './checks'
import { openBrowser, type Device } from './harness'
import { looks, looksOf, typeSizes, type TypeSize } from './scenes/looks'
import { scenes } from './scenes/scenes'
import { phoneFor, play, wear } from './scenes/stage'
import { lookAround, type World } from './scenes/world'

const source = join(__dirname, '../src')
/** Measured again by axe in these; the others show that nothing is lost on their widths. */
const axed = ['light', 'dark', 'large', 'large-dark']
const finger = { normal: 44, large: 60, largest: 60 } as const

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
  let world: World
  beforeAll(async () => {
    browser = await openBrowser()
    world = await lookAround()
  })
  afterAll(() => browser.close())

  it('is in the list of scenes', () => {
    const pages = pagesOfApp()
    expect(pages.length).toBeGreaterThan(10)
    expect(pages.filter((page) => !scenes.some((scene) => scene.page === page))).toEqual([])
  })

  async function check(device: Device, typeSize: TypeSize) {
    for (const look of looksOf(typeSize)) {
      await wear(device, look)
      const found = axed.includes(look) ? await barriers(device, { isLarge: typeSize !== 'normal' }) : []
      const trouble = {
        look,
        barriers: found,
        small: await tooSmall(device, finger[typeSize]),
        lost: await lost(device),
      }
      expect(trouble).toEqual({ look, barriers: [], small: [], lost: [] })
    }
    if (typeSize !== 'normal') {
      expect(await smallestWords(device)).toBeGreaterThanOrEqual(18)
      await device.button('打电话 12345').waitFor()
    }
    expect(device.troubles).toEqual([])
  }

  for (const scene of scenes)
    for (const typeSize of typeSizes.filter((size) => !scene.isDesk || size === 'normal'))
      it(`${scene.name} has no barrier, no small target and loses nothing in ${typeSize} type`, async () => {
        const device = await phoneFor(browser, world, scene, typeSize)
        await play(device, world, scene)
        await check(device, typeSize)
        await device.close()
      })

  it('shows the way to large type on the first screen and in the settings', async () => {
    const [home, me] = ['home-new', 'me'].map((name) => scenes.find((scene) => scene.name === name))
    if (!home || !me) throw new Error('no such scenes')
    const device = await phoneFor(browser, world, home, 'normal')
    await play(device, world, home)
    const box = await device.button('大字版').boundingBox()
    expect(box?.y).toBeLessThan(looks.light.height)
    await play(device, world, me)
    await device.sees(/长辈版/)
    await device.page.getByRole('radio', { name: '特大' }).click()
    await play(device, world, home)
    await device.button('标准版').waitFor()
    await device.close()
  })

  it('reads a need aloud in large type where the browser has a Chinese voice', async () => {
    const scene = scenes.find(({ name }) => name === 'need')
    if (!scene) throw new Error('no such scene')
    const device = await phoneFor(browser, world, scene, 'large')
    await device.page.addInitScript(() => {
      const voice = { lang: 'zh-CN', name: '普通话', default: true, localService: true, voiceURI: 'zh' }
      window.speechSynthesis.getVoices = () => [voice]
      window.speechSynthesis.speak = ({ text }) => (document.title = text)
      window.SpeechSynthesisUtterance = class {
        constructor(readonly text: string) {}
      } as typeof SpeechSynthesisUtterance
    })
    await play(device, world, scene)
    await device.press('念给我听')
    await device.button('不念了').waitFor()
    expect(await device.page.title()).toMatch(/。/)
    await device.close()
  })

  const walks = { home: 6, me: 6, lookup: 4, 'need-answered': 6 }
  for (const [name, steps] of Object.entries(walks))
    it(`${name} is walked with the keyboard from top to bottom`, async () => {
      const scene = scenes.find((one) => one.name === name)
      if (!scene) throw new Error('no such scene')
      const device = await phoneFor(browser, world, scene, 'normal')
      await play(device, world, scene)
      await device.page.setViewportSize({ width: 390, height: 2400 })
      const stops = await focusOrder(device, steps)
      expect(stops.map(({ top }) => top)).toEqual(stops.map(({ top }) => top).sort((a, b) => a - b))
      expect(stops.every((stop) => stop.name)).toBe(true)
      await device.close()
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

describe('a browser that is set to text of 200 %', () => {
  let browser: Browser
  let world: World
  beforeAll(async () => {
    browser = await openBrowser(32)
    world = await lookAround()
  })
  afterAll(() => browser.close())

  for (const scene of scenes.filter(({ isDesk }) => !isDesk))
    it(`loses nothing of ${scene.name}`, async () => {
      const device = await phoneFor(browser, world, scene, 'normal')
      await play(device, world, scene)
      expect(await smallestWords(device)).toBeGreaterThanOrEqual(24)
      expect(await lost(device)).toEqual([])
      await device.close()
    })
})
