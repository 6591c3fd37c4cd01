import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { installWeapp, type WeappOptions } from '../weapp-runner/run'
import { Device, openBrowser } from './device'
import { request } from './api'
import { aPhone } from './people'
import { aCommunity, publicly } from './server'
import { Clerk } from './weapp-desk'

const folder = join(__dirname, '../dist/weapp')
/** What the WeChat build asks when it is told no other, see config/index.ts. */
const apiOrigin = process.env.TARO_APP_API ?? 'http://127.0.0.1:3000'
const LARGEST_DATA = 64 * 1024
const text = '小区南门的路灯坏了半个月，老人晚上出门看不清台阶。'

let browser: Browser
let phone: Device
let accounts = 0
beforeAll(async () => {
  browser = await openBrowser()
})
beforeEach(async () => {
  phone = await Device.of(browser)
})
/** What a phone has not, and what went wrong on it. */
afterEach(async () => {
  expect(phone.troubles).toEqual([])
  await phone.close()
})
afterAll(() => browser.close())

const set = (change: Partial<Window['phone']>) =>
  phone.page.evaluate((values) => void Object.assign(window.phone, values), change)
const calls = () => phone.page.evaluate(() => window.phone.calls)

async function open(at = '', options: Partial<WeappOptions> = {}) {
  const { items } = await publicly<{ items: { name: string; latitude: number; longitude: number }[] }>(
    '/areas?level=community',
  )
  const { latitude = 0, longitude = 0 } = items[0] ?? {}
  accounts += 1
  const account = `platform-${process.pid}-${accounts}`
  const place = { latitude, longitude }
  await installWeapp(phone.page, { folder, apiOrigin, account, place, ...options })
  await phone.open(`/__weapp/${at}`)
}
async function file() {
  await phone.fill('您遇到的困难', text)
  await phone.sees((await aCommunity()).name)
  await phone.tap('一键提交')
  await phone.sees('已经收到')
}

describe('the privacy notice', () => {
  it('comes when something private is used for the first time, and what was begun goes on', async () => {
    await open('', { privacy: 'unasked' })
    await phone.sees('您遇到什么困难？')
    await phone.field('您遇到的困难').focus()
    await phone.sees('个人信息保护')
    await phone.sees('看《民生直通小程序隐私保护指引》')
    await phone.picture('weapp-privacy')
    await phone.tap('看《民生直通小程序隐私保护指引》')
    expect(await calls()).toContain('openPrivacyContract {}')
    await phone.tap('同意并继续')
    await phone.sees((await aCommunity()).name)
    expect(await phone.text('个人信息保护').count()).toBe(0)
  })

  it('may be refused: the place is chosen by hand, photos are left out, the need is filed', async () => {
    await open('', { privacy: 'unasked' })
    await phone.fill('您遇到的困难', text)
    await phone.tap('不同意')
    await phone.tap('照片')
    await phone.tap('不同意')
    await phone.sees('您没有同意隐私指引，不能加照片；不传照片也可以提交')
    await phone.tap('一键提交')
    await phone.sees('在哪里？')
    await phone.tap('用我现在的位置')
    await phone.tap('不同意')
    await phone.sees('您没有同意隐私指引，请在下面选一个社区')
    await phone.picture('weapp-privacy-refused')
    await phone.tap((await aCommunity()).name)
    await phone.sees('已经收到')
  })

  it('says that there is another way when it does not name what is used', async () => {
    await open('', { privacy: 'undeclared' })
    await phone.tap('照片')
    await phone.sees('暂时不能加照片，不传照片也可以提交')
  })
})

describe('a permission that is refused', () => {
  it('leaves the list of communities, and the settings one tap away', async () => {
    await open('', { place: null })
    await phone.tap(phone.page.getByRole('button', { name: /^地点/ }))
    await phone.tap('用我现在的位置')
    await phone.sees('没有位置权限，请在下面选一个社区')
    await phone.picture('weapp-place-refused')
    await phone.tap('去设置里打开权限')
    expect(await calls()).toContainEqual(expect.stringContaining('openSetting'))
    await phone.tap((await aCommunity(1)).name)
    await phone.sees((await aCommunity(1)).name)
  })

  it('leaves filing without photo and typing instead of talking', async () => {
    await open()
    await set({ withoutCamera: true })
    await phone.tap('照片')
    await phone.sees(/没有得到相机或相册的许可/)
    await phone.tap('说话')
    await phone.sees(/没有得到麦克风的许可/)
    await phone.picture('weapp-media-refused')
    await file()
  })
})

