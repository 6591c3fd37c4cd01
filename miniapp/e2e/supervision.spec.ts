import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { Device, openBrowser } from './device'
import { aKnownResident, openOrder, staff } from './people'

describe('when it takes too long', () => {
  let browser: Browser
  let resident: Device
  let receiptNo: string
  beforeAll(async () => {
    browser = await openBrowser()
    resident = await aKnownResident(browser)
    await resident.fill('您遇到的困难', '滨河路北段的路灯一排都不亮')
    await resident.press('一键提交')
    await resident.sees('已经收到')
    const number = resident.text(/^MS\d{8}-\d{4,}-\d$/).first()
    receiptNo = (await number.innerText()).trim()
    await resident.press('看进度')
    await resident.sees('催一催')
  })
  afterAll(async () => {
    await browser.close()
  })

  it('a resident chases once a day, and the handler sees it in the queue and at the bell', async () => {
    await resident.press('催一催')
    await resident.sees('您催了一次')
    await resident.sees(/您催了 1 次.*可以再催/)
    expect(await resident.button('催一催').count()).toBe(0)
    await resident.picture('reminded')
    const handler = await staff(browser, '傅晓岚')
    await openOrder(handler, receiptNo)
    await handler.sees('催办 1 次')
    await openFrom(handler, '第 1 次催办', '办理经过')
    await handler.close()
  })

  it('a supervisor issues an order, the department answers, the supervisor closes it', async () => {
    const supervisor = await staff(browser, '纪长青')
    await openOrder(supervisor, receiptNo)
    await supervisor.press(supervisor.button('督办'))
    await supervisor.press(supervisor.page.getByRole('radio', { name: '挂牌督办' }))
    await supervisor.fill('督办要求', '请今晚到现场抢修，并把结果告诉居民')
    await supervisor.picture('supervise')
    await supervisor.press(inSheet(supervisor, '督办'))
    await supervisor.sees(receiptNo.replace('MS', 'DB'))

    const handler = await staff(browser, '傅晓岚')
    await openFrom(handler, '已挂牌督办', '督办经过')
    await handler.press('提交反馈')
    await handler.fill('反馈内容', '知道了')
    await handler.press(inSheet(handler, '提交反馈'))
    await handler.sees(/不少于 10 个字/)
    await handler.fill('反馈内容', '电工已到现场，今晚十点前恢复照明。')
    await handler.press(inSheet(handler, '提交反馈'))
    await handler.sees('待结论')
    await handler.picture('feedback')

    await openFrom(supervisor, '有了反馈', '督办经过')
    await supervisor.sees('电工已到现场')
    await supervisor.press('办结')
    await supervisor.fill('结论', '现场已恢复照明，予以办结')
    await supervisor.press(inSheet(supervisor, '办结'))
    await supervisor.sees('已办结')
    await Promise.all([handler, supervisor].map((device) => device.close()))
  })

  it('everybody reads what is listed, without the words of the resident', async () => {
    const anybody = await Device.of(browser)
    await anybody.open('/public/pages/listed/index')
    await anybody.sees('城市管理局负责')
    expect(await anybody.text('滨河路北段').count()).toBe(0)
    expect(await anybody.text(receiptNo.slice(2)).count()).toBe(0)
    await anybody.picture('listed')
    expect(anybody.troubles).toEqual([])
    await anybody.close()
  })
})

const inSheet = (device: Device, name: string) =>
  device.page.getByRole('dialog').getByRole('button', { name, exact: true })

/** Opens what a notice of the street lamp is about, as soon as it has come. */
async function openFrom(device: Device, words: string, seen: string): Promise<void> {
  const notice = device.page.getByRole('link').filter({ hasText: words }).filter({ hasText: '滨河路北段' })
  for (;;) {
    await device.open('/desk/pages/notices/index')
    await device.settled()
    if (await notice.count()) break
  }
  await device.press(notice)
  await device.sees(seen)
}
