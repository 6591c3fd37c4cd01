import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { aPhoto, Device, openBrowser } from './device'
import { aCommunity } from './server'
import { aKnownResident, aResident, signIn } from './people'

const SUBMIT = '**/api/v1/needs'

describe('filing a need', () => {
  let browser: Browser
  let open: Device[] = []
  const opened = <T extends Device>(device: T): T => {
    open.push(device)
    return device
  }
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterEach(async () => {
    const troubles = open.flatMap((device) => device.troubles)
    await Promise.all(open.map((device) => device.close()))
    open = []
    expect(troubles).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
  })

  /** How many of my needs have this title, as the list tells after a reload. */
  const filed = async (device: Device, title: string) => {
    await device.open('/pages/progress/index')
    await device.sees(title)
    return device.page.getByRole('link').filter({ visible: true, hasText: title }).count()
  }

  it('waits on the phone without signal, survives a reload, and goes out by itself, once', async () => {
    const resident = opened(await aKnownResident(browser))
    await resident.fill('您遇到的困难', '河堤步道的护栏断了一截，孩子们常在那里玩')
    await resident.sees((await aCommunity()).name)
    await resident.context.setOffline(true)
    await resident.press('一键提交')
    await resident.sees('待发送')
    await resident.picture('waiting')

    await resident.press(resident.page.getByText('进度', { exact: true }))
    await resident.sees('待发送')
    await resident.context.setOffline(false)
    await resident.sees(/MS\d{8}|前答复|正在确定由谁办理/)
    await resident.text('待发送').waitFor({ state: 'hidden' })
    expect(await filed(resident, '河堤步道')).toBe(1)
  })

  it('waits for the phone that is still looking for its place, instead of asking for it', async () => {
    const resident = opened(await aKnownResident(browser))
    let found = () => {}
    const isFound = new Promise<void>((go) => (found = go))
    await resident.page.route('**/api/v1/areas/locate*', async (route) => {
      await isFound
      await route.continue()
    })
    await resident.fill('您遇到的困难', '凉亭的石凳碎了一块，老人坐不稳')
    await resident.sees('正在找您的位置')
    await resident.press('一键提交')
    await resident.sees('正在提交')
    found()
    await resident.sees('已经收到')
  })

  it('files exactly once when the app is closed between sending and the answer', async () => {
    const resident = opened(await aKnownResident(browser))
    await resident.fill('您遇到的困难', '地下车库漏水，积水快没过脚面')
    await resident.sees((await aCommunity()).name)
    // The server files it, and the answer never reaches the phone.
    let arrived: () => void
    const reached = new Promise<void>((done) => (arrived = done))
    await resident.page.route(SUBMIT, async (route) => {
      await route.fetch()
      arrived()
    })
    await resident.press('一键提交')
    await reached
    await resident.page.unroute(SUBMIT)
    await resident.open('/pages/progress/index')
    await resident.text('待发送').waitFor({ state: 'hidden' })
    expect(await filed(resident, '地下车库')).toBe(1)

    await resident.open('/')
    await resident.button('一键提交').waitFor()
    await resident.holds('您遇到的困难', '')
  })

  it('keeps the draft with its text, photo and place when the page is closed', async () => {
    const resident = opened(await aResident(browser))
    await resident.open('/')
    await resident.fill('您遇到的困难', '楼道灯不亮')
    await resident.attach('照片', await aPhoto(browser))
    await resident.sees((await aCommunity()).name)
    await resident.button('照片 1').waitFor()

    await resident.open('/pages/me/index')
    await resident.open('/')
    await resident.holds('您遇到的困难', '楼道灯不亮')
    await resident.button('照片 1').locator('img').waitFor()
    await resident.sees((await aCommunity()).name)
  })

  it('uploads nine photos at once while the text is being typed', async () => {
    const resident = opened(await aKnownResident(browser))
    const photos = await Promise.all(Array.from({ length: 9 }, (_, n) => aPhoto(browser, n)))
    const uploads: number[] = []
    resident.page.on('response', (answer) => {
      if (answer.url().endsWith('/attachments')) uploads.push(answer.status())
    })
    await resident.attach('照片', ...photos)
    await resident.fill('您遇到的困难', '广场的地砖松了一片，下雨天踩上去溅一身水')
    await resident.button('照片 9').waitFor()
    await resident.sees((await aCommunity()).name)
    await resident.press('一键提交')
    await resident.sees('已经收到')
    expect(uploads).toEqual(Array.from({ length: 9 }, () => 201))
    await resident.press('看进度')
    await resident.button('照片 9').waitFor()
  })

  it('says what is wrong with a broken photo, and keeps the draft', async () => {
    const resident = opened(await aKnownResident(browser))
    await resident.fill('您遇到的困难', '墙皮脱落')
    await resident.attach('照片', Buffer.from('this is no picture'))
    await resident.sees(/只能传照片|打不开/)
    await resident.holds('您遇到的困难', '墙皮脱落')
  })

  it('asks for words before it sends, at the field', async () => {
    const resident = opened(await aResident(browser))
    await resident.open('/')
    await resident.press('一键提交')
    await resident.sees('请先写一句遇到了什么困难')
    expect(await resident.field('您遇到的困难').getAttribute('aria-invalid')).toBe('true')
  })

  it('asks for the place on the way when the phone does not tell it, and goes on by itself', async () => {
    const resident = opened(Object.assign(await Device.of(browser), { phone: '19930000001' }))
    const { name } = await aCommunity(3)
    await resident.open('/')
    await resident.fill('您遇到的困难', '公交站牌倒了')
    await resident.press('一键提交')
    await resident.sees('在哪里？')
    await resident.picture('place')
    await resident.press(name)
    await signIn(resident)
    await resident.sees('已经收到')
    expect(resident.taps).toBeLessThanOrEqual(3)
  })

  it('tells somebody outside the district to choose a community', async () => {
    const resident = opened(await aResident(browser, { gps: { latitude: 39.9, longitude: 116.39 } }))
    await resident.open('/')
    await resident.press(/地点：/)
    await resident.press('用我现在的位置')
    await resident.sees('您现在不在本区内，请选一个社区')
  })

  it('shows 119 first when gas leaks, and still files with the same button', async () => {
    const resident = opened(await aKnownResident(browser))
    await resident.fill('您遇到的困难', '楼道里燃气泄漏，味道很重')
    await resident.sees('有危险，请先打电话')
    await resident.button('拨打 119').waitFor()
    await resident.picture('danger')
    await resident.sees((await aCommunity()).name)
    await resident.press('一键提交')
    await resident.sees('已经收到')
  })

  it('lets the resident correct the category on the receipt', async () => {
    const resident = opened(await aKnownResident(browser))
    await resident.fill('您遇到的困难', '小区路灯不亮')
    await resident.sees((await aCommunity()).name)
    await resident.press('一键提交')
    await resident.sees('已经收到')
    await resident.press('分得不对？改一下')
    await resident.press(resident.page.getByRole('radio', { name: /教育/ }))
    const leaf = resident.page.getByRole('dialog').locator('button[class*=leaf]').first()
    const chosen = (await leaf.innerText()).trim()
    await resident.press(leaf)
    await resident.sees(`· ${chosen}`)
  })

  it('shows what a neighbour has filed already, and joins it with one tap', async () => {
    const neighbour = opened(await aKnownResident(browser))
    await neighbour.fill('您遇到的困难', '小区北门的路灯坏了三天，老人晚上出门看不清台阶')
    await neighbour.sees((await aCommunity()).name)
    await neighbour.press('一键提交')
    await neighbour.sees('已经收到')

    const resident = opened(await aKnownResident(browser))
    await resident.fill('您遇到的困难', '小区北门的路灯坏了，晚上看不清路')
    await resident.sees((await aCommunity()).name)
    await resident.sees('附近有人反映过类似的事')
    await resident.picture('lookalikes')
    await resident.press(resident.button('我也遇到').first())
    await resident.sees('已经收到')
    await resident.sees(/和附近的同一件事一起办/)
    await resident.picture('joined')
  })

  it('files as ever when nobody tells of look-alikes', async () => {
    const resident = opened(await aKnownResident(browser))
    await resident.page.route('**/api/v1/lookalikes', (route) => route.abort())
    const asked = resident.page.waitForRequest('**/api/v1/lookalikes')
    await resident.fill('您遇到的困难', '健身广场的路灯又坏了两盏')
    await resident.sees((await aCommunity()).name)
    await asked
    await resident.press('一键提交')
    await resident.sees('已经收到')
    expect(await resident.text('附近有人反映过').count()).toBe(0)
  })

  it('keeps what is filed too often, says when it goes out, and does not call it a lack of signal', async () => {
    const resident = opened(await aKnownResident(browser))
    await resident.fill('您遇到的困难', '路口红绿灯不亮')
    await resident.sees((await aCommunity()).name)
    const refused = await resident.page.evaluate(async () => {
      const stored = JSON.parse(localStorage.getItem('session') ?? '{}') as { data: string }
      const { state } = JSON.parse(stored.data) as { state: { resident: { accessToken: string } } }
      const { items } = (await (await fetch('/api/v1/areas?level=community')).json()) as {
        items: { id: string }[]
      }
      for (let n = 1; n < 50; n++) {
        const { status } = await fetch('/api/v1/needs', {
          method: 'POST',
          headers: {
            Authorization: `Bearer ${state.resident.accessToken}`,
            'Content-Type': 'application/json',
            'Idempotency-Key': crypto.randomUUID(),
          },
          body: JSON.stringify({ text: `第 ${n} 件`, areaId: items[0]?.id }),
        })
        if (status === 429) return true
      }
      return false
    })
    expect(refused).toBe(true)
    await resident.press('一键提交')
    await resident.sees(/提交太频繁，约 \d+ 分钟后自动发出/)
    expect(await resident.text('有信号后').count()).toBe(0)
    await resident.press('改一改')
    await resident.holds('您遇到的困难', '路口红绿灯不亮')
  })

  it('renews a session that has run out without asking the person', async () => {
    const resident = opened(await aKnownResident(browser))
    await resident.page.evaluate(() => {
      const stored = localStorage.getItem('session') ?? ''
      localStorage.setItem('session', stored.replace(/accessToken\\":\\"[^\\]+/, 'accessToken\\":\\"run-out'))
    })
    await resident.open('/pages/progress/index')
    await resident.sees('还没有诉求')
    expect(await resident.page.evaluate(() => localStorage.getItem('session'))).not.toContain('run-out')
  })

  it('asks before it withdraws a need, and shows that it is withdrawn', async () => {
    const resident = opened(await aKnownResident(browser))
    await resident.fill('您遇到的困难', '小区健身器材松动')
    await resident.sees((await aCommunity()).name)
    await resident.press('一键提交')
    await resident.press('看进度')
    await resident.press('撤回诉求')
    await resident.press('取消')
    await resident.press('撤回诉求')
    await resident.press('确定')
    await resident.sees('您撤回了诉求')
    expect(await resident.button('撤回诉求').count()).toBe(0)
  })

  it('records a voice note where the browser can', async () => {
    const resident = opened(await aKnownResident(browser))
    await resident.context.grantPermissions(['microphone', 'geolocation'])
    await resident.press('说话')
    await resident.sees(/正在录音 1 秒/)
    await resident.press(/正在录音/)
    await resident.button(/语音/).first().waitFor()
    await resident.page.locator('[class*=progress]').waitFor({ state: 'detached' })
    expect(await resident.text('未传上').count()).toBe(0)
    await resident.sees((await aCommunity()).name)
    await resident.press('一键提交')
    await resident.sees('已经收到')
  })
})
