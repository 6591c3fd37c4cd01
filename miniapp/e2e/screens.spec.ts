import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { barriers, lost } from './checks'
import { openBrowser } from './device'
import { aKnownResident, aResident } from './people'

describe('every screen', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
  })

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
    expect(await lost(device)).toEqual([])
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
})