describe('the phone number', () => {
  it('is WeChat’s with one tap, and shown masked', async () => {
    await open()
    const number = aPhone()
    await set({ number })
    await phone.tap(phone.page.getByRole('button', { name: /^联系电话/ }))
    await phone.picture('weapp-contact')
    await phone.tap('使用微信绑定的手机号')
    await phone.sees(`${number.slice(0, 3)}****${number.slice(7)}`)
  })

  it('may be refused there, and typed instead', async () => {
    await open()
    await phone.tap(phone.page.getByRole('button', { name: /^联系电话/ }))
    await phone.tap('使用微信绑定的手机号')
    await phone.sees('没有用微信的手机号。可以在下面自己填，也可以以后再说')
    await phone.picture('weapp-phone-refused')
    await phone.fill('联系电话', '13800001234')
    await phone.tap('好了')
    await phone.sees('13800001234')
    await file()
  })

  it('is bound by a code too', async () => {
    await open('#pages/me/index')
    await phone.tap('登录')
    await phone.tap(phone.page.getByRole('link', { name: '绑定手机号' }))
    const number = aPhone()
    await phone.fill('手机号', number)
    await phone.tap('获取验证码')
    await phone.sees('更换手机号')
    await phone.sees(`${number.slice(0, 3)}****${number.slice(7)}`)
    await phone.picture('weapp-me-bound')
  })
})

describe('messages of WeChat', () => {
  it('are offered after filing, once, from a tap', async () => {
    await open()
    await file()
    await phone.sees('有进展时告诉您')
    await phone.picture('weapp-tell-me')
    await phone.tap('用微信通知我')
    await phone.sees('好的，有进展用微信告诉您')
    expect(await phone.button('用微信通知我').count()).toBe(0)
    expect((await calls()).filter((call) => call.startsWith('requestSubscribeMessage'))).toHaveLength(1)
  })

  it.each([
    ['reject', '好的，不发微信。进展在“我的”的消息里看'],
    ['ban', /您在微信里关闭了订阅消息/],
    ['off', /您在微信里关闭了订阅消息/],
  ] as const)(
    'answered with "%s" are not asked for again, and the notices are there',
    async (answer, said) => {
      await open()
      await set({ messages: answer })
      await file()
      await phone.tap('用微信通知我')
      await phone.sees(said)
      expect(await phone.button('用微信通知我').count()).toBe(0)
      if (answer === 'off') {
        await phone.picture('weapp-tell-me-off')
        await phone.tap('去设置里打开')
        expect(await calls()).toContainEqual(expect.stringContaining('withSubscriptions'))
      }
    },
  )

  it('or not: what was told is under 我的, marked until it was seen', async () => {
    await open()
    await file()
    await phone.tap('回首页')
    await phone.tap(phone.page.getByRole('tab', { name: '我的' }))
    await phone.sees(/条未读/)
    await phone.picture('weapp-me-unread')
    await phone.tap(phone.page.getByRole('link', { name: /^消息/ }))
    await phone.sees(/收到了您的/)
    await phone.picture('weapp-notices')
    await phone.tap(phone.page.getByRole('button', { name: '返回' }))
    await phone.text(/条未读/).waitFor({ state: 'detached' })
  })
})

describe('a code on a wall', () => {
  it('opens the mini-program with the place filled in, and says so', async () => {
    await open('#pages/home/index?scene=d-xuefu-12-1')
    await phone.sees('已按扫的码填好地点：学府社区 12 号楼 1 单元')
    await phone.sees('学府社区 · 学府社区 12 号楼 1 单元')
    await phone.picture('weapp-scene')
    await phone.fill('您遇到的困难', text)
    await phone.tap('一键提交')
    await phone.sees('已经收到')
  })

  it('opens it by a plain address too', async () => {
    await open(`#pages/home/index?q=${encodeURIComponent('https://a.example.gov.cn/?scene=h-wenchang')}`)
    await phone.sees('已按扫的码填好地点：文昌街道便民服务大厅')
  })

  it('that is out of use leaves everything else as it is', async () => {
    await open('#pages/home/index?scene=d-nowhere')
    await phone.sees('这个码已停用，请直接填写诉求')
    await file()
  })

  it('may be scanned where the place is chosen', async () => {
    await open()
    await set({ codes: [{ result: '6901234567892' }, { path: 'pages/home/index?scene=d-xuefu-12-1' }] })
    await phone.tap(phone.page.getByRole('button', { name: /^地点/ }))
    await phone.tap('扫门牌上的码')
    await phone.sees('这不是门牌或大厅的码，请在下面选一个社区')
    await phone.tap('扫门牌上的码')
    await phone.sees('学府社区 · 学府社区 12 号楼 1 单元')
  })
})

