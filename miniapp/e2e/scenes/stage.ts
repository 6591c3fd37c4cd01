import type { Route } from 'playwright-core'
import { appearanceOf, classesOf } from '../../src/stores/appearance'
import type { Device } from '../device'
import { looks, type Look, type LookName } from './looks'
import type { Scene } from './scene'
import { states, type StateName } from './states'
import type { World } from './world'

/** What Taro's storage and zustand wrap around a state. */
export const stored = (state: object) => JSON.stringify({ data: JSON.stringify({ state, version: 0 }) })

/** Gives the phone to the person whom the scene is for, who opens it, and waits until it is seen in this state. */
export async function play(device: Device, world: World, scene: Scene, name: StateName = 'full') {
  const state = states[name]
  const { page, context } = device
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await context.clearPermissions()
  if (scene.gps) {
    await context.grantPermissions(['geolocation'])
    await context.setGeolocation(scene.gps(world))
  }
  const session = world.sessions[scene.who]
  await device.remember(session ? { session: stored({ resident: null, staff: null, ...session }) } : {})
  if (scene.source && name !== 'full') await page.route(scene.source, meeting(scene, name))
  await device.open(`/${scene.page}?${scene.query?.(world) ?? ''}`)
  await scene.act?.(device, world)
  if (name === 'loading')
    return page.getByRole('status', { name: '正在打开' }).filter({ visible: true }).first().waitFor()
  const own = name === 'empty' || name === 'offline' ? scene[name] : undefined
  await device.sees(own ?? ('seen' in state ? state.seen : scene.seen))
  await device.settled()
}

/** What becomes of the request that fills the page. */
function meeting({ nothing }: Scene, name: Exclude<StateName, 'full'>): (route: Route) => Promise<unknown> {
  return name === 'empty' && nothing ? (route) => route.fulfill({ json: nothing }) : states[name].meet
}

/** Turns the phone to day or night, to this size of screen and of type, and waits until the app has followed. */
export async function wear(device: Device, name: LookName): Promise<void> {
  const { width, height, isDark = false, typeSize, textSize = 16 }: Look = looks[name]
  const { page } = device
  await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light', reducedMotion: 'reduce' })
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

/** So high that nothing of the page is hidden below; of what lies upon it, so that nothing of that is. */
export async function unfold({ page }: Device): Promise<void> {
  const { width, height } = page.viewportSize() ?? looks.light
  const wanted = await page.evaluate((seen) => {
    const hidden = (selector: string) =>
      [...document.querySelectorAll(selector)]
        .filter((one) => one.checkVisibility())
        .reduce((most, one) => Math.max(most, one.scrollHeight - one.clientHeight), 0)
    if (!document.querySelector('[aria-modal=true]')) return seen + hidden('.taro_page')
    const below = hidden('[aria-modal=true] > *')
    const panel = document.querySelector('[aria-modal=true]')?.clientHeight ?? 0
    // A sheet takes a share of the screen.
    return below ? Math.ceil(((panel + below) * seen) / panel) : seen
  }, height)
  await page.setViewportSize({ width, height: wanted })
}
