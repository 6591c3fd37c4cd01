import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { aPhoto, openBrowser } from './device'
import { moveTo, publicly, type RunningServer, serverUrl, startServer } from './server'
import { staff } from './people'
import { Clerk } from './weapp-desk'

const template = 'unknown-template'

/** A resident of WeChat by the API, whose photos content safety calls risky. */
async function fileByWeChat(browser: Browser): Promise<string> {
  const url = (path: string) => `${serverUrl()}/api/v1${path}`
  const post = async (path: string, body: object | FormData, headers: Record<string, string> = {}) => {
    const isForm = body instanceof FormData
    const answer = await fetch(url(path), {
      method: 'POST',
      body: isForm ? body : JSON.stringify(body),
      headers: { ...(!isForm && { 'content-type': 'application/json' }), ...headers },
    })
    expect({ path, ok: answer.ok }).toEqual({ path, ok: true })
    return answer.json()
  }
  const { accessToken } = await post('/sessions/wechat', { code: `risky-${process.pid}.1` })
  const authorization = `Bearer ${accessToken}`
  await post('/subscriptions', { accepted: [template] }, { authorization })
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(await aPhoto(browser))], { type: 'image/png' }), 'lamp.png')
  const { id } = await post('/attachments', form, { authorization })
  const { items } = await publicly<{ items: { id: string }[] }>('/areas?level=community')
  const need = { text: '【存疑】小区南门路灯不亮，已经三天了', areaId: items[0]?.id, attachmentIds: [id] }
  const filed = await post('/needs', need, { authorization, 'idempotency-key': crypto.randomUUID() })
  return filed.receiptNo
}

describe('what a machine could not settle', () => {
  let browser: Browser
  let server: RunningServer
  let receiptNo: string
  beforeAll(async () => {
    // Its WeChat knows no such template: the message of progress cannot be brought.
    server = await startServer({ WECHAT_TEMPLATE_PROGRESS: `${template}:thing1=title` })
    moveTo(server)
    browser = await openBrowser()
    receiptNo = await fileByWeChat(browser)
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  it('is decided by a dispatcher when content safety did not pass it', async () => {
    const dispatcher = await staff(browser, '分拨员')
    await dispatcher.press(dispatcher.page.getByRole('tab', { name: '内容' }))
    await dispatcher.sees('【存疑】小区南门路灯不亮，已经三天了')
    await dispatcher.sees(receiptNo)
    await dispatcher.button('隐藏照片').first().waitFor()
    await dispatcher.picture('desk-safety')
    await dispatcher.press('隐藏照片')
    await dispatcher.sees('已隐藏，只有工作人员还能看到')
    await dispatcher.press('看过了，照常办理')
    await dispatcher.sees('都看过了')
    await dispatcher.page.reload()
    await dispatcher.sees('都看过了')
    expect(dispatcher.troubles).toEqual([])
    await dispatcher.close()
  })

  it('is sent again by an administrator, and comes back until it arrives', async () => {
    await (await Clerk.of('傅晓岚')).does(receiptNo, ['accept', {}])
    const administrator = await staff(browser, '管理员')
    await administrator.press(administrator.page.getByRole('tab', { name: '未送达' }))
    await administrator.sees('微信订阅消息')
    await administrator.sees(/errcode 40037/)
    await administrator.picture('desk-outbox')
    await administrator.press('重新发送')
    await administrator.sees('已重新排队，送不到还会回到这里')
    await administrator.sees('都送到了')
    await administrator.page.reload()
    await administrator.sees(/errcode 40037/)
    expect(administrator.troubles).toEqual([])
    await administrator.close()
  })
})
