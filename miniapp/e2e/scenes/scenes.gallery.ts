import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { Device, openBrowser } from '../device'
import { fileOf, galleryPage, type Shot } from './gallery-page'
import { looksOf, type LookName } from './looks'
import type { Scene } from './scene'
import { scenes } from './scenes'
import { play, unfold, wear } from './stage'
import { stateNames, type StateName } from './states'
import { lookAround, type World } from './world'

const folder = resolve(__dirname, '../../../artifacts/gallery')
const only = process.env.GALLERY_ONLY?.split(',')
const onlyLooks = process.env.GALLERY_LOOKS?.split(',')

/** Complete in every look; what is missing, late or too long as most see it. Looks that are asked for, in every state. */
function performances(scene: Scene): [StateName, LookName[]][] {
  const { source, empty, isDesk } = scene
  const states = stateNames.filter((name) => name === 'full' || (source && (name !== 'empty' || empty)))
  const asMostSeeIt: LookName[] = isDesk ? ['light', 'desk'] : ['light', 'large']
  const all = looksOf(scene)
  const asked = onlyLooks && all.filter((look) => onlyLooks.includes(look))
  return states.map((state) => [state, asked ?? (state === 'full' ? all : asMostSeeIt)])
}

describe('the gallery', () => {
  let browser: Browser
  let device: Device
  let world: World
  const shots: Shot[] = []
  beforeAll(async () => {
    if (!only && !onlyLooks) rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    browser = await openBrowser()
    device = await Device.of(browser)
    world = await lookAround()
  })
  beforeEach(() => void (device.troubles.length = 0))
  afterEach(() => device.page.unrouteAll({ behavior: 'ignoreErrors' }))
  afterAll(async () => {
    await browser.close()
    writeFileSync(join(folder, 'index.html'), galleryPage(shots))
  })

  for (const scene of scenes.filter(({ name }) => !only || only.includes(name)))
    for (const [state, looks] of performances(scene))
      it(`shows ${scene.name}: ${state}`, async () => {
        await play(device, world, scene, state)
        for (const look of looks) {
          const shot: Shot = { scene: scene.name, state, look }
          await wear(device, look)
          await unfold(device)
          if (state !== 'loading') await device.settled() // pictures further down come when they are seen
          await device.page.screenshot({ path: join(folder, fileOf(shot)) })
          shots.push(shot)
        }
        expect(device.troubles).toEqual([])
      })
})
