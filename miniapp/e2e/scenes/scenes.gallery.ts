import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../harness'
import { fileOf, galleryPage, type Shot } from './gallery-page'
import { looksOf, typeSizes, type LookName, type TypeSize } from './looks'
import { scenes, type Scene } from './scenes'
import { phoneFor, play, unfold, wear } from './stage'
import { stateNames, type StateName } from './states'
import { lookAround, type World } from './world'

const folder = resolve(__dirname, '../../../artifacts/gallery')
const only = process.env.GALLERY_ONLY?.split(',')

interface Performance {
  state: StateName
  typeSize: TypeSize
  looks: LookName[]
}

/** Complete in every look; what is missing, late or too long as most see it. */
function performances({ source, empty, isDesk }: Scene): Performance[] {
  const sizes = typeSizes.filter((size) => !isDesk || size === 'normal')
  const inFull = sizes.map((typeSize): Performance => ({ state: 'full', typeSize, looks: looksOf(typeSize) }))
  if (!source) return inFull
  const others = stateNames.filter((name) => name !== 'full' && (name !== 'empty' || empty))
  const inPart = others.flatMap((state): Performance[] => [
    { state, typeSize: 'normal', looks: ['light'] },
    { state, typeSize: 'large', looks: ['large'] },
  ])
  return [...inFull, ...inPart.filter(({ typeSize }) => sizes.includes(typeSize))]
}

describe('the gallery', () => {
  let browser: Browser
  let world: World
  const shots: Shot[] = []
  beforeAll(async () => {
    if (!only) rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    browser = await openBrowser()
    world = await lookAround()
  })
  afterAll(async () => {
    await browser.close()
    writeFileSync(join(folder, 'index.html'), galleryPage(shots))
  })

  for (const scene of scenes.filter(({ name }) => !only || only.includes(name)))
    for (const { state, typeSize, looks } of performances(scene))
      it(`shows ${scene.name}: ${state}, ${typeSize}`, async () => {
        const device = await phoneFor(browser, world, scene, typeSize)
        await play(device, world, scene, state)
        for (const look of looks) {
          const shot: Shot = { scene: scene.name, state, look }
          await wear(device, look)
          await unfold(device)
          await device.page.screenshot({ path: join(folder, fileOf(shot)) })
          shots.push(shot)
        }
        expect(device.troubles).toEqual([])
        await device.close()
      })
})
