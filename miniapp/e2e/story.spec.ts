import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { aPhoto, openBrowser, slowdown, type Device } from './device'
import { aCommunity } from './server'
import { aResident, openOrder, signIn, staff } from './people'

const HANDLER = '傅晓岚'
const REVIEWER = '侯正阳'
const LEADER = '程立言'
const DEPARTMENT = '城市管理局'
const NEED = '小区南门的路灯坏了半个月，老人晚上出门看不清台阶。'

/** The ratings and reworks of the department, as the leader reads them. */
async function scoreOf(leader: Device): Promise<{ rated: number; reworks: number }> {
  await leader.open('/desk/pages/scores/index')
  const row = leader.page.locator('[role=listitem]').filter({ hasText: DEPARTMENT })
  await row.first().waitFor()
  const text = (await row.first().innerText()).replace(/\n/g, ' ')
  const count = (name: string) => Number(new RegExp(`${name} (\\d+)`).exec(text)?.[1])
  return { rated: count('评价'), reworks: count('重办') }
}

async function answer(handler: Device, receiptNo: string, words: string, photo: Buffer): Promise<void> {
  await openOrder(handler, receiptNo)
  await handler.press('签收')
  await handler.press('记录联系')
  await handler.fill('联系情况', '已电话联系，约好当天傍晚到现场')
  await handler.press(handler.page.getByRole('dialog').getByRole('button', { name: '记录联系' }))
  await handler.sees('首次联系')
  await handler.press('提交答复')
  await handler.fill('答复内容', words)
  await handler.press(handler.page.getByRole('radio', { name: '已解决', exact: true }))
  await handler.attach('照片', photo)
  await handler.press(handler.page.getByRole('dialog').getByRole('button', { name: '提交答复' }))
  await handler.sees('待审核')
}

async function approve(reviewer: Device, receiptNo: string): Promise<void> {
  await openOrder(reviewer, receiptNo)
  await reviewer.press('审核通过')
  await reviewer.press(reviewer.page.getByRole('dialog').getByRole('button', { name: '审核通过' }))
  await reviewer.sees('已答复')
}

