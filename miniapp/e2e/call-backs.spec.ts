import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { request } from './api'
import { type Device, openBrowser } from './device'
import { staff } from './people'

interface Item {
  id: string
  receiptNo: string
  isAvailable: boolean
  claimedByName: string | null
}

describe('the supervision office calls back', () => {
  let browser: Browser
  let first: Device
  beforeAll(async () => {
    browser = await openBrowser()
    first = await staff(browser, '纪长青')
    await first.open('/desk/pages/call-backs/index')
  })
  afterAll(() => browser.close())

  const dialogOf = (device: Device) => device.page.getByRole('dialog')
  const cardOf = (device: Device, receiptNo: string) =>
    device.page
      .locator('.taro_page')
      .filter({ visible: true })
      .getByText(receiptNo)
      .locator('xpath=ancestor::*[.//*[text()="看工单"]][1]')
  let receiptNo: string

  it('takes a call, and sees what to ask and the number only then', async () => {
    await first.sees('评价不满意')
    // Some may be taken already, by whoever was here before.
    const { accessToken: token } = await request<{ accessToken: string }>('/sessions/staff', {
      body: { account: 'duban', password: 'minsheng-demo' },
    })
    const { items } = await request<{ items: Item[] }>('/call-backs', { token })
    const free = items.find((item) => item.isAvailable && item.claimedByName === null)
    receiptNo = free?.receiptNo ?? ''
    expect(await first.text(/^1\d{10}$/).count()).toBe(0)
    await first.press(cardOf(first, receiptNo).getByRole('button', { name: '我来打' }))
    await first.sees('这样问')
    await first.press(dialogOf(first).getByRole('button', { name: '看电话' }))
    await first.sees(/^1\d{10}$/)
    await first.picture('call-back')
  })

  it('sees who is on the phone with somebody else, whom it then cannot call', async () => {
    const account = { account: 'duban2', password: 'minsheng-demo' }
    const { accessToken: token } = await request<{ accessToken: string }>('/sessions/staff', {
      body: account,
    })
    const { items } = await request<{ items: Item[] }>('/call-backs', { token })
    const other = items.find(
      (item) => item.receiptNo !== receiptNo && item.isAvailable && item.claimedByName === null,
    )
    await request(`/call-backs/${other?.id}/acts/claim`, { token, body: {} })
    await first.press('关闭')
    await first.sees('虞秋月正在打')
    const taken = cardOf(first, other?.receiptNo ?? '')
    expect(await taken.getByRole('button', { name: '我来打' }).count()).toBe(0)
    await first.press(cardOf(first, receiptNo).getByRole('button', { name: '继续' }))
  })

  it('asks for what is missing, keeps what was said, and goes on to the next', async () => {
    await first.press(first.page.getByRole('radio', { name: '接通了' }))
    await first.press('记录结果')
    await first.sees('请照居民说的选好、写好再记录')
    await first.fill('居民说了什么', '说没有人到过现场，希望先打电话约时间')
    await first.press('记录结果')
    await first.sees('已记录')
    await first.press(first.page.getByRole('tab', { name: '已回访' }))
    await first.sees(/说没有人到过现场/)
    await first.picture('call-backs-reached')
    expect(first.troubles).toEqual([])
  })
})
