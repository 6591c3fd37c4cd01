import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { type Device, openBrowser } from './device'
import { staff } from './people'

describe('routing rules on the desk', () => {
  let browser: Browser
  let administrator: Device
  beforeAll(async () => {
    browser = await openBrowser()
    administrator = await staff(browser, '管理员')
    await administrator.open('/desk/pages/rules/index')
  })
  afterAll(() => browser.close())

  /** Chooses a category of the tree that is open. */
  const chooseLeaf = async (field: string, leaf: string) => {
    const dialog = administrator.page.getByRole('dialog')
    await administrator.press(dialog.getByRole('radio', { name: field }))
    await administrator.press(dialog.getByRole('button', { name: leaf, exact: true }))
  }

  it('are added with their conditions, once what is missing is there', async () => {
    await administrator.sees('有效')
    await administrator.picture('desk-rules')
    await administrator.press('加一条规则')
    await administrator.press('保存')
    await administrator.sees('请选择事项分类')
    await administrator.sees('请选择主办单位，或者改成由分拨员判定')
    await administrator.press(administrator.button('请选择').first())
    await chooseLeaf('生态环境', '施工噪音')
    await administrator.press(administrator.page.getByRole('radio', { name: '公安分局', exact: true }))
    await administrator.fill('提到哪些词才算（可以空着）', '打桩、夯机')
    await administrator.fill('优先级（可以空着）', '20')
    await administrator.picture('desk-rule-form')
    await administrator.press('保存')
    await administrator.sees('提到“打桩”或“夯机”')
    await administrator.sees(/第 1 版，优先级 20/)
  })

  it('are listed by department, changed to their next version, and ended', async () => {
    await administrator.press(administrator.page.getByRole('radio', { name: '按单位' }))
    const dialog = administrator.page.getByRole('dialog')
    await administrator.press(dialog.getByRole('radio', { name: '公安分局', exact: true }))
    await administrator.sees('提到“打桩”或“夯机”')
    await administrator.press(administrator.button('修改').first())
    await administrator.fill('优先级（可以空着）', '30')
    await administrator.press('保存')
    await administrator.sees(/第 2 版，优先级 30/)
    await administrator.press(administrator.page.getByRole('radio', { name: '全部', exact: true }))
    await administrator.press(administrator.button('停用').first())
    await administrator.press('确定')
    await administrator.sees('已停用')
  })

  it('are looked through for holes, each with a way to mend it, and tried out', async () => {
    await administrator.press(administrator.page.getByRole('tab', { name: '检查' }))
    await administrator.sees(/看了 \d+ 条规则、\d+ 种情形/)
    await administrator.picture('desk-rule-check')
    await administrator.press(administrator.page.getByRole('tab', { name: '试派' }).last())
    await administrator.field('诉求内容').waitFor()
    expect(administrator.troubles).toEqual([])
  })
})
