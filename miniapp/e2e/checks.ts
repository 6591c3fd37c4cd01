import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import type { Device } from './device'

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Examination {
  /** Text must be 7:1 from its ground. */
  isLarge?: boolean
  /** Only colours have changed since the last examination. */
  ofColours?: boolean
}

/** What is against WCAG 2.2 A and AA on the screen. */
export async function barriers(
  device: Device,
  { isLarge = false, ofColours = false }: Examination = {},
): Promise<string[]> {
  // By the protocol, past the page's own security policy.
  if (!(await device.page.evaluate(() => 'axe' in window))) await device.page.evaluate(axe)
  const options = {
    runOnly: ofColours ? ['cat.color'] : standards,
    rules: { 'color-contrast-enhanced': { enabled: isLarge } },
    resultTypes: ['violations'],
  }
  const violations = await device.page.evaluate<AxeResults['violations']>(
    `(async () => {
      const { violations } = await axe.run(document, ${JSON.stringify(options)})
      // What lies behind a dialog cannot be pressed, however much of it the dialog leaves to be seen.
      const dialog = [...document.querySelectorAll('[aria-modal=true]')].at(-1)
      // What a fixed bar half covers is pressed after scrolling: it is looked at in the middle of the screen.
      const isTooSmall = async ({ target }) => {
        const element = document.querySelector(target[0])
        if (dialog && !dialog.contains(element)) return false
        element.scrollIntoView({ block: 'center' })
        return (await axe.run(element, { runOnly: ['target-size'] })).violations.length > 0
      }
      for (const each of violations.filter(({ id }) => id === 'target-size')) {
        const nodes = []
        for (const node of each.nodes) if (await isTooSmall(node)) nodes.push(node)
        each.nodes = nodes
      }
      return violations
    })()`,
  )
  return violations
    .filter(
      ({ impact, tags }) => impact === 'serious' || impact === 'critical' || !tags.includes('best-practice'),
    )
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.slice(0, 200)}`,
      ),
    )
}

/** What can be pressed and is smaller than this many pixels, high or wide; the tab bar's and closing crosses among them. */
export const tooSmall = (device: Device, least: number): Promise<string[]> =>
  device.page.evaluate(
    (size) =>
      [...document.querySelectorAll<HTMLElement>('button, a[href], input, textarea')]
        .filter((element) => element.checkVisibility())
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.height < size - 0.5 || box.width < size - 0.5))
        .map(({ element, box }) => `${element.innerText || element.ariaLabel} ${box.width}×${box.height}`),
    least,
  )

/** What sticks out of the screen to the side, and text of which a part cannot be seen. */
export const lost = (device: Device): Promise<string[]> =>
  device.page.evaluate(() => {
    const seen = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility())
    const wide = seen('.taro_page, [role=dialog]').filter((one) => one.scrollWidth > one.clientWidth + 1)
    const cut = seen('.taro_page *').filter((one) => {
      const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(one)
      const hasWords = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
      return (
        hasWords &&
        one.tagName !== 'TEXTAREA' && // grows with what is written in it
        webkitLineClamp === 'none' &&
        ((overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1) ||
          (overflowY === 'hidden' && one.scrollHeight > one.clientHeight + 1))
      )
    })
    return [
      ...wide.map((one) => `too wide: ${one.className} ${one.scrollWidth} > ${one.clientWidth}`),
      ...cut.map((one) => `cut: ${one.innerText.slice(0, 40)}`),
    ]
  })

/** The smallest size of the words that are seen, in pixels. */
export const smallestWords = (device: Device): Promise<number> =>
  device.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.taro_page *, .weui-tabbar__label')]
      .filter(
        (one) =>
          one.checkVisibility() &&
          [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
      )
      .reduce((least, one) => Math.min(least, parseFloat(getComputedStyle(one).fontSize)), Infinity),
  )

/** Where the focus stands after each of so many tabs, by the names of what has it. */
export async function focusOrder(device: Device, steps: number): Promise<{ name: string; top: number }[]> {
  const stops = []
  for (let step = 0; step < steps; step++) {
    await device.page.keyboard.press('Tab')
    stops.push(
      await device.page.evaluate(() => {
        const at = document.activeElement as HTMLElement
        return { name: at.ariaLabel ?? at.innerText, top: Math.round(at.getBoundingClientRect().top) }
      }),
    )
  }
  return stops
}
