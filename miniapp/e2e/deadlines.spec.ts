import { afterAll, beforeAll, describe, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { openBrowser } from './device'
import { staff } from './people'

const ADMINISTRATOR = '钟一鸣'

describe('what an administrator keeps of time', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it('is a limit for one town alone, from a day on', async () => {
    const desk = await staff(browser, ADMINISTRATOR)
    await desk.open('/desk/pages/deadlines/index')
    await desk.press(desk.page.getByRole('tab', { name: '办理时限' }))
    await desk.press('设一条时限')
    await desk.press('全区')
    await desk.press(desk.page.getByRole('radio', { name: '望江街道' }))
    await desk.press('望江街道全部社区')
    await desk.fill('多长', '0')
    await desk.press('保存')
    await desk.sees('请写大于 0 的数')
    await desk.fill('多长', '3')
    await desk.fill('从哪天起', '2099-01-01')
    await desk.press('保存')
    await desk.sees('办结 3 工作日')
    await desk.sees('全部分类，望江街道')
    await desk.sees('2099年1月1日起')
    await desk.picture('limits')
    await desk.close()
  })

  it('are working hours, refused with a reason when they are none', async () => {
    const desk = await staff(browser, ADMINISTRATOR)
    await desk.open('/desk/pages/deadlines/index')
    await desk.press(desk.page.getByRole('tab', { name: '工作时间' }))
    await desk.press(desk.button('修改').first())
    await desk.fill('工作时间', '18:00-09:00')
    await desk.press('保存')
    await desk.sees(/先开始后结束/)
    await desk.press('不改了')
    await desk.sees('没有另外设，按 09:00-12:00、14:00-18:00')
    await desk.close()
  })
})
