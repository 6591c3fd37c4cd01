import type { Browser } from 'playwright-core'
import { Device } from '../harness'
import { looks, type LookName, type TypeSize } from './looks'
import type { Scene } from './scenes'
import { states, type StateName } from './states'
import type { World } from './world'

/** What Taro's storage and zustand wrap around a state. */
export const stored = (state: object) => JSON.stringify({ data: JSON.stringify({ state, version: 0 }) })

/** A phone of the person whom the scene is for, with type of this size. */
export function phoneFor(browser: Browser, world: World, scene: Scene, typeSize: TypeSize): Promise<Device> {
  const session = world.sessions[scene.who]
  return Device.of(browser, {
    memory: {
      settings: stored({ typeSize, colours: 'system' }),
      ...(session && { session: stored({ resident: null, staff: null, ...session }) }),
    },
  })
}

/** Opens the scene, and waits until it is seen as it is in this state. */
export async function play(device: Device, world: World, scene: Scene, name: StateName = 'full') {
  const state = states[name]
  if (scene.source && 'meet' in state) await device.page.route(scene.source, state.meet)
  await device.open(`/${scene.page}?${scene.query?.(world) ?? ''}`)
  if (name === 'loading')
    return device.page.getByRole('status', { name: '正在打开' }).filter({ visible: true }).first().waitFor()
  if (name === 'full') await scene.act?.(device, world)
  const changed = name === 'empty' ? scene.empty : 'seen' in state ? state.seen : undefined
  await device.sees(changed ?? scene.seen)
  await device.page.waitForLoadState('networkidle')
}

/** Turns the phone to day or night, and to this size. */
export async function wear({ page }: Device, name: LookName): Promise<void> {
  const { width, height, isDark }: { width: number; height: number; isDark?: boolean } = looks[name]
  await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' })
  await page.setViewportSize({ width, height })
}

/** So high that nothing of the page is hidden below. */
export async function unfold({ page }: Device): Promise<void> {
  const { width, height } = page.viewportSize() ?? looks.light
  const hidden = await page.evaluate(() =>
    [...document.querySelectorAll('.taro_page')]
      .filter((one) => one.checkVisibility())
      .reduce((most, one) => Math.max(most, one.scrollHeight - one.clientHeight), 0),
  )
  await page.setViewportSize({ width, height: height + hidden })
}
