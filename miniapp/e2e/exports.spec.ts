import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { type Device, openBrowser } from './device'
import { staff } from './people'

/** Asks for a file and fetches it, as a person does. @returns its bytes and its name */
async function exported(leader: Device, what: RegExp): Promise<{ name: string; bytes: Buffer }> {
  await leader.press(leader.page.getByRole('radio', { name: what }))
  await leader.press(leader.page.getByRole('radio', { name: '近 90 天' }))
  await leader.fill('用途', '季度分析会')
  const buttons = leader.page.getByRole('button', { name: '下载', exact: true })
  await leader.settled() // what was exported before is listed, too
  const before = await buttons.count()
  await leader.press('开始导出')
  await buttons.nth(before).waitFor({ timeout: 30_000 })
  const [download] = await Promise.all([leader.page.waitForEvent('download'), buttons.first().click()])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

describe('what a leader hands on', () => {
  let browser: Browser
  let leader: Device
  beforeAll(async () => {
    browser = await openBrowser()
    leader = await staff(browser, '程立言')
    await leader.open('/desk/pages/exports/index')
  })
  afterAll(() => browser.close())

  it('is refused without a purpose, in words', async () => {
    await leader.press('开始导出')
    await leader.sees('请写明用途，2 到 200 个字')
  })

  it('is a list that a spreadsheet opens, without a phone number', async () => {
    const { name, bytes } = await exported(leader, /CSV/)
    expect(name).toMatch(/^全区工单.+\.csv$/)
    const text = bytes.toString('utf8')
    expect(text.startsWith('\uFEFF工单编号,')).toBe(true)
    expect(text.split('\r\n').length).toBeGreaterThan(10)
    expect(text).not.toMatch(/1[3-9]\d{9}/)
    await leader.picture('exports')
  })

  it('is a report that Word opens', async () => {
    const { name, bytes } = await exported(leader, /Word/)
    expect(name).toMatch(/^全区服务质量报告.+\.docx$/)
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
  })
})

describe('behind a number', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  const items = '/desk/pages/score-items/index?from=2026-01-01&to=2026-12-31&by=department&figure=answered'

  it('stands the order itself', async () => {
    const supervisor = await staff(browser, '纪长青')
    await supervisor.open(items)
    await supervisor.press(supervisor.page.getByRole('link').filter({ visible: true }).last())
    await supervisor.sees('办理经过')
    expect(supervisor.page.url()).toContain('/desk/pages/order/index')
  })

  it('stands no order for whoever leads all departments', async () => {
    const leader = await staff(browser, '程立言')
    await leader.open(
      '/desk/pages/score-items/index?from=2026-01-01&to=2026-12-31&by=department&figure=answered',
    )
    await leader.sees(/MS\d{8}-\d{4,}-\d/)
    expect(await leader.page.getByRole('link').filter({ visible: true }).count()).toBe(0)
  })
})

describe('an order on paper', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it('is a PDF, after one has said what for', async () => {
    const supervisor = await staff(browser, '纪长青')
    await supervisor.open(
      '/desk/pages/score-items/index?from=2026-01-01&to=2026-12-31&by=department&figure=answered',
    )
    await supervisor.press(supervisor.page.getByRole('link').filter({ visible: true }).last())
    await supervisor.press('打印工单（PDF）')
    await supervisor.sees('谁打印、做什么用都有记录')
    await supervisor.press(supervisor.page.getByRole('radio', { name: '会商研究' }))
    await supervisor.picture('order-sheet')
    const [download] = await Promise.all([supervisor.page.waitForEvent('download'), supervisor.press('打印')])
    expect(download.suggestedFilename()).toMatch(/^工单MS\d{8}-\d{4,}-\d\.pdf$/)
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })
})

describe('weights', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it('that do not sum to 1 are refused in words, and those that do count from their day on', async () => {
    const administrator = await staff(browser, '钟一鸣')
    await administrator.open('/desk/pages/schemes/index')
    await administrator.press('设一个新方案')
    await administrator.fill('响应率', '0.3')
    await administrator.fill('依据', '区政府第 12 次会议')
    await administrator.press('保存')
    await administrator.sees('响应、解决、满意合计是 1.2，要等于 1')
    await administrator.fill('解决率', '0.35')
    await administrator.fill('满意率', '0.35')
    await administrator.press('保存')
    await administrator.sees('区政府第 12 次会议')
  })
})