describe('what WeChat does around the pages', () => {
  it('shares the home page without a word about anybody, and no need at all', async () => {
    await open()
    await file()
    expect(await phone.page.evaluate(() => window.phone.share())).toBeNull()
    await phone.tap('看进度')
    await phone.sees('已转给城市管理局')
    expect(await phone.page.evaluate(() => window.phone.share())).toBeNull()
    await phone.tap(phone.page.getByRole('button', { name: '返回' }))
    expect(await phone.page.evaluate(() => window.phone.share())).toEqual({
      title: '遇到困难？一句话就能反映，看着它办好',
      path: '/pages/home/index',
      imageUrl: '/assets/share-card.png',
    })
  })

  it('leads from a page that is not there to the home page', async () => {
    await open('#pages/gone/index')
    await phone.sees('这一页不在了')
    await phone.picture('weapp-missing')
    await phone.tap('回首页')
    await phone.sees('您遇到什么困难？')
  })

  it('puts a new version in when the person likes', async () => {
    await open()
    await phone.sees('您遇到什么困难？')
    await phone.page.evaluate(() => window.phone.bringUpdate())
    await phone.sees('新版本已备好，现在换上吗？写了一半的内容不会丢')
    await phone.tap(phone.page.getByRole('button', { name: '确定' }))
    expect(await calls()).toContain('applyUpdate {}')
  })

  it('goes on when the session is over, without asking anybody', async () => {
    await open()
    await file()
    await phone.page.evaluate(() => {
      const stored = JSON.parse(JSON.parse(localStorage.getItem('weapp:session') ?? '""'))
      stored.state.resident.accessToken = 'x'
      stored.state.resident.refreshToken = 'x.x'
      localStorage.setItem('weapp:session', JSON.stringify(JSON.stringify(stored)))
    })
    await phone.page.reload()
    await phone.tap(phone.page.getByRole('tab', { name: '进度' }))
    await phone.sees(/路灯/)
  })
})

describe('a long list of the desk', () => {
  /** The parts of the list of orders, in the order in which they were answered. */
  let parts: { address: string; items: unknown[]; nextCursor: string | null }[]

  /** Opens the list and scrolls to its end until the server has no more of it. */
  async function growToItsEnd() {
    parts = []
    phone.page.on('response', (response) => {
      const address = response.url()
      if (/\/work-orders\?/.test(address))
        void response.json().then(
          (part) => parts.push({ address, ...part }),
          () => null,
        )
    })
    await open('#desk/pages/sign-in/index')
    await phone.tap(phone.page.getByRole('button', { name: /分拨员/ }))
    const rows = phone.page.getByRole('link').filter({ visible: true })
    for (let seen = 0; seen === 0 || parts.at(-1)?.nextCursor !== null;) {
      while (parts.length === seen) await phone.page.waitForTimeout(50)
      seen = parts.length
      await rows.nth(parts.flatMap(({ items }) => items).length - 1).waitFor()
      await rows.last().evaluate(scrollToEnd)
    }
    expect(parts.length).toBeGreaterThan(1)
  }

  it('is asked for part by part, each once', async () => {
    await growToItsEnd()
    await phone.settled()
    const addresses = parts.map(({ address }) => address)
    expect(addresses).toEqual([...new Set(addresses)])
  })

  it('sends at most 64 KB to the view at once', async () => {
    await growToItsEnd()
    const { crossings } = await phone.page.evaluate(() => window.phone)
    const largest = crossings.reduce((most, { bytes }) => Math.max(most, bytes), 0)
    console.info(
      `setData of the desk: ${crossings.length} calls, the largest ${(largest / 1024).toFixed(1)} KiB`,
    )
    expect(largest).toBeGreaterThan(0)
    expect(largest).toBeLessThanOrEqual(LARGEST_DATA)
  })
})

it('shows the desk on WeChat’s map where the matter is', async () => {
  await open()
  await file()
  const receiptNo = (
    await phone
      .text(/^MS\d{8}-\d{4,}-\d$/)
      .first()
      .innerText()
  ).trim()
  const { accessToken: token } = await Clerk.session('温书平')
  const { items } = await request<{ items: { id: string }[] }>(`/work-orders?q=${receiptNo}`, { token })
  await phone.page.goto('/__weapp/#desk/pages/sign-in/index')
  await phone.page.reload()
  await phone.tap(phone.page.getByRole('button', { name: /分拨员/ }))
  await phone.sees('工单')
  await phone.page.goto(`/__weapp/#desk/pages/order/index?id=${items[0]?.id ?? ''}`)
  await phone.page.reload()
  await phone.tap(phone.page.getByRole('link', { name: '在地图上看' }))
  await phone.picture('weapp-order')
  expect(await calls()).toContainEqual(expect.stringMatching(/^openLocation .*"latitude":\d.*"address":"\S/))
})

/** As a finger does, of what scrolls around it: the next page comes by itself. */
function scrollToEnd(row: Element): void {
  let around: Element | null = row
  while (around && around.scrollHeight <= around.clientHeight + 1) around = around.parentElement
  around?.scrollTo(0, around.scrollHeight)
}
