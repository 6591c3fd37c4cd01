import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it, afterAll } from '@jest/globals'
import type { Browser } from 'playwright-core'
import codes from '../../server/seed/entries.json'
import { installWeapp } from '../weapp-runner/run'
import { lookupWords } from '../src/words-need'
import { request } from './api'
import { Device, openBrowser } from './device'
import { aCommunity, publicly } from './server'

const folder = join(__dirname, '../dist/weapp')
const apiOrigin = process.env.TARO_APP_API ?? 'http://127.0.0.1:3000'
const guide = readFileSync(join(__dirname, '../../docs/wechat.md'), 'utf8')
const built = <T>(file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T

interface App {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
  requiredPrivateInfos: string[]
}
const app = built<App>('app.json')
const pages = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
]

/** What the guide says is entered in this row of its tables. */
function entered(row: string): string {
  const [, words] = guide.match(new RegExp(`^\\| ${row} +\\| (.+?) +\\|$`, 'm')) ?? []
  if (!words) throw new Error(`docs/wechat.md has no row ${row}`)
  return words
}
const pagesIn = (words: string) =>
  [...words.matchAll(/`((?:\w+\/)?pages\/[\w/-]+)`/g)].map(([, page = '']) => page)
const pageIn = (row: string) => pagesIn(entered(row))[0] ?? ''
/** As WeChat hands a value over to the page; the address line of the runner takes one more off. */
const handedOver = (value: string) => encodeURIComponent(encodeURIComponent(value))

/** A name of a menu, and what is seen behind it. */
const menu = [...entered('Menu of a service account').matchAll(/`([\w/-]+)` \((.+?)\)/g)].map(
  ([, page = '', name = '']) => ({ page, name }),
)
const seenBehind: Record<string, string> = {
  提交: '您遇到什么困难？',
  进度: '登录后看到您的诉求',
  凭编号查询: '手机号后四位',
}

interface Rule {
  action: 'allow' | 'disallow'
  page: string
}
const { rules } = built<{ rules: Rule[] }>('sitemap.json')
/** As WeChat reads them: the first rule that fits counts. */
const isFound = (page: string) =>
  rules.find((rule) => rule.page === page || rule.page === '*')?.action === 'allow'

let browser: Browser
let phone: Device
/** What the mini-program has asked the server, as `method path`. */
let asked: string[]
let accounts = 0
beforeAll(async () => {
  browser = await openBrowser()
})
beforeEach(async () => {
  phone = await Device.of(browser)
  asked = []
  phone.page.on('request', (each) => void asked.push(`${each.method()} ${new URL(each.url()).pathname}`))
})
afterEach(async () => {
  expect(phone.troubles).toEqual([])
  await phone.close()
})
afterAll(() => browser.close())

/** Comes by this entry, as somebody who was never here, unless the account says who it is. */
async function come(at: string, account = `entries-${process.pid}-${++accounts}`) {
  const { gps } = await aCommunity()
  await installWeapp(phone.page, { folder, apiOrigin, account, place: gps })
  await phone.open(`/__weapp/#${at}`)
}
/** Without the example of a receipt number. */
const wordsOnPage = async () =>
  (await phone.page.locator('.phone-page').filter({ visible: true }).innerText()).replace(
    lookupWords.numberHint,
    '',
  )
/** Numbers of phones, whole or masked, receipt numbers. */
const personal = /1\d{2}(\d|\*){4}\d{4}|MS\d{8}-\d+/

describe('an entry that the guide tells to set up', () => {
  it.each(menu)('“$name” of the menu opens $page without asking who it is', async ({ page, name }) => {
    expect(pages).toContain(page)
    await come(page)
    await phone.sees(seenBehind[name] ?? `nothing is known of “${name}”`)
    await phone.settled()
    expect(asked.filter((each) => each.includes('/sessions'))).toEqual([])
  })

  it('is a menu with all that it has', () =>
    expect(menu.map(({ name }) => name)).toEqual(Object.keys(seenBehind)))

  it.each(codes)(
    'by the code $scene opens the home page and says where it hangs',
    async ({ scene, words }) => {
      await come(`${pageIn('Codes on doors and in halls')}?scene=${handedOver(scene)}`)
      await phone.sees(new RegExp(words))
    },
  )

  it('by a plain code has the same address on it', async () => {
    const row = entered('扫普通链接二维码打开小程序')
    const [, address = ''] = row.match(/the code's address is `(.+?)`/) ?? []
    const [code] = codes
    const onTheWall = address
      .replace('PUBLIC_URL', 'https://minsheng.example.gov.cn')
      .replace('…', code?.scene ?? '')
    await come(`${pagesIn(row)[0]}?q=${handedOver(onTheWall)}`)
    await phone.sees(new RegExp(code?.words ?? ''))
  })

  it('to what is searched names pages that are there, and no page of somebody’s own', () => {
    expect(rules.filter(({ page }) => page !== '*' && !pages.includes(page))).toEqual([])
    expect(rules.at(-1)).toEqual({ action: 'disallow', page: '*' })
    const own = ['need', 'receipt', 'notices', 'complaints', 'progress', 'me'].map(
      (name) => `pages/${name}/index`,
    )
    expect(pages.filter(isFound).filter((page) => own.includes(page) || /^(desk|grid)\//.test(page))).toEqual(
      [],
    )
    expect(pagesIn(entered('页面收录'))).toEqual(pages.filter(isFound))
  })

  it.each(pages.filter(isFound))(
    'by a search shows on %s nothing of anybody, to whoever comes',
    async (page) => {
      await come(page)
      await phone.button(/./).first().waitFor()
      await phone.settled()
      expect(await wordsOnPage()).not.toMatch(personal)
      expect(asked.filter((each) => each.includes('/sessions'))).toEqual([])
    },
  )

  it('asks WeChat for the interfaces of location that the build declares', () => {
    const told = [...guide.matchAll(/^\| `wx\.(\w+)` +\|/gm)].map(([, name]) => name)
    expect(told.sort()).toEqual([...app.requiredPrivateInfos].sort())
  })
})

describe('a link to a need, in an SMS or in a message of WeChat', () => {
  const text = '小区北门的井盖松动，车一过就响，怕有人踩空。'
  const owner = `entries-owner-${process.pid}`
  let link = ''
  /** Signs in at the runner's phone as WeChat does, and files. */
  beforeAll(async () => {
    const { items } = await publicly<{ items: { id: string }[] }>('/areas?level=community')
    const { accessToken } = await request<{ accessToken: string }>('/sessions/wechat', {
      body: { code: `${owner}.${Date.now()}.0` },
    })
    const { id } = await request<{ id: string }>('/needs', {
      token: accessToken,
      idempotencyKey: crypto.randomUUID(),
      body: { text, areaId: items[0]?.id, capturedAt: new Date().toISOString() },
    })
    link = `${pageIn('URL Link')}?id=${id}`
  })

  it('is to the page that the messages open too', () => {
    expect(pages).toContain(pageIn('URL Link'))
    expect(guide).toContain(`The message opens \`${pageIn('URL Link')}\``)
  })

  it('opens it for its owner, once signed in', async () => {
    await come(link, owner)
    await phone.tap('登录')
    await phone.sees(text)
  })

  it('shows somebody else nothing of it, and a way on', async () => {
    await come(link)
    await phone.tap('登录')
    await phone.sees(/没有找到/)
    expect(await wordsOnPage()).not.toContain(text)
    expect(await wordsOnPage()).not.toMatch(personal)
  })
})
