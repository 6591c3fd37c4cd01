import { appearanceOf, classesOf } from '../../src/stores/appearance'
import type { Device } from '../harness'
import { looks, type Look, type LookName } from './looks'
import type { Scene } from './scenes'
import { states, type StateName } from './states'
import type { World } from './world'

/** What Taro's storage and zustand wrap around a state. */
export const stored = (state: object) => JSON.stringify({ data: JSON.stringify({ state, version: 0 }) })

/** Gives the phone to the person whom the scene is for, who opens it, and waits until it is seen in this state. */
export async function play(device: Device, world: World, scene: Scene, name: StateName = 'full') {
  const state = states[name]
  const session = world.sessions[scene.who]
  await device.remember(session ? { session: stored({ resident: null, staff: null, ...session }) } : {})
  if (scene.source && 'meet' in state) await device.page.route(scene.source, state.meet)
  await device.open(`/${scene.page}?${scene.query?.(world) ?? ''}`)
  if (name === 'loading')
    return device.page.getByRole('status', { name: '正在打开' }).filter({ visible: true }).first().waitFor()
  if (name === 'full') await scene.act?.(device, world)
  const changed = name === 'empty' ? scene.empty : 'seen' in state ? state.seen : undefined
  await device.sees(changed ?? scene.seen)
  await device.settled()
}

/** Turns the phone to day or night, to this size of screen and of type, and waits until the app has followed. */
export async function wear(device: Device, name: LookName): Promise<void> {
  const { width, height, isDark = false, typeSize, textSize = 16 }: Look = looks[name]
  const { page } = device
  await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' })
  await page.setViewportSize({ width, height })
  await device.setTextSize(textSize)
  const chosen = { typeSize, colours: 'system' } as const
  // As from another window, where the person chooses it.
  await page.evaluate((settings) => {
    localStorage.setItem('settings', settings)
    window.dispatchEvent(new StorageEvent('storage', { key: 'settings' }))
  }, stored(chosen))
  const look = appearanceOf(chosen, { typeFactor: textSize / 16, isDark })
  await page.waitForFunction(
    ({ scale, classes }) => {
      const root = document.documentElement
      return (
        root.style.getPropertyValue('--scale') === String(scale) &&
        ['dark', 'large'].every((one) => root.classList.contains(one) === classes.includes(one))
      )
    },
    { scale: look.scale, classes: classesOf(look).split(' ') },
  )
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
