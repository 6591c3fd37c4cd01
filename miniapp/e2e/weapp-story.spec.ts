import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { installWeapp } from '../weapp-runner/run'
import { aPhoto, Device, openBrowser } from './device'
import { aCommunity, publicly } from './server'
import { Clerk } from './weapp-desk'

const folder = join(__dirname, '../dist/weapp')
/** What the WeChat build asks when it is told no other, see config/index.ts. */
const apiOrigin = process.env.TARO_APP_API ?? 'http://127.0.0.1:3000'
const LARGEST_DATA = 64 * 1024

/** The build for WeChat, run: its own scripts and templates, its requests to the real server. */
describe('the story in the WeChat build', () => {
  let browser: Browser
  let phone: Device
  let receiptNo = ''

  beforeAll(async () => {
    browser = await openBrowser()
    phone = await Device.of(browser)
    const { name } = await aCommunity()
    const { items } = await publicly<{ items: { name: string; latitude: number; longitude: number }[] }>(
      '/areas?level=community',
    )
    const place = items.find((area) => area.name === name) ?? null
    await installWeapp(phone.page, { folder, apiOrigin, account: 'weapp', place })
    await phone.open('/__weapp/')
  })
  /** What a phone has not, and what went wrong on it. */
  afterEach(() => expect(phone.troubles).toEqual([]))
  afterAll(async () => {
    await browser.close()
  })

  it('takes a need with a photo in one tap, signed in by WeChat without a word', async () => {
    await phone.sees('您遇到什么困难？')
    await phone.picture('weapp-home')
    await phone.fill('您遇到的困难', '小区南门的路灯坏了半个月，老人晚上出门看不清台阶。')
    await phone.sees((await aCommunity()).name)
    const base64 = (await aPhoto(browser)).toString('base64')
    await phone.page.evaluate((photo) => window.phone.photos.push(photo), { name: 'lamp.png', base64 })
    await phone.tap(phone.button('照片'))
    await phone.button('照片 1').waitFor()
    await phone.picture('weapp-filled')
    await phone.tap(phone.button('一键提交'))
    await phone.sees('已经收到')
    receiptNo = (
      await phone
        .text(/^MS\d{8}-\d{4,}-\d$/)
        .first()
        .innerText()
    ).trim()
    await phone.picture('weapp-receipt')
  })

  it('tells on the page of the need who has it', async () => {
    await phone.tap(phone.button('看进度'))
    await phone.sees('已转给城市管理局')
    await phone.button('照片 1').waitFor()
    await phone.picture('weapp-progress')
  })

  it('shows the answer within 2 seconds of its approval', async () => {
    const [handler, reviewer] = [await Clerk.of('傅晓岚'), await Clerk.of('侯正阳')]
    const evidence = await handler.attach(await aPhoto(browser, 2))
    await handler.does(
      receiptNo,
      ['accept', {}],
      ['contact', { how: 'phone', note: '已电话联系，约好当天傍晚到现场' }],
      [
        'submitAnswer',
        {
          text: '已更换南门路灯的灯头和线路，晚上七点现场试灯，照明正常。',
          result: 'solved',
          attachmentIds: [evidence],
        },
      ],
    )
    await reviewer.does(receiptNo, ['approve', {}])
    await phone.sees('办得怎么样？', 2_000)
    await phone.picture('weapp-answered')
  })

  it('stores a rating with one tap', async () => {
    await phone.tap(phone.page.getByRole('radio', { name: '非常满意' }))
    await phone.sees('已记下，谢谢您')
    await phone.picture('weapp-rating')
    await phone.tap(phone.button('好了'))
    await phone.sees('您的评价：非常满意')
    await phone.picture('weapp-closed')
  })

  it('finds the need again behind the tabs', async () => {
    await phone.tap(phone.page.getByRole('button', { name: '返回' }))
    await phone.tap(phone.page.getByRole('tab', { name: '进度' }))
    await phone.sees(receiptNo)
    await phone.picture('weapp-list')
    await phone.tap(phone.page.getByRole('tab', { name: '我的' }))
    await phone.sees('工作人员入口')
    await phone.picture('weapp-me')
  })

  it('sends at most 64 KB to the view at once', async () => {
    const { crossings } = await phone.page.evaluate(() => window.phone)
    const largest = crossings.reduce((most, { bytes }) => Math.max(most, bytes), 0)
    console.info(`setData: ${crossings.length} calls, the largest ${(largest / 1024).toFixed(1)} KiB`)
    expect(largest).toBeGreaterThan(0)
    expect(largest).toBeLessThanOrEqual(LARGEST_DATA)
  })
})
