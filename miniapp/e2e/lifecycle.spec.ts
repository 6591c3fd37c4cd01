import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { request } from './api'
import { aPhoto, Device, openBrowser } from './device'
import { aCommunity } from './server'
import { aPhone, openOrder, staff } from './people'
import { stored } from './scenes/stage'
import { Clerk } from './weapp-desk'

const HANDLER = '傅晓岚'
const REVIEWER = '侯正阳'
const DISPATCHER = '温书平'
const SUPERVISOR = '纪长青'
/** Goes to the city management bureau: no evidence asked for. */
const NOISE = '工地夜里施工噪音太大，半夜还在打桩，老人孩子睡不着'
const LAMP = '小区南门的路灯坏了半个月，老人晚上出门看不清台阶'
const VAGUE = '希望帮忙看一下我们这里的情况，大家都很着急'
const contact = { how: 'phone', note: '已电话联系，约好明天上午到现场' }

interface Story {
  device: Device
  id: string
  receiptNo: string
  token: string
}

/** A resident whose need is filed by the API, with the browser signed in as the same person. */
async function aNeed(browser: Browser, text: string): Promise<Story> {
  const phone = aPhone()
  const { demoCode } = await request<{ demoCode: string }>('/phone-codes', { body: { phone } })
  const session = await request<{ accessToken: string }>('/sessions/phone', {
    body: { phone, code: demoCode },
  })
  const community = await aCommunity()
  const { items } = await request<{ items: { id: string; name: string }[] }>('/areas?level=community')
  const areaId = items.find(({ name }) => name === community.name)?.id
  const token = session.accessToken
  const need = await request<{ id: string; receiptNo: string }>('/needs', {
    token,
    idempotencyKey: randomUUID(),
    body: { text, areaId },
  })
  const device = await Device.of(browser, {
    memory: { session: stored({ resident: session, staff: null }) },
  })
  return { device, token, ...need }
}

/** The page of the need, open on the resident's phone. */
const opened = async ({ device, id }: Story) => device.open(`/pages/need/index?id=${id}`)

const inSheet = (device: Device, name: string) =>
  device.page.getByRole('dialog').getByRole('button', { name, exact: true })

/** An act that has no button of its own in the bar. */
async function chooses(device: Device, act: string): Promise<void> {
  await device.press('更多办理')
  await device.press(inSheet(device, act))
}

const onNeed = (id: string, act: string, token: string, body: object) =>
  request(`/needs/${id}/acts/${act}`, { token, body, idempotencyKey: randomUUID() })

const tokenOf = async (name: string) => (await Clerk.session(name)).accessToken

const close = (...devices: Device[]) => Promise.all(devices.map((device) => device.close()))

