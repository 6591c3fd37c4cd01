import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { request } from './api'
import { aPhoto, type Device, openBrowser, publicly } from './harness'
import { aKnownResident, staff } from './people'
import { Clerk } from './weapp-desk'

const WORKER = '方秀芬'
const API = '**/api/v1/**'

interface Household {
  id: string
  version: number
  building: string
  unit: string
  room: string
  note: string | null
  residents: { name: string }[]
}

describe('the grid worker at the door', () => {
  let browser: Browser
  let token: string
  let households: Household[]
  let open: Device[] = []
  beforeAll(async () => {
    browser = await openBrowser()
    token = (await Clerk.session(WORKER)).accessToken
    households = (await request<{ households: Household[] }>('/sync/changes', { token })).households
  })
  afterEach(async () => {
    const troubles = open.flatMap((device) => device.troubles)
    await Promise.all(open.map((device) => device.close()))
    open = []
    expect(troubles).toEqual([])
  })
  afterAll(() => browser.close())

  /** Each story has a door of its own. */
  const door = (index: number): Household => {
    const found = households[index * 10]
    if (!found) throw new Error('the demonstration has too few households')
    return found
  }
  const worker = async (name = WORKER) => {
    const device = await staff(browser, name)
    open.push(device)
    await device.sees('本月已走访')
    return device
  }
  const standsBefore = async (device: Device, { building, unit, room }: Household) => {
    await device.field('楼栋、房号或姓名').fill(`${building}${unit}${room}`)
    await device.press(device.page.getByRole('link', { name: new RegExp(`${building} ${unit} ${room}`) }))
    await device.sees('住户成员')
  }
  const visitsWith = async ({ id }: Household, said: string) => {
    const { items } = await request<{ items: { said: string | null; attachments: object[] }[] }>(
      `/households/${id}/visits`,
      { token },
    )
    return items.filter((visit) => visit.said === said)
  }

  it('writes down a whole visit without signal, closes the app, and finds it sent once there is signal again', async () => {
    const said = '老人说夜里起来看不清楼梯'
    const device = await worker()
    await standsBefore(device, door(1))
    await device.settled()
    await device.context.setOffline(true)
    const taps = device.taps
    await device.press('记一次走访')
    await device.press(device.page.getByRole('checkbox', { name: '安全检查' }))
    await device.field('说了什么').fill(said)
    await device.attach('照片', await aPhoto(browser))
    await device.press(device.page.getByRole('radio', { name: '一周后' }))
    await device.press(device.page.getByRole('switch', { name: '代居民提交诉求' }))
    await device.sees('为谁提交')
    await device.press(
      device.page.getByRole('radiogroup', { name: '为谁提交' }).getByRole('radio').nth(1), // who has no phone
    )
    await device.picture('grid-visit')
    await device.press('保存走访')
    await device.sees('住户成员')
    expect(device.taps - taps).toBeLessThanOrEqual(7)
    await device.picture('grid-offline')

    // The app is closed; opened anew it has its pages, and still no server.
    await device.page.goto('about:blank')
    await device.context.setOffline(false)
    await device.page.route(API, (route) => route.abort())
    await device.open('/grid/pages/written/index')
    await device.sees('等待发送')
    await device.sees(said)
    await device.picture('grid-waiting')
    await device.open(`/grid/pages/household/index?id=${door(1).id}`)
    await device.sees(/约好/)

    await device.page.unroute(API)
    await device.open('/grid/pages/written/index')
    await device.sees('都已发出')
    await device.press('给居民的凭证卡')
    await device.sees(/MS\d{8}/)
    await device.picture('grid-card')
    expect(await visitsWith(door(1), said)).toMatchObject([{ attachments: [{}] }])

    // The card makes the need the resident's own, on whatever phone it is.
    const [receiptNo, code] = await Promise.all(
      [/^MS\d{8}/, /^\d{10}$/].map((text) => device.text(text).first().innerText()),
    )
    const resident = await aKnownResident(browser)
    await resident.open('/pages/lookup/index')
    await resident.press(resident.page.getByRole('tab', { name: '凭网格员给的卡片' }))
    await resident.field('受理编号').fill(receiptNo ?? '')
    await resident.field('领取码').fill('0000000000')
    await resident.press('领取这件诉求')
    await resident.sees('请照着卡片核对')
    await resident.field('领取码').fill(code ?? '')
    await resident.press('领取这件诉求')
    await resident.sees('网格员替您提交了诉求')
    await resident.close()
  })

  it('keeps what is being written when the app is closed in the middle of it', async () => {
    const device = await worker()
    await device.open(`/grid/pages/visit/index?household=${door(2).id}`)
    await device.field('说了什么').fill('话说到一半')
    await device.press(device.page.getByRole('checkbox', { name: '看病就医' }))
    await device.settled()
    await device.open(`/grid/pages/visit/index?household=${door(2).id}`)
    await device.page.getByRole('checkbox', { name: '看病就医', checked: true }).waitFor()
    expect(await device.field('说了什么').inputValue()).toBe('话说到一半')
  })

  it('leaves nothing to the next person, and finds it again after signing in', async () => {
    const said = '只有我自己能看到的话'
    const device = await worker()
    await device.page.route('**/api/v1/sync', (route) => route.abort())
    await device.open(`/grid/pages/visit/index?household=${door(3).id}`)
    await device.field('说了什么').fill(said)
    await device.press('保存走访')
    await device.open('/grid/pages/written/index')
    await device.sees(said)
    await device.open('/grid/pages/home/index')
    await device.press('退出')
    await device.sees('没有发出')
    await device.press('确定')
    await device.sees('密码')

    const [resident] = door(3).residents
    const left = await device.page.evaluate(everything)
    const found = ['operation/', 'copy/', said, resident?.name ?? ''].filter((words) => left.includes(words))
    expect(found).toEqual(['operation/'])

    const { demoAccounts } = await publicly<{ demoAccounts: { password: string }[] }>('/setup')
    await device.field('账号').fill('wangge2')
    await device.field('密码').fill(demoAccounts[0]?.password ?? '')
    await device.press('登录')
    await device.sees('本月已走访')
    await device.open('/grid/pages/written/index')
    await device.sees('还没有记录')
    await device.open('/grid/pages/home/index')
    await device.press('退出')
    await device.press('确定')

    await device.page.unroute('**/api/v1/sync')
    await device.press(device.page.getByRole('button', { name: new RegExp(WORKER) }))
    await device.sees('本月已走访')
    await device.open('/grid/pages/written/index')
    await device.sees(said)
    await device.sees('已发送')
    expect(await visitsWith(door(3), said)).toHaveLength(1)
  })

  it('decides which of two versions stays when a household was changed on both sides', async () => {
    const device = await worker()
    await standsBefore(device, door(4))
    await device.context.setOffline(true)
    await device.press('改资料')
    await device.field('备注').fill('听力不好，敲门要重')
    await device.press('保存')
    await device.text('需要重点关爱的情况').waitFor({ state: 'hidden' })
    const { id, version } = door(4)
    await request('/sync', {
      token,
      body: {
        operations: [
          {
            id: crypto.randomUUID(),
            kind: 'household.change',
            recordedAt: new Date().toISOString(),
            baseVersion: version,
            body: { householdId: id, note: '已搬去女儿家' },
          },
        ],
      },
    })
    await device.context.setOffline(false)
    await device.open('/grid/pages/written/index')
    await device.sees('两边都改过')
    await device.sees('听力不好，敲门要重')
    await device.sees('已搬去女儿家')
    await device.picture('grid-conflict')
    const noteNow = async () =>
      (await request<{ households: Household[] }>('/sync/changes', { token })).households.find(
        (one) => one.id === id,
      )?.note
    expect(await noteNow()).toBe('已搬去女儿家')
    await device.press('用我写的')
    await device.sees('已发送')
    expect(await noteNow()).toBe('听力不好，敲门要重')
  })

  it('works through a task door by door', async () => {
    const device = await worker()
    await device.press(device.page.getByRole('tab', { name: /任务/ }))
    await device.press(device.page.getByRole('link', { name: /已完成/ }))
    await device.sees('还没有做的住户')
    const before = await device
      .text(/已完成 \d+/)
      .first()
      .innerText()
    await device.press(device.page.getByRole('link'))
    await device.press(device.page.getByRole('dialog').getByRole('radio'))
    await device.press('保存')
    await device.page.getByRole('dialog').waitFor({ state: 'hidden' })
    const done = (words: string) => Number(/已完成 (\d+)/.exec(words)?.[1])
    expect(
      done(
        await device
          .text(/已完成 \d+/)
          .first()
          .innerText(),
      ),
    ).toBe(done(before) + 1)
  })
})

/** All that lies in the browser's databases and storage, as one text. */
async function everything(): Promise<string> {
  const texts = [JSON.stringify(localStorage)]
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('minsheng-grid')
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(new Error('no database'))
  })
  for (const list of ['getAllKeys', 'getAll'] as const) {
    const found = await new Promise<unknown>((resolve) => {
      const asked = database.transaction('entries').objectStore('entries')[list]()
      asked.onsuccess = () => resolve(asked.result)
    })
    texts.push(JSON.stringify(found))
  }
  database.close()
  return texts.join('\n')
}
