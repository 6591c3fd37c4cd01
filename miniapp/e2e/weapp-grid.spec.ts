import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { installWeapp } from '../weapp-runner/run'
import { request } from './api'
import { aPhoto, Device, openBrowser } from './device'
import { aCommunity } from './server'
import { stored } from './scenes/stage'
import { Clerk } from './weapp-desk'

const WORKER = '方秀芬'
const API = '**/api/v1/**'
/** What the WeChat build asks when it is told no other, see config/index.ts. */
const apiOrigin = process.env.TARO_APP_API ?? 'http://127.0.0.1:3000'

interface Household {
  id: string
  building: string
  unit: string
  room: string
}

describe('the grid worker in the WeChat build', () => {
  let browser: Browser
  let phone: Device
  let token: string
  let household: Household

  beforeAll(async () => {
    browser = await openBrowser()
    phone = await Device.of(browser)
    const session = await Clerk.session(WORKER)
    token = session.accessToken
    const { households } = await request<{ households: Household[] }>('/sync/changes', { token })
    household = households[5] ?? households[0] ?? { id: '', building: '', unit: '', room: '' }
    const { gps } = await aCommunity()
    await installWeapp(phone.page, {
      folder: join(__dirname, '../dist/weapp'),
      apiOrigin,
      account: `grid-${process.pid}`,
      place: gps,
    })
    // WeChat keeps what is stored as text once more as text.
    const state = stored({ resident: null, staff: session })
    await phone.remember({ 'weapp:session': JSON.stringify((JSON.parse(state) as { data: string }).data) })
  })
  /** What a phone has not, and what went wrong on it. */
  afterEach(() => expect(phone.troubles).toEqual([]))
  afterAll(() => browser.close())

  const open = async (page: string) => {
    await phone.page.goto('about:blank') // killed
    await phone.open(`/__weapp/#${page}`)
  }
  const cutOff = async () => {
    await phone.page.route(API, (route) => route.abort())
    await phone.page.evaluate(() => void (window.phone.networkType = 'none'))
  }
  const said = '煤气味重，已让他开窗并联系燃气公司'
  const visits = async () => {
    const { items } = await request<{ items: { said: string | null; attachments: object[] }[] }>(
      `/households/${household.id}/visits`,
      { token },
    )
    return items.filter((visit) => visit.said === said)
  }

  it('writes down a visit with a photo where there is no signal', async () => {
    await open('grid/pages/home/index')
    await phone.sees('本月已走访')
    await phone.picture('weapp-grid')
    await cutOff()
    const { building, unit, room } = household
    await phone.fill('楼栋、房号或姓名', `${building}${unit}${room}`)
    await phone.tap(phone.page.getByRole('link', { name: new RegExp(`${building} ${unit} ${room}`) }))
    await phone.tap(phone.button('记一次走访'))
    await phone.fill('说了什么', said)
    const base64 = (await aPhoto(browser)).toString('base64')
    await phone.page.evaluate((photo) => window.phone.photos.push(photo), { name: 'gas.png', base64 })
    await phone.tap(phone.button('照片'))
    await phone.button('照片 1').waitFor()
    await phone.settled()
    await phone.picture('weapp-grid-visit')
  })

  it('has what was being written, photo and all, when it is killed and opened without signal', async () => {
    await open(`grid/pages/visit/index?household=${household.id}`)
    await phone.button('照片 1').waitFor()
    await phone.holds('说了什么', said)
    await phone.picture('weapp-grid-reopened')
    await phone.tap(phone.button('保存走访'))
    await phone.text('保存走访').waitFor({ state: 'hidden' })
  })

  it('keeps it through another kill, and sends it once there is signal: the server has one visit', async () => {
    await open('grid/pages/written/index')
    await phone.sees('等待发送')
    await phone.sees(said)
    await phone.picture('weapp-grid-waiting')
    expect(await visits()).toEqual([])
    await phone.page.unroute(API)
    await open('grid/pages/written/index')
    await phone.sees('都已发出')
    await phone.picture('weapp-grid-sent')
    expect(await visits()).toMatchObject([{ attachments: [{}] }])
    await open('grid/pages/written/index')
    await phone.sees('都已发出')
    expect(await visits()).toHaveLength(1)
  })

  it('says that the phone is nearly full before it is', async () => {
    await open('grid/pages/home/index')
    await phone.sees('都已发出')
    expect(await phone.text('手机存储快满了').count()).toBe(0)
    await phone.page.evaluate(() => void (window.phone.filledBytes = 175 * 1024 * 1024))
    await phone.tap(phone.button('现在同步'))
    await phone.sees('手机存储快满了')
    await phone.picture('weapp-grid-full')
  })
})