describe('the whole story, from a resident’s tap to the score', () => {
  let browser: Browser
  let resident: Device & { phone: string }
  let handler: Device
  let reviewer: Device
  let leader: Device
  let receiptNo = ''
  let before: Awaited<ReturnType<typeof scoreOf>>

  beforeAll(async () => {
    browser = await openBrowser()
    resident = await aResident(browser)
    handler = await staff(browser, HANDLER)
    reviewer = await staff(browser, REVIEWER)
    leader = await staff(browser, LEADER)
    before = await scoreOf(leader)
  })
  afterAll(async () => {
    await browser.close()
  })

  it('takes a person who was never here at most 3 taps and 10 seconds to the receipt, with a photo', async () => {
    const photo = await aPhoto(browser)
    const start = Date.now()
    await resident.open('/')
    await resident.fill('您遇到的困难', NEED)
    await resident.attach('照片', photo)
    await resident.sees((await aCommunity()).name)
    const beforePicture = Date.now()
    await resident.picture('home')
    const pictured = Date.now() - beforePicture
    await resident.press('一键提交')
    await signIn(resident)
    await resident.sees('已经收到')
    const seconds = (Date.now() - start - pictured) / 1000 / slowdown
    receiptNo = (
      await resident
        .text(/^MS\d{8}-\d{4,}-\d$/)
        .first()
        .innerText()
    ).trim()
    await resident.picture('receipt')

    console.info(`to the receipt: ${resident.taps} taps, ${seconds.toFixed(1)} s`)
    expect(resident.taps).toBeLessThanOrEqual(3)
    expect(seconds).toBeLessThanOrEqual(10)
    await resident.sees(DEPARTMENT)
    await resident.press('看进度')
    await resident.sees(`已转给${DEPARTMENT}`)
  })

  it('shows the acceptance on the resident’s open page within 2 seconds', async () => {
    await openOrder(handler, receiptNo)
    await handler.picture('order')
    await handler.press('签收')
    await handler.sees('记录联系')
    await resident.sees(`${DEPARTMENT}收到了，开始办理`, 2_000)
    await resident.sees(`${DEPARTMENT}正在处理`)
    await resident.picture('progress')
  })

  it('lets the handler answer with a photo and the reviewer approve it', async () => {
    await handler.press('记录联系')
    await handler.fill('联系情况', '已电话联系，约好当天傍晚到现场')
    await handler.press(handler.page.getByRole('dialog').getByRole('button', { name: '记录联系' }))
    await resident.sees('打电话联系了您')
    await handler.press('提交答复')
    await handler.fill('答复内容', '已更换南门路灯的灯头和线路，晚上七点现场试灯，照明正常。')
    await handler.press(handler.page.getByRole('radio', { name: '已解决', exact: true }))
    await handler.attach('照片', await aPhoto(browser, 2))
    await handler.picture('answer-form')
    await handler.press(handler.page.getByRole('dialog').getByRole('button', { name: '提交答复' }))
    await handler.sees('待审核')

    await approve(reviewer, receiptNo)
    await resident.sees('办得怎么样？')
    await resident.sees('晚上七点现场试灯')
    await resident.picture('answered')
  })

  it('stores a bad rating with one tap, and sends the need back for rework', async () => {
    await resident.press(resident.page.getByRole('radio', { name: '很不满意' }).filter({ visible: true }))
    await resident.sees('已记下，马上安排重新办理')
    await resident.press(resident.page.getByRole('radio', { name: '还没解决' }))
    await resident.press(resident.page.getByRole('checkbox', { name: '没修好' }))
    await resident.fill('还想说什么', '第二天晚上又不亮了')
    await resident.picture('rating')
    await resident.press('好了')
    await resident.sees('第 2 次办理')
    await resident.sees('办理中')
  })

  it('brings it back to the same department, which answers anew', async () => {
    await openOrder(handler, receiptNo)
    await handler.sees('居民上次评价：很不满意')
    await handler.picture('rework')
    await answer(
      handler,
      receiptNo,
      '重新检查后发现配电箱空开老化，已更换空开并连续两晚试灯正常。',
      await aPhoto(browser, 3),
    )
    await approve(reviewer, receiptNo)
  })

  it('closes with a good rating, and the score moves', async () => {
    await resident.sees('办得怎么样？')
    await resident.press(resident.page.getByRole('radio', { name: '非常满意' }).filter({ visible: true }))
    await resident.sees('已记下，谢谢您')
    await resident.press(resident.page.getByRole('radio', { name: '问题解决了' }))
    await resident.press('好了')
    await resident.sees('您的评价：非常满意')
    await resident.picture('closed')

    // The sums follow the acts by a moment.
    let after = await scoreOf(leader)
    for (let look = 1; look < 10 && after.rated === before.rated; look += 1) after = await scoreOf(leader)
    await leader.picture('scores')
    expect(after.rated).toBeGreaterThan(before.rated)
    expect(after.reworks).toBe(before.reworks + 1)
  })

  it('tells the progress to whoever has the number and the phone, without sign-in', async () => {
    const neighbour = await aResident(browser)
    await neighbour.open('/pages/lookup/index')
    await neighbour.fill('受理编号', receiptNo.toLowerCase().replace(/-/g, ' '))
    await neighbour.fill('手机号后四位', resident.phone.slice(-4))
    await neighbour.press('查询')
    await neighbour.sees('已办完')
    expect(await neighbour.text(/约好当天傍晚|199\d{8}/).count()).toBe(0)
    await neighbour.picture('lookup')
    await neighbour.close()
  })

  it('shows no error on any page of the story', () => {
    expect([...resident.troubles, ...handler.troubles, ...reviewer.troubles, ...leader.troubles]).toEqual([])
  })
})
