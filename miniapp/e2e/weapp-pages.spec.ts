import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { installWeapp } from '../weapp-runner/run'
import { Device, openBrowser } from './device'
import { aCommunity } from './server'
import { fullest } from './fullest'
import type { Scene } from './scenes/scene'
import { scenes } from './scenes/scenes'
import { stored } from './scenes/stage'
import { lookAround, type World } from './scenes/world'

const apiOrigin = process.env.TARO_APP_API ?? 'http://127.0.0.1:3000'
const source = join(__dirname, '../src')
const LARGEST_DATA = 64 * 1024
/** In WeChat nobody is asked to sign in or where it is: whoever opens a page is known, and the phone knows its place. */
const ofTheWeb = ['sign-in', 'progress-new', 'home-place']
const isOfWeChat = ({ name, gps, isOfTheWeb }: Scene) => !isOfTheWeb && !gps && !ofTheWeb.includes(name)
const controls =
  '[role=button], [role=link], [role=radio], [role=tab], [role=switch], [role=checkbox], wx-button, input, textarea'

describe('every page in the WeChat build', () => {
  let browser: Browser
  let phone: Device
  let world: World
  let found = 0
  beforeAll(async () => {
    browser = await openBrowser()
    phone = await Device.of(browser)
    const { gps } = await aCommunity()
    await installWeapp(phone.page, {
      folder: join(__dirname, '../dist/weapp'),
      apiOrigin,
      account: `pages-${process.pid}`,
      place: gps,
    })
    world = await lookAround()
  })
  beforeEach(() => void (phone.troubles.length = 0))
  afterAll(() => browser.close())

  async function open(scene: Scene) {
    const session = world.sessions[scene.who]
    // WeChat keeps what is stored as text once more as text.
    const state = stored({ resident: null, staff: null, ...session })
    const kept = JSON.stringify((JSON.parse(state) as { data: string }).data)
    await phone.remember(session ? { 'weapp:session': kept } : {})
    await phone.open(`/__weapp/#${scene.page}?${scene.query?.(world) ?? ''}`)
  }

  /** What can be pressed or written in, and has no name for who does not see it. */
  const nameless = () =>
    phone.page.evaluate(
      (selector) =>
        [...document.querySelectorAll<HTMLElement>(selector)]
          .filter((one) => one.checkVisibility() && !(one.ariaLabel ?? one.innerText).trim())
          .map((one) => one.outerHTML.slice(0, 160)),
      controls,
    )

  it('takes a tap by what has a role alone, and on the ground behind a sheet', () => {
    const taking = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx') && !file.endsWith('.h5.tsx'))
      .filter((file) => /\bonClick=|\bonTap=/.test(readFileSync(join(source, file), 'utf8')))
    expect(taking.sort()).toEqual(['ui/press.weapp.tsx', 'ui/sheet.tsx'])
  })

  for (const scene of scenes.filter(isOfWeChat))
    it(`${scene.name} names every control`, async () => {
      await open(scene)
      await scene.act?.(phone, world)
      await phone.sees(scene.seen)
      await phone.settled()
      found += await phone.page.locator(controls).filter({ visible: true }).count()
      expect(await nameless()).toEqual([])
      expect(phone.troubles).toEqual([])
    })

  it('found controls on them', () => expect(found).toBeGreaterThan(scenes.length * 3))

  const largest: [page: string, bytes: number][] = []
  for (const scene of scenes.filter((one) => one.source && one.empty && !one.nothing))
    it(`${scene.name} takes the fullest answer in portions of at most 64 KB`, async () => {
      const address = scene.source ?? ''
      await phone.page.route(address, fullest)
      await open(scene)
      await phone.page.waitForFunction(() => window.phone?.crossings.length) // its scripts may still be on their way
      await phone.settled()
      await phone.page.unroute(address)
      const { crossings } = await phone.page.evaluate(() => window.phone)
      const most = crossings.reduce((sum, { bytes }) => Math.max(sum, bytes), 0)
      largest.push([scene.name, most])
      expect(most).toBeGreaterThan(0)
      expect(most).toBeLessThanOrEqual(LARGEST_DATA)
    })
  afterAll(() =>
    console.info(largest.map(([name, bytes]) => `${name} ${(bytes / 1024).toFixed(1)} KiB`).join('\n')),
  )
})
