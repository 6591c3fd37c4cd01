import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { request } from './api'
import { aPhoto, Device, openBrowser } from './device'
import { aCommunity } from './server'
import { aPhone, aResident, staff } from './people'
import { stored } from './scenes/stage'
import { Clerk } from './weapp-desk'

const HANDLER = '傅晓岚'
const REVIEWER = '侯正阳'
const SUPERVISOR = '纪长青'
const LAMP = '小区南门的路灯坏了半个月，老人晚上出门看不清台阶。'
const ANSWER = '已更换南门路灯的灯头和线路，与张先生在3号楼2单元旁试灯，照明正常，电话13812340000。'

interface Session {
  accessToken: string
}
interface Filed {
  id: string
  receiptNo: string
  version: number
}

/** A resident whose need is filed by the API, with the browser signed in as the same person. */
async function aNeighbourWithANeed(browser: Browser, photo: Buffer) {
  const phone = aPhone()
  const { demoCode } = await request<{ demoCode: string }>('/phone-codes', { body: { phone } })
  const session = await request<Session>('/sessions/phone', { body: { phone, code: demoCode } })
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(photo)], { type: 'image/png' }), 'before.png')
  const token = session.accessToken
  const { id: attachmentId } = await request<{ id: string }>('/attachments', { token, body: form })
  const community = await aCommunity()
  const { items } = await request<{ items: { id: string; name: string }[] }>('/areas?level=community')
  const areaId = items.find(({ name }) => name === community.name)?.id
  const need = await request<Filed>('/needs', {
    token,
    idempotencyKey: randomUUID(),
    body: { text: LAMP, areaId, attachmentIds: [attachmentId] },
  })
  const device = await Device.of(browser, {
    memory: { session: stored({ resident: session, staff: null }) },
  })
  return { device, need, token, community: community.name }
}

describe('reasons to trust', () => {
  let browser: Browser
  let resident: Device
  let story: Awaited<ReturnType<typeof aNeighbourWithANeed>>
  beforeAll(async () => {
    browser = await openBrowser()
    story = await aNeighbourWithANeed(browser, await aPhoto(browser))
    resident = story.device
    const handler = await Clerk.of(HANDLER)
    const evidence = await handler.attach(await aPhoto(browser, 2))
    const answer = { text: ANSWER, result: 'solved', attachmentIds: [evidence] }
    await handler.does(
      story.need.receiptNo,
      ['accept', {}],
      ['contact', { how: 'phone', note: '已电话联系，约好当天傍晚到现场' }],
      ['submitAnswer', answer],
    )
    await (await Clerk.of(REVIEWER)).does(story.need.receiptNo, ['approve', {}])
  })
  afterAll(async () => {
    await browser.close()
  })

  it('tells the progress as a story: photos before and after, older steps folded', async () => {
    await resident.open(`/pages/need/index?id=${story.need.id}`)
    await resident.sees('办得怎么样？')
    await resident.button('办理前的照片，看大图').waitFor()
    await resident.button('办理后的照片，看大图').waitFor()
    await resident.picture('story-answered')
    const steps = resident.page.locator('[role=listitem]').filter({ visible: true })
    const folded = await steps.count()
    await resident.press(/看更早的 \d+ 步/)
    await resident.sees('您提交了诉求')
    expect(await steps.count()).toBeGreaterThan(folded)
  })

  it('takes a complaint by one tap, and shows who answers it by when', async () => {
    await resident.press('一键投诉')
    await resident.sees('投诉已收到')
    await resident.picture('complaint-sheet')
    await resident.fill('哪里没办好（可不填）', '答复说修好了，晚上还是不亮')
    await resident.press('好了')
    await resident.sees(/明天 \d\d:\d\d 前，监督人员打电话联系您/)
    await resident.sees('答复说修好了，晚上还是不亮')
    expect(await resident.button('一键投诉').count()).toBe(0)
    await resident.picture('complaint')
  })

  it('lets a person of the supervision office respond, and the open page says so within 2 seconds', async () => {
    const supervisor = await staff(browser, SUPERVISOR)
    await supervisor.open('/desk/pages/complaints/index')
    await supervisor.sees(story.need.receiptNo)
    await supervisor.picture('desk-complaints')
    const card = supervisor.page
      .locator('.taro_page')
      .getByText(story.need.receiptNo)
      .locator('xpath=ancestor::*[.//*[text()="记录响应"]][1]')
    await supervisor.press(card.getByRole('button', { name: '看电话' }))
    await supervisor.sees(/^1\d{10}$/)
    await supervisor.press(card.getByRole('button', { name: '记录响应' }))
    await supervisor.fill('联系的情况', '已通话，问清了情况，今晚到现场复核')
    await supervisor.press(supervisor.page.getByRole('dialog').getByRole('button', { name: '记录响应' }))
    await resident.sees(/监督人员纪长青.*打电话联系了您/, 2_500)
    await resident.picture('complaint-responded')
    expect(supervisor.troubles).toEqual([])
    await supervisor.close()
  })

  it('shows everybody what was solved, without a name, a number or a word of the resident', async () => {
    await request(`/needs/${story.need.id}/rating`, {
      token: story.token,
      body: { level: 5, solved: true, words: '谢谢师傅' },
    })
    const stranger = await aResident(browser)
    await stranger.open('/public/pages/around/index')
    await stranger.sees('最近 7 天')
    await stranger.sees(/评价非常满意/)
    await stranger.picture('around')
    const page = await stranger.page.locator('.taro_page').filter({ visible: true }).innerText()
    for (const secret of [/张先生/, /13812340000/, /3号楼/, /谢谢师傅/, /看不清台阶/])
      expect(page).not.toMatch(secret)
    await stranger.press(stranger.page.getByRole('tab', { name: '各单位' }))
    await stranger.sees(/人评价/)
    await stranger.picture('around-rates')
    await stranger.press(stranger.page.getByRole('tab', { name: '信息怎么用' }))
    await stranger.sees('谁能看到我的电话和住址？')
    await stranger.picture('around-trust')
    expect(stranger.troubles).toEqual([])
    await stranger.close()
  })

  it('leads from the home page to what was solved near by', async () => {
    const stranger = await aResident(browser)
    await stranger.open('/')
    await stranger.sees('身边办成的事')
    await stranger.page.getByText('看更多身边办成的事').scrollIntoViewIfNeeded()
    await stranger.picture('home-around')
    await stranger.press(stranger.page.getByRole('link', { name: '看更多身边办成的事' }))
    await stranger.sees('最近 7 天')
    await stranger.close()
  })

  it('shows no error on any page of the story', () => {
    expect(resident.troubles).toEqual([])
  })
})
