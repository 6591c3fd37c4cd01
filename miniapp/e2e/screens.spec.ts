import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import type { AxeResults } from 'axe-core'
import { Device, openBrowser } from './harness'
import { aKnownResident, aResident, staff } from './people'

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** What is against WCAG 2.2 A and AA on the screen. */
async function barriers(device: Device): Promise<string[]> {
  // By the protocol, past the page's own security policy.
  const results = await device.page.evaluate<AxeResults>(
    `${axe};axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })`,
  )
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  )
}

/** Pressable things that are smaller than a finger: 44 px high or wide, the tab bar's among them. */
const tooSmall = (device: Device): Promise<string[]> =>
  device.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], input, textarea')]
      .filter((element) => element.checkVisibility())
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 44 || box.width < 44))
      .map(({ element, box }) => `${element.innerText || element.ariaLabel} ${box.width}×${box.height}`),
  )

/** Things that stick out of the screen to the side. */
const isTooWide = (device: Device): Promise<boolean> =>
  device.page.evaluate(() =>
    [...document.querySelectorAll('.taro_page')].some(
      (page) => page.checkVisibility() && page.scrollWidth > page.clientWidth,
    ),
  )

describe('every screen', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
  })

  const residentPages = [
    ['home', '/', '您遇到什么困难？'],
    ['my-needs', '/pages/progress/index', '登录后看到您的诉求'],
    ['look-up', '/pages/lookup/index', '手机号后四位'],
    ['listed', '/public/pages/listed/index', '挂牌督办'],
    ['me', '/pages/me/index', '工作人员入口'],
    ['around', '/public/pages/around/index', '最近 7 天'],
    ['notices', '/pages/notices/index', '还没有消息'],
    ['missing', '/pages/missing/index', '这一页不在了'],
    ['desk-sign-in', '/desk/pages/sign-in/index', '演示账号'],
  ] as const

  for (const [name, path, seen] of residentPages) {
    it(`is open to everybody and fits: ${name}`, async () => {
      const device = await aResident(browser)
      await device.open(path)
      await device.sees(seen)
      expect(await barriers(device)).toEqual([])
      expect(await tooSmall(device)).toEqual([])
      await device.page.setViewportSize({ width: 320, height: 640 })
      expect(await isTooWide(device)).toBe(false)
      await device.picture(`320-${name}`)
      await device.close()
    })
  }

  it('is readable in large type: one tap on the home page, kept for the next visit', async () => {
    const device = await aKnownResident(browser)
    const size = async () =>
      device.page
        .getByRole('textbox')
        .filter({ visible: true })
        .first()
        .evaluate((element) => parseFloat(getComputedStyle(element).fontSize))
    const normal = await size()
    await device.press('大字版')
    await device.button('标准版').waitFor()
    expect((await size()) / normal).toBeCloseTo(1.375, 2)
    expect(await size()).toBeGreaterThanOrEqual(24)
    await device.picture('large-home')
    await device.open('/pages/me/index')
    await device.sees('退出')
    await device.picture('large-me')
    expect(await isTooWide(device)).toBe(false)
    await device.open('/')
    await device.button('标准版').waitFor()
    expect(await barriers(device)).toEqual([])
    await device.close()
  })

  it('can be used with the keyboard alone', async () => {
    const device = await aResident(browser, { width: 1280, height: 800 })
    await device.open('/')
    await device.sees('您遇到什么困难？')
    await device.field('您遇到的困难').focus()
    await device.page.keyboard.press('Tab')
    await device.page.keyboard.press('Tab')
    await device.page.keyboard.press('Tab')
    expect(await device.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
      /^地点/,
    )
    await device.page.keyboard.press('Enter')
    await device.sees('在哪里？')
    await device.page.keyboard.press('Escape')
    await device.text('在哪里？').waitFor({ state: 'hidden' })
    expect(await device.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
      /^地点/,
    )
    await device.close()
  })

  it('says it when the server cannot be reached, and comes back with one tap', async () => {
    const device = await aKnownResident(browser)
    await device.page.route('**/api/v1/needs/mine*', (route) => route.abort())
    await device.open('/pages/progress/index')
    await device.sees('网络连不上')
    await device.picture('offline')
    await device.page.unroute('**/api/v1/needs/mine*')
    await device.press('再试一次')
    await device.sees('还没有诉求')
    await device.picture('empty')
    await device.close()
  })

  const deskPages = [
    ['傅晓岚', 'queue', '查找'],
    ['温书平', 'triage', '裁决'],
    ['纪长青', 'complaints', '记录响应'],
    ['纪长青', 'supervision', '只看超期'],
    ['温书平', 'patterns', '群体诉求'],
    ['傅晓岚', 'notices', '提醒'],
    ['程立言', 'scores', '综合'],
  ] as const
  for (const [name, page, seen] of deskPages) {
    it(`of the desk is open to everybody, on a phone and at a desk: ${page}`, async () => {
      for (const [width, height] of [
        [390, 844],
        [1280, 800],
      ] as const) {
        const device = await staff(browser, name, { width, height })
        await device.open(`/desk/pages/${page}/index`)
        await device.sees(seen)
        await device.page.waitForLoadState('networkidle')
        expect(await barriers(device)).toEqual([])
        expect(await tooSmall(device)).toEqual([])
        expect(await isTooWide(device)).toBe(false)
        await device.picture(`desk-${page}-${width}`)
        expect(device.troubles).toEqual([])
        await device.close()
      }
    })
  }
})
