import { beforeAll, describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

const app = resolve(__dirname, '..')
const built = join(app, 'dist/weapp')
const sources = join(app, 'src')

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
const read = (file: string) => readFileSync(file, 'utf8')

interface AppJson {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
  tabBar: { list: { pagePath: string; iconPath: string; selectedIconPath: string }[] }
  requiredPrivateInfos: string[]
}

describe('the WeChat build', () => {
  let config: AppJson
  let pages: string[]

  beforeAll(() => {
    if (!existsSync(join(built, 'app.json')))
      execFileSync(
        process.execPath,
        [join(app, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', 'weapp'],
        {
          cwd: app,
          env: { ...process.env, NODE_ENV: 'production' },
          stdio: 'pipe',
        },
      )
    config = JSON.parse(read(join(built, 'app.json'))) as AppJson
    pages = [
      ...config.pages,
      ...config.subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
    ]
  })

  it('weighs no more than its budgets allow', () => {
    const table = join(app, 'scripts/size-table.mjs')
    expect(execFileSync(process.execPath, [table, 'weapp'], { encoding: 'utf8' })).toContain('main package')
  })

  it('has the four files of each page, and the icons of the tab bar', () => {
    const wanted = pages.flatMap((page) => ['js', 'json', 'wxml', 'wxss'].map((kind) => `${page}.${kind}`))
    const icons = config.tabBar.list.flatMap(({ iconPath, selectedIconPath }) => [iconPath, selectedIconPath])
    // A page without a style of its own has no wxss, which WeChat does not ask for.
    const missing = [...wanted, ...icons].filter(
      (file) => !existsSync(join(built, file)) && !file.endsWith('.wxss'),
    )
    expect(missing).toEqual([])
  })

  it('brings the picture of the card that is shared: 5:4, and no more than WeChat takes', () => {
    const picture = readFileSync(join(built, 'assets/share-card.png'))
    const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)]
    expect(width / height).toBe(5 / 4)
    expect(picture.length).toBeLessThanOrEqual(128 * 1024)
  })

  it('leads to each page from another one', () => {
    const routes = read(join(sources, 'routes.ts'))
    const tabs = config.tabBar.list.map(({ pagePath }) => pagePath)
    const code = filesIn(sources).filter((file) => /\.tsx?$/.test(file) && !file.includes('.spec.'))
    for (const page of pages.filter((one) => !tabs.includes(one))) {
      const own = join(sources, page.replace(/index$/, ''))
      // The name under which routes.ts leads there, and a call of it outside of the page's own folder.
      const named = new RegExp(`(\\w+):[^\\n]*(?:\\n[^\\n]*)?/${page}`).exec(routes)
      const direct = new RegExp(`export const (\\w+) =[^\\n]*/${page}`).exec(routes)
      const name = direct?.[1] ?? named?.[1] ?? ''
      const call = new RegExp(`\\bgo\\.${name}\\(|\\bgoDesk\\(|\\b${name}\\(`)
      const callers = code.filter(
        (file) => !file.startsWith(own) && !file.endsWith('routes.ts') && call.test(read(file)),
      )
      expect({ page, isLinked: name !== '' && callers.length > 0 }).toEqual({ page, isLinked: true })
    }
  })

  it('uses nothing in its own sources that a mini-program forbids or lacks', () => {
    const forbidden =
      /\beval\(|new Function\(|\bdocument\.|\bwindow\.|\blocalStorage\b|\bnavigator\.|\bfetch\(|\bIntl\b/
    const own = filesIn(sources).filter(
      (file) => /\.tsx?$/.test(file) && !/\.(h5|spec|gen)\.tsx?$/.test(file),
    )
    const found = own.filter((file) => forbidden.test(read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))
    expect(found.map((file) => relative(sources, file))).toEqual([])
  })

  it('brings nothing of the web build along', () => {
    const code = filesIn(built).filter((file) => file.endsWith('.js'))
    const web = code.filter((file) => /indexedDB|MediaRecorder|createImageBitmap/.test(read(file)))
    expect(web.map((file) => relative(built, file))).toEqual([])
  })

  it('tells screen readers roles and labels: Taro alone would drop them', () => {
    const template = read(join(built, 'base.wxml'))
    for (const attribute of ['aria-role', 'aria-label', 'aria-checked', 'aria-hidden'])
      expect(template).toContain(attribute)
  })

  it('declares the private interfaces that it calls, and no other', () => {
    const called = ['getFuzzyLocation', 'chooseLocation', 'getLocation', 'choosePoi', 'chooseAddress'].filter(
      (name) =>
        filesIn(sources).some((file) => file.endsWith('.weapp.ts') && read(file).includes(`Taro.${name}(`)),
    )
    expect([...config.requiredPrivateInfos].sort()).toEqual(called.sort())
  })
})