describe('the whole lifecycle on the screens', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
  })

  it('asks the resident, who answers on the page that was open', async () => {
    const need = await aNeed(browser, NOISE)
    await (await Clerk.of(HANDLER)).does(need.receiptNo, ['accept', {}], ['contact', contact])
    await opened(need)
    const handler = await staff(browser, HANDLER)
    await openOrder(handler, need.receiptNo)
    await chooses(handler, '请诉求人补充')
    await handler.fill('请诉求人补充什么', '哪里')
    await handler.press(inSheet(handler, '请诉求人补充'))
    await handler.sees(/不少于 5 个字/)
    await handler.fill('请诉求人补充什么', '请问是哪一栋楼旁边的工地？')
    await handler.picture('desk-ask')
    await handler.press(inSheet(handler, '请诉求人补充'))
    await handler.sees(/等诉求人补充，最迟到/)

    await need.device.sees('城市管理局想请您补充', 5_000)
    await need.device.sees('请问是哪一栋楼旁边的工地？')
    await need.device.picture('need-waiting')
    await need.device.press('我来补充')
    await need.device.context.setOffline(true)
    await need.device.fill('要补充的情况', '三栋西侧，挨着幼儿园')
    await need.device.press(inSheet(need.device, '提交'))
    await need.device.sees(/看一下手机信号/)
    await need.device.context.setOffline(false)
    await need.device.holds('要补充的情况', '三栋西侧，挨着幼儿园')
    await need.device.press(inSheet(need.device, '提交'))
    await need.device.sees('您补充了情况')
    await openOrder(handler, need.receiptNo)
    await handler.sees('三栋西侧，挨着幼儿园')
    await close(handler, need.device)
  })

  it('gives more time when a supervisor agrees by one tap', async () => {
    const need = await aNeed(browser, NOISE)
    await (await Clerk.of(HANDLER)).does(need.receiptNo, ['accept', {}], ['contact', contact])
    const handler = await staff(browser, HANDLER)
    await openOrder(handler, need.receiptNo)
    await handler.press('申请延期')
    await handler.press(handler.page.getByRole('radio', { name: '5 个工作日' }))
    await handler.sees(/批准后，.*前答复居民/)
    await handler.fill('理由', '隔音屏障从外地调运，下周二到货')
    await handler.picture('desk-extend')
    await handler.press(inSheet(handler, '申请延期'))
    await handler.sees('已申请延期，等督办员审批')

    const supervisor = await staff(browser, SUPERVISOR)
    await openOrder(supervisor, need.receiptNo)
    await supervisor.press('审批延期')
    await supervisor.picture('desk-decide-extension')
    await supervisor.press(inSheet(supervisor, '同意'))
    await supervisor.sees('已同意延期')
    await supervisor.sees('最初的时限')
    await opened(need)
    await need.device.sees(/需要更多时间，延期 5 个工作日/)
    await close(handler, supervisor, need.device)
  })

  it('calls another department in, and answers only when it has, or is not needed any more', async () => {
    const need = await aNeed(browser, NOISE)
    await (await Clerk.of(HANDLER)).does(need.receiptNo, ['accept', {}], ['contact', contact])
    const handler = await staff(browser, HANDLER)
    await openOrder(handler, need.receiptNo)
    await chooses(handler, '请求协办')
    await handler.fill('找单位', '生态')
    await handler.press(handler.page.getByRole('checkbox', { name: /生态/ }))
    await handler.fill('请他们做什么', '请到现场测一下夜间噪声')
    await handler.picture('desk-assist')
    await handler.press(inSheet(handler, '请求协办'))
    await handler.sees('还有 1 个协办单位没有答复')
    await handler.picture('desk-order-assisted')
    await handler.press(handler.page.getByRole('link', { name: /生态.*局/ }).filter({ visible: true }))
    await handler.sees('这是协办工单')
    await handler.press('免去协办')
    await handler.fill('为什么不再需要协办', '现场已经查清，不需要再测')
    await handler.press(inSheet(handler, '免去协办'))
    await handler.sees('已取消')
    await openOrder(handler, need.receiptNo)
    await handler.press('提交答复')
    expect(await handler.text(/协办单位没有答复/).count()).toBe(0)
    await close(handler, need.device)
  })

  it('merges a need into another one, shows its progress, and splits it again', async () => {
    const [master, follower] = [await aNeed(browser, NOISE), await aNeed(browser, NOISE)]
    const dispatcher = await staff(browser, DISPATCHER)
    await openOrder(dispatcher, follower.receiptNo)
    await dispatcher.press('并案')
    await dispatcher.fill('主件的受理编号', master.receiptNo)
    await dispatcher.press('查找')
    await dispatcher.page
      .getByRole('dialog')
      .getByRole('radio', { name: new RegExp(master.receiptNo) })
      .waitFor()
    await dispatcher.picture('desk-merge')
    await dispatcher.press(inSheet(dispatcher, '并入'))
    await dispatcher.sees(`已并入 ${master.receiptNo}`)

    await opened(follower)
    await follower.device.sees('一起办的那件事')
    await (await Clerk.of(HANDLER)).does(master.receiptNo, ['accept', {}])
    await follower.device.sees('城市管理局收到了，开始办理', 5_000)
    await follower.device.picture('need-merged')
    expect(await follower.device.text(master.receiptNo).count()).toBe(0)

    await openOrder(dispatcher, master.receiptNo)
    await dispatcher.sees('并入此件的诉求')
    await dispatcher.picture('desk-followers')
    await dispatcher.press('拆分')
    await dispatcher.press(/^确定$/)
    await follower.device.sees('恢复单独办理，答复您的时间和之前一样', 5_000)
    await close(dispatcher, master.device, follower.device)
  })

  it('lets a resident disagree once with a rejection', async () => {
    const need = await aNeed(browser, VAGUE)
    const rejection = { reason: 'notPublic', explanation: '这不属于公共服务的事项范围，建议自行协商' }
    await onNeed(need.id, 'reject', await tokenOf(DISPATCHER), rejection)
    await opened(need)
    await need.device.press('不同意，申诉一次')
    await need.device.fill('为什么应当办理', '这是小区公共楼道，不是我家里的事')
    await need.device.press(inSheet(need.device, '提交'))
    await need.device.sees('您提出了申诉，由另一位工作人员处理')
    await need.device.picture('need-appealed')
    await close(need.device)
  })

  it('plans what takes longer, with a date that the resident reads, and takes it up again', async () => {
    const need = await aNeed(browser, NOISE)
    await (await Clerk.of(HANDLER)).does(need.receiptNo, ['accept', {}])
    const supervisor = await staff(browser, SUPERVISOR)
    await openOrder(supervisor, need.receiptNo)
    await supervisor.press('列入计划')
    await supervisor.fill('打算怎么办', '随道路改造一并加装隔音屏障')
    await supervisor.fill('由谁负责', '市政科 张工')
    await supervisor.picture('desk-plan')
    await supervisor.press(inSheet(supervisor, '列入计划'))
    await supervisor.sees('市政科 张工')
    await opened(need)
    await need.device.sees('随道路改造一并加装隔音屏障')
    await need.device.picture('need-planned')
    await supervisor.press('恢复办理')
    await supervisor.press(inSheet(supervisor, '恢复办理'))
    await need.device.sees('城市管理局恢复办理', 5_000)
    await close(supervisor, need.device)
  })

  it('ends what stays bad by two signatures, and says who gave the first', async () => {
    const need = await aNeed(browser, NOISE)
    const [handler, reviewer] = [await Clerk.of(HANDLER), await Clerk.of(REVIEWER)]
    const answered = async (text: string, by: Clerk) => {
      const answer = { text, result: 'explained', attachmentIds: [] }
      await handler.does(need.receiptNo, ['accept', {}], ['contact', contact], ['submitAnswer', answer])
      await by.does(need.receiptNo, ['approve', {}])
    }
    const rate = () =>
      request(`/needs/${need.id}/rating`, {
        token: need.token,
        idempotencyKey: randomUUID(),
        body: { level: 1, solved: false },
      })
    await answered('已约谈施工单位，要求夜间十点后停止打桩，今晚起生效', reviewer)
    await rate()
    await answered('再次约谈施工单位，安排专人每晚值守到十二点，请您监督', reviewer)
    await rate()
    const supervisor = await staff(browser, SUPERVISOR)
    await answered('已吊销该工地的夜间施工许可，并在小区公告栏公示结果', await Clerk.of(SUPERVISOR))
    await openOrder(supervisor, need.receiptNo)
    await supervisor.press('签署办结')
    await supervisor.fill('为什么到此办结', '许可已吊销，现场已停工，诉求人仍不认可')
    await supervisor.picture('desk-conclude')
    await supervisor.press(inSheet(supervisor, '签署（第一人）'))
    await supervisor.sees(/纪长青已于.*签署，等另一位督办员/)
    await close(supervisor, need.device)
  })

  it('asks for words on the photo when the phone does not say where it was taken', async () => {
    const need = await aNeed(browser, LAMP)
    await (await Clerk.of(HANDLER)).does(need.receiptNo, ['accept', {}], ['contact', contact])
    const handler = await staff(browser, HANDLER, { gps: undefined })
    await openOrder(handler, need.receiptNo)
    await handler.press('提交答复')
    await handler.fill('答复内容', '已更换南门路灯的灯头和线路，当晚全部亮灯，请您再看看。')
    await handler.press(handler.page.getByRole('radio', { name: '已解决', exact: true }))
    await handler.attach('照片', await aPhoto(browser, 2))
    await handler.fill('照片是何时、在哪里拍的', '今晚八点，小区南门')
    await handler.picture('desk-evidence-note')
    await handler.press(inSheet(handler, '提交答复'))
    await handler.sees('待审核')
    const reviewer = await staff(browser, REVIEWER)
    await openOrder(reviewer, need.receiptNo)
    await reviewer.sees('今晚八点，小区南门')
    await close(handler, reviewer, need.device)
  })
})
