import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { request } from './api'
import { aPhoto, type Device, type DeviceOptions, openBrowser } from './device'
import { publicly } from './server'
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
  residents: { name: string; idNumberMasked: string | null }[]
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
  const worker = async (name = WORKER, options: DeviceOptions = {}) => {
    const device = await staff(browser, name, options)
    open.push(device)
    await device.sees('本月已走访')
    return device
  }
  const standsBefore = async (device: Device, { building, unit, room }: Household) => {
    await device.fill('楼栋、房号或姓名', `${building}${unit}${room}`)
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
    await device.fill('说了什么', said)
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
    await resident.fill('受理编号', receiptNo ?? '')
    await resident.fill('领取码', '0000000000')
    await resident.press('领取这件诉求')
    await resident.sees('请照着卡片核对')
    await resident.fill('领取码', code ?? '')
    await resident.press('领取这件诉求')
    await resident.sees('网格员替您提交了诉求')
    await resident.close()
  })

  it('opens its pages without signal, though the page was closed, and goes on there', async () => {
    const said = '关了页面、没有信号，也写得下来'
    const device = await worker(WORKER, { keepsPages: true })
    await device.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await device.settled()
    await device.page.goto('about:blank')
    await device.context.setOffline(true)
    await device.open(`/grid/pages/household/index?id=${door(9).id}`)
    await device.press('记一次走访')
    await device.fill('说了什么', said)
    await device.press('保存走访')
    await device.sees('已记下，有信号时自动发送')
    await device.page.goto('about:blank')
    await device.open('/grid/pages/written/index')
    await device.sees('等待发送')
    await device.picture('grid-reopened-offline')
    await device.context.setOffline(false)
    await device.open('/grid/pages/written/index')
    await device.sees('都已发出')
    expect(await visitsWith(door(9), said)).toHaveLength(1)
  })

  it('keeps what is being written when the app is closed in the middle of it', async () => {
    const device = await worker()
    await device.open(`/grid/pages/visit/index?household=${door(2).id}`)
    await device.fill('说了什么', '话说到一半')
    await device.press(device.page.getByRole('checkbox', { name: '看病就医' }))
    await device.settled()
    await device.open(`/grid/pages/visit/index?household=${door(2).id}`)
    await device.page.getByRole('checkbox', { name: '看病就医', checked: true }).waitFor()
    await device.holds('说了什么', '话说到一半')
  })

  it('leaves nothing to the next person, and finds it again after signing in', async () => {
    const said = '只有我自己能看到的话'
    const device = await worker()
    await device.page.route('**/api/v1/sync', (route) => route.abort())
    await device.open(`/grid/pages/visit/index?household=${door(3).id}`)
    await device.fill('说了什么', said)
    await device.press('保存走访')
    await device.sees('已记下，有信号时自动发送')
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
    await device.fill('账号', 'wangge2')
    await device.fill('密码', demoAccounts[0]?.password ?? '')
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
    await device.fill('备注', '听力不好，敲门要重')
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

  it('enters a door that was found on the way, who lives there and a visit, all without signal', async () => {
    const [room, name, said] = ['909', '贺秀兰', '刚搬来，还没有办居住证']
    const device = await worker()
    await device.settled()
    await device.context.setOffline(true)
    await device.fill('楼栋、房号或姓名', room)
    await device.press('登记新的一户')
    const sheet = device.page.getByRole('dialog')
    await sheet.getByRole('textbox', { name: '楼栋' }).fill('9 号楼')
    await sheet.getByRole('textbox', { name: '房号' }).fill(room)
    await device.press('登记')
    await device.sees('新登记的一户')
    await device.press('添加成员')
    await device.fill('姓名', name)
    await device.press(device.page.getByRole('radio', { name: '租住' }))
    await device.fill('手机号', '19900000077')
    await device.press('保存')
    await device.sees('新登记，待发送')
    await device.picture('grid-new-door')
    await device.press('记一次走访')
    await device.fill('说了什么', said)
    await device.press('保存走访')
    await device.sees('以往走访')
    await device.sees(said)
    await device.context.setOffline(false)
    await device.open('/grid/pages/written/index')
    await device.sees('都已发出')
    const copy = await request<{ households: Household[] }>('/sync/changes', { token })
    const doors = copy.households.filter((one) => one.room === room)
    expect(doors).toMatchObject([{ building: '9 号楼', residents: [{ name, phoneMasked: '199****0077' }] }])
    for (const door of doors) expect(await visitsWith(door, said)).toHaveLength(1)
  })

  it('files a need for an old woman whom nobody has entered and who has no phone, without signal', async () => {
    const [name, text] = ['马玉珍', '家里水管漏水，厨房地上都是水']
    const device = await worker()
    await standsBefore(device, door(10))
    await device.settled()
    await device.context.setOffline(true)
    await device.press('代居民提交诉求')
    await device.settled()
    await device.press(device.page.getByRole('radio', { name: '其他家人' }))
    await device.field('居民遇到的困难').fill(text)
    const sheet = device.page.getByRole('dialog')
    await device.press(sheet.getByRole('button', { name: '提交', exact: true }))
    await device.sees('请填这位家人的姓名')
    await device.field('这位家人的姓名').fill(name)
    await device.picture('grid-need-for-newcomer')
    await device.press(sheet.getByRole('button', { name: '提交', exact: true }))
    await sheet.waitFor({ state: 'hidden' })
    await device.sees('新登记，待发送')
    await device.sees(name)

    // The app is closed; opened anew it has its pages, and still no server.
    await device.page.goto('about:blank')
    await device.context.setOffline(false)
    await device.page.route(API, (route) => route.abort())
    await device.open('/grid/pages/written/index')
    await device.sees(text)
    await device.page.unroute(API)
    await device.open('/grid/pages/written/index')
    await device.sees('都已发出')
    await device.press('给居民的凭证卡')
    await device.sees(/^MS\d{8}/)
    await device.sees(/^\d{10}$/)
    await device.picture('grid-newcomer-card')
    const receiptNo = await device
      .text(/^MS\d{8}/)
      .first()
      .innerText()
    const { items } = await request<{ items: { receiptNo: string; residentName: string | null }[] }>(
      `/households/${door(10).id}/needs`,
      { token },
    )
    expect(items.filter((need) => need.residentName === name)).toMatchObject([{ receiptNo }])
  })

  it('corrects who lives at a door, and strikes off who has moved out', async () => {
    const device = await worker()
    await standsBefore(device, door(6))
    const [first] = door(6).residents
    await device.press(device.page.getByRole('button', { name: `${first?.name}，改资料` }))
    await device.fill('姓名', '改过的名字')
    await device.press('保存')
    await device.press(device.page.getByRole('button', { name: '改过的名字，改资料' }))
    await device.press('已搬走')
    await device.press('确定')
    await device.page.getByRole('dialog').waitFor({ state: 'hidden' })
    await device.open('/grid/pages/written/index')
    await device.sees('都已发出')
    const { households: now } = await request<{ households: Household[] }>('/sync/changes', { token })
    expect(now.find(({ id }) => id === door(6).id)?.residents.map(({ name }) => name)).toEqual(
      door(6)
        .residents.slice(1)
        .map(({ name }) => name),
    )
  })

  it('reads a whole ID number for a reason, with signal alone, and keeps it nowhere', async () => {
    const at = households.find(({ residents }) => residents.some(({ idNumberMasked }) => idNumberMasked))
    const someone = at?.residents.find(({ idNumberMasked }) => idNumberMasked)
    if (!at || !someone) throw new Error('the demonstration has no ID number')
    const device = await worker()
    await device.open(`/grid/pages/household/index?id=${at.id}`)
    const look = async () => {
      await device.press(device.page.getByRole('button', { name: `${someone.name}，改资料` }))
      await device.press('看完整身份证号')
      await device.press('查看')
    }
    await device.page.route('**/id-number', (route) => route.abort())
    await look()
    await device.sees('看完整号码要联网')
    await device.page.unroute('**/id-number')
    const asked = device.page.waitForRequest('**/id-number')
    await device.press('查看')
    expect((await asked).postDataJSON()).toEqual({ reason: '核对人口信息' })
    const number = await device
      .text(/^\d{17}[\dX]$/)
      .first()
      .innerText()
    await device.picture('grid-id-number')
    await device.press('关闭')
    expect(await device.text(number).count()).toBe(0)
    expect(await device.page.evaluate(everything)).not.toContain(number)
  })

  it('shows without signal which doors of a building are left this month', async () => {
    const device = await worker()
    await device.settled()
    await device.context.setOffline(true)
    await device.press(device.page.getByRole('tab', { name: '走访图' }))
    await device.sees(/还差 \d+ 户/)
    await device.press(device.page.getByRole('radio', { name: /^90 天没走访/ }))
    await device.press(device.page.getByRole('button', { name: /号楼/ }))
    await device.press(device.page.getByRole('link', { name: /，90 天没走访$/ }))
    await device.sees('记一次走访')
  })

  it('sends a photo under one key, though the answer to it gets lost', async () => {
    const said = '照片传了两次'
    const device = await worker()
    const keys: (string | undefined)[] = []
    await device.page.route('**/api/v1/attachments', async (route) => {
      keys.push(route.request().headers()['idempotency-key'])
      const answer = await route.fetch()
      if (keys.length === 1) return route.abort()
      return route.fulfill({ response: answer })
    })
    await device.open(`/grid/pages/visit/index?household=${door(7).id}`)
    await device.fill('说了什么', said)
    await device.attach('照片', await aPhoto(browser))
    await device.press('保存走访')
    await device.sees('已记下，有信号时自动发送')
    await device.open('/grid/pages/written/index')
    await device.sees('都已发出', 30_000)
    expect(keys.length).toBeGreaterThan(1)
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/)
    expect(new Set(keys).size).toBe(1)
    expect(await visitsWith(door(7), said)).toMatchObject([{ attachments: [{}] }])
  })

  it('seals a photo before the visit is saved, and shows it again when the page is opened anew', async () => {
    const device = await worker()
    await device.open(`/grid/pages/visit/index?household=${door(8).id}`)
    await device.attach('照片', await aPhoto(browser))
    const shows = async () => {
      await device.button('照片 1').first().scrollIntoViewIfNeeded()
      await device.page.waitForFunction(() => {
        const picture = document.querySelector<HTMLImageElement>('img[src^="blob:"]')
        return picture !== null && picture.naturalWidth > 0
      })
    }
    await shows()
    await device.settled()
    await device.page.waitForFunction(filesAre, 'sealed')
    await device.open(`/grid/pages/visit/index?household=${door(8).id}`)
    await shows()
    expect(await device.page.evaluate(filesAre, 'sealed')).toBe(true)
    await device.press(device.page.getByRole('button', { name: /^去掉/ }))
    await device.page.waitForFunction(filesAre, 'none')
  })

  it('says that the phone is nearly full before it is', async () => {
    const device = await worker()
    await device.page.addInitScript(() => {
      const [quota, usage] = [100 * 1024 * 1024, 80 * 1024 * 1024]
      navigator.storage.estimate = () => Promise.resolve({ quota, usage })
    })
    await device.open('/grid/pages/home/index')
    await device.sees('手机存储快满了')
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
    const done = Number(/已完成 (\d+)/.exec(before)?.[1])
    await device.sees(new RegExp(`已完成 ${done + 1}(?!\\d)`))
  })
})

/** Whether what is kept of photos is one sealed file, or nothing. No picture begins with the byte 3. */
async function filesAre(what: string): Promise<boolean> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('minsheng')
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(new Error('no database'))
  })
  const found = await new Promise<Blob[]>((resolve) => {
    const asked = database.transaction('files').objectStore('files').getAll()
    asked.onsuccess = () => resolve(asked.result as Blob[])
  })
  database.close()
  if (what === 'none') return found.length === 0
  const [first, ...others] = found
  return first !== undefined && !others.length && new Uint8Array(await first.arrayBuffer())[0] === 3
}

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
