import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { Device, openBrowser } from './device'
import { aKnownResident, openOrder, staff } from './people'

/** Files a need by hand on the phone; the answer is its receipt number. */
async function files(browser: Browser, text: string): Promise<{ resident: Device; receiptNo: string }> {
  const resident = await aKnownResident(browser)
  await resident.fill('您遇到的困难', text)
  await resident.press('一键提交')
  await resident.sees('已经收到')
  const receiptNo = (
    await resident
      .text(/^MS\d{8}-\d{4,}-\d$/)
      .first()
      .innerText()
  ).trim()
  await resident.press('看进度')
  return { resident, receiptNo }
}

describe('the desk', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
  })

  it('tells the slower of two handlers what happened, and shows how it is now', async () => {
    const { resident, receiptNo } = await files(browser, '南门路灯不亮，已经三天了')
    const [fast, slow] = await Promise.all([staff(browser, '傅晓岚'), staff(browser, '傅晓岚')])
    await openOrder(fast, receiptNo)
    await openOrder(slow, receiptNo)
    await fast.press('签收')
    await fast.sees('记录联系')
    await slow.press('签收')
    await slow.sees('有变化')
    await slow.sees('记录联系')
    await slow.picture('changed-meanwhile')
    await Promise.all([fast, slow, resident].map((device) => device.close()))
  })

  it('shows the phone of the complainant only to who says why', async () => {
    const { resident, receiptNo } = await files(browser, '幸福路的路灯坏了，晚上看不见路')
    const handler = await staff(browser, '傅晓岚')
    await openOrder(handler, receiptNo)
    await handler.sees(/199\*{4}\d{4}/)
    expect(await handler.text(/199\d{8}/).count()).toBe(0)
    await handler.press('查看电话')
    await handler.press('查看')
    await handler.sees(/199\d{8}/)
    await Promise.all([handler, resident].map((device) => device.close()))
  })

  it('refuses an answer without contact in words, and keeps what was typed', async () => {
    const { resident, receiptNo } = await files(browser, '滨河路路灯整排不亮')
    const handler = await staff(browser, '傅晓岚')
    await openOrder(handler, receiptNo)
    await handler.press('签收')
    await handler.press('提交答复')
    await handler.sees('还没有记录联系')
    const words = '已到现场更换线路，整排路灯恢复照明，居民已确认。'
    await handler.fill('答复内容', '太短')
    await handler.press(handler.page.getByRole('dialog').getByRole('button', { name: '提交答复' }))
    await handler.sees(/至少 20 个字/)
    await handler.fill('答复内容', words)
    await handler.press(handler.page.getByRole('radio', { name: '已解决', exact: true }))
    await handler.press(handler.page.getByRole('dialog').getByRole('button', { name: '提交答复' }))
    await handler.sees(/联系/)
    await handler.holds('答复内容', words)
    await Promise.all([handler, resident].map((device) => device.close()))
  })

  it('sends what the machine is not sure of to the dispatcher, who settles it with one tap', async () => {
    const { resident, receiptNo } = await files(browser, '那个事情到底管不管，说了好多次了')
    await resident.sees('正在确定由谁办理')
    const dispatcher = await staff(browser, '温书平')
    await dispatcher.open('/desk/pages/triage/index')
    const card = dispatcher.page.locator('[class^=card_]').filter({ hasText: receiptNo })
    for (;;) {
      // The network is idle too while the page has yet to ask: what counts is what is there to be seen.
      await card.or(dispatcher.button('显示更多')).first().waitFor()
      if (await card.count()) break
      await dispatcher.press('显示更多')
    }
    await dispatcher.picture('triage')
    const guess = card.first().getByRole('button', { name: /→/ }).first()
    if (await guess.count()) await dispatcher.press(guess)
    else {
      await dispatcher.press(card.first().getByRole('button', { name: '选别的' }))
      await dispatcher.press(dispatcher.page.getByRole('dialog').locator('button[class*=leaf]').first())
      await dispatcher.press('派单')
    }
    await resident.sees(/已转给/, 5_000)
    await Promise.all([dispatcher, resident].map((device) => device.close()))
  })

  it('returns an order with reason and basis, and the dispatcher gives it to another department', async () => {
    const { resident, receiptNo } = await files(browser, '东门的路灯不亮，灯杆也歪了')
    const handler = await staff(browser, '傅晓岚')
    await openOrder(handler, receiptNo)
    await handler.press('申请退单')
    await handler.fill('理由', '该路段路灯由开发商代管，尚未移交')
    await handler.fill('依据', '《市政设施移交办法》第八条')
    await handler.press(handler.page.getByRole('radio', { name: /住房/ }))
    await handler.press(handler.page.getByRole('dialog').getByRole('button', { name: '申请退单' }))
    await handler.sees('退单待裁')

    const dispatcher = await staff(browser, '温书平')
    await openOrder(dispatcher, receiptNo)
    await dispatcher.press('裁决退单')
    await dispatcher.fill('裁决说明', '情况属实，改由住建部门协调开发商')
    await dispatcher.press(dispatcher.page.getByRole('dialog').getByRole('button', { name: '裁决退单' }))
    await resident.sees(/住房.*办理/, 5_000)
    await Promise.all([handler, dispatcher, resident].map((device) => device.close()))
  })

  it('shows the list and the order side by side in a wide window', async () => {
    const handler = await staff(browser, '傅晓岚', { width: 1280, height: 800 })
    await handler.press(handler.page.getByRole('link').filter({ visible: true }))
    await handler.sees('办理经过')
    expect(new URL(handler.page.url()).pathname).toBe('/desk/pages/queue/index')
    await handler.picture('desk-wide')
    await handler.close()
  })
})
