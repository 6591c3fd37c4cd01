import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { Device, openBrowser } from './device'
import { aKnownResident, staff } from './people'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const year = new Date().getFullYear()
const shown = (device: Device, text: string | RegExp) => device.page.getByText(text).filter({ visible: true })

describe('what two persons take out of the three rates', () => {
  it('is proposed by one, who cannot agree, and agreed to by another one', async () => {
    const first = await staff(browser, '纪长青')
    await first.open(
      `/desk/pages/score-items/index?from=${year}-01-01&to=${year}-12-31&by=department&figure=rated`,
    )
    await first.sees(/MS\d{8}-\d{4,}-\d/)
    const receiptNo =
      (await shown(first, /^MS\d{8}/)
        .last()
        .textContent()) ?? ''
    await first.open('/desk/pages/exclusions/index')
    await first.press('提请剔除一件')
    await first.fill('受理编号', receiptNo)
    await first.fill('理由', '太短')
    await first.press('保存')
    await first.sees(/10 到 500/)
    await first.fill('理由', '同一人用两部手机评价了两次，已向本人核实')
    await first.press('保存')
    await first.sees('您提请的，要由另一位督办员同意。')
    await first.sees(receiptNo)
    expect(await shown(first, '同意剔除').count()).toBe(0)
    await first.picture('exclusion-proposed')

    const second = await Device.of(browser)
    await second.open('/desk/pages/sign-in/index')
    await second.fill('账号', 'duban2')
    await second.fill('密码', 'minsheng-demo')
    await second.press('登录')
    await second.button('退出').waitFor()
    await second.open('/desk/pages/exclusions/index')
    await second.sees('纪长青 提请')
    await second.press('同意剔除')
    await second.press('确定')
    await second.sees('没有待定的')
    await second.press(second.page.getByRole('tab', { name: '已剔除' }))
    await second.sees(receiptNo)
    await second.sees('虞秋月 决定')
  })
})

describe('the list behind a number', () => {
  it('says that it is of today where that of then was not kept, and does not call it none', async () => {
    const leader = await staff(browser, '程立言')
    await leader.page.route('**/api/v1/scores/items*', (route) =>
      route.fulfill({ json: { countedAs: 'unlisted', items: [], nextCursor: null } }),
    )
    await leader.open('/desk/pages/score-items/index?period=month&month=2026-01&by=department&figure=rated')
    await leader.sees('没有留下当时的清单')
    await leader.sees('现在没有计入的件')
    expect(await shown(leader, '没有这样的件').count()).toBe(0)
    expect(await shown(leader, '之后新增的').count()).toBe(0)
  })
})

describe('每月一题', () => {
  const PLAN = '一家一家检查并每周公示，三次不合格的换人，街道每月抽查一次'
  let leader: Device
  beforeAll(async () => {
    leader = await staff(browser, '程立言')
    await leader.open('/desk/pages/monthly/index')
  })

  it('is proposed by figures and chosen by who speaks for the district, with plan, owner and day', async () => {
    await leader.sees(/的建议$/)
    const choose = leader.page.getByRole('button', { name: '选为题目' }).filter({ visible: true })
    await leader.press(choose.first())
    await leader.press('保存')
    await leader.sees('请选择牵头单位')
    await leader.press(leader.page.getByRole('radio', { name: '住房和城乡建设局' }))
    await leader.fill('负责人', '谭慧芳')
    await leader.fill('怎么解决', PLAN)
    await leader.fill('完成日期', `${year - 1}-12-31`)
    await leader.press('保存')
    await leader.sees('完成日期要在今天之后')
    await leader.fill('完成日期', `${year + 1}-12-31`)
    await leader.press('保存')
    await leader.sees(PLAN)
    await leader.sees('已选定')
    await leader.picture('monthly-chosen')
  })

  it('is public, and one tap complains about it', async () => {
    const resident = await aKnownResident(browser)
    await resident.open('/public/pages/listed/index')
    await resident.press(resident.page.getByRole('tab', { name: '每月一题' }))
    await resident.sees('怎么解决')
    await resident.press(resident.page.getByRole('button', { name: '不满意，投诉' }).first())
    await resident.fill('哪里没办好（可不填）', '说是每周公示，我们楼下一次也没有贴过')
    await resident.press('好了')
    await resident.sees('投诉已提交，24 小时内有专人联系您')
    await resident.picture('project-complaint')
    await resident.press(resident.page.getByRole('link', { name: '看我的投诉' }))
    await resident.sees(/^对 “.+” 的投诉$/)
    await resident.sees('说是每周公示，我们楼下一次也没有贴过')
  })
})

describe('where it burns', () => {
  /** The needs of each place of the list, once it is there. */
  const countsSeen = async (device: Device) => {
    await device.sees(/^\d+ 件$/)
    await device.settled()
    return (await shown(device, /^\d+ 件$/).allTextContents()).map((text) => parseInt(text, 10))
  }

  it('is a ranked list of towns, each with its communities, and what grows', async () => {
    const leader = await staff(browser, '程立言')
    await leader.open('/desk/pages/scores/index')
    await leader.press(leader.page.getByRole('link', { name: '热点分析' }))
    await leader.sees('哪里反映得多')
    await leader.press(leader.page.getByRole('radio', { name: '近 90 天' }))
    const counts = await countsSeen(leader)
    expect(counts.length).toBeGreaterThan(3)
    expect(counts).toEqual([...counts].sort((a, b) => b - a))
    await leader.press(leader.page.getByRole('link').filter({ hasText: '第 1' }).first())
    await leader.sees(/的社区$/)
    const within = await countsSeen(leader)
    expect(within.reduce((sum, count) => sum + count, 0)).toBe(counts[0])
    await leader.sees('什么在变多')
    await leader.picture('heat-town')
    await leader.press('回到全部镇街')
    await leader.sees(/^第 4$/)
  })
})
