import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import theme from '../src/theme.json'
import { installWeapp } from '../weapp-runner/run'
import { Device, openBrowser } from './device'
import { aCommunity } from './server'

const apiOrigin = process.env.TARO_APP_API ?? 'http://127.0.0.1:3000'
const rgb = (hex: string) => `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(', ')})`

describe('the look of the WeChat build', () => {
  let browser: Browser
  let phone: Device
  const radio = (name: string, checked: boolean) =>
    phone.page.getByRole('radio', { name, exact: true, checked }).filter({ visible: true }).first()
  const groundOf = (selector: string) =>
    phone.page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor)

  beforeAll(async () => {
    browser = await openBrowser()
    phone = await Device.of(browser)
    const { gps } = await aCommunity()
    await installWeapp(phone.page, {
      folder: join(__dirname, '../dist/weapp'),
      apiOrigin,
      account: 'looker',
      place: gps,
    })
    await phone.open('/__weapp/#pages/me/index')
    await phone.sees('工作人员入口')
  })
  afterEach(() => expect(phone.troubles).toEqual([]))
  afterAll(() => browser.close())

  it('tells the screen reader which size is chosen, and changes it with a tap', async () => {
    await radio('标准', true).waitFor()
    await phone.tap(radio('特大', false))
    await radio('特大', true).waitFor()
    await phone.button('打电话 12345').waitFor()
    await phone.picture('weapp-largest')
    await phone.tap(radio('标准', false))
  })

  it('follows the phone into the night, the frame that WeChat draws too', async () => {
    expect(await groundOf('.phone-head')).toBe(rgb(theme.light.ground))
    await phone.page.emulateMedia({ colorScheme: 'dark' })
    await phone.page.locator('.frame.dark').first().waitFor()
    expect(await groundOf('.frame')).toBe(rgb(theme.dark.ground))
    expect(await groundOf('.phone-head')).toBe(rgb(theme.dark.ground))
    expect(await groundOf('.phone-tabs')).toBe(rgb(theme.dark.paper))
    await phone.picture('weapp-dark')
  })

  it('stays with the person who wants the day', async () => {
    await phone.tap(radio('浅色', false))
    await phone.page.locator('.frame.light').first().waitFor()
    await phone.page.waitForFunction(
      (ground) =>
        getComputedStyle(document.querySelector('.phone-head') ?? document.body).backgroundColor === ground,
      rgb(theme.light.ground),
    )
  })
})
