import type { AssociatedBackend, CodeSpace } from 'glass-easel-miniprogram-adapter'
import { element } from './element'
import { drawTabs, onBack, surround } from './frame'
import { Refusal } from './host/api'
import { report, type TabItem } from './weapp'

/** Words of WeChat's Page, as far as the base library calls them. */
interface PageInstance {
  route: string
  options: Record<string, string>
  setData(data: object, done?: () => void): void
  onLoad?: (query: Record<string, string>) => void
  onShow?: () => void
  onReady?: () => void
  onHide?: () => void
  onUnload?: () => void
  onPullDownRefresh?: () => void
  onShareAppMessage?: (from: object) => { title?: string; path?: string }
  onReachBottom?: () => void
  onPageScroll?: (event: { scrollTop: number }) => void
  onTabItemTap?: (item: { index: number; pagePath: string; text: string }) => void
}

interface OpenPage {
  path: string
  instance: PageInstance
  host: HTMLElement
  release: () => void
}

const DEEPEST = 10
const LARGEST_DATA = 64 * 1024
const NEAR_BOTTOM = 50

const parse = (url: string) => {
  const [path = '', query = ''] = url.split('?')
  const pairs = query.split('&').filter(Boolean)
  return {
    path: path.replace(/^\//, ''),
    query: Object.fromEntries(
      pairs.map((pair) => pair.split('=').map(decodeURIComponent) as [string, string]),
    ),
  }
}

/** The stack of pages: tabs stay alive, what stands upon them does not. */
export class Pages {
  private stack: OpenPage[] = []
  private readonly tabPages = new Map<string, OpenPage>()
  private readonly tabs: TabItem[]
  private readonly known: Set<string>

  constructor(
    private readonly backend: AssociatedBackend,
    private readonly codeSpace: CodeSpace,
    private readonly define: (path: string) => void,
  ) {
    const { pages, subPackages = [], tabBar } = window.weapp.json.app
    this.tabs = tabBar?.list ?? []
    this.known = new Set([
      ...pages,
      ...subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
    ])
    onBack(() => this.navigateBack())
    window.phone.share = () => this.top.instance.onShareAppMessage?.({ from: 'menu' }) ?? null
    window.phone.pullDown = () => this.top.instance.onPullDownRefresh?.()
  }

  readonly current = () => this.stack.map(({ instance }) => instance)

  get top(): OpenPage {
    const top = this.stack[this.stack.length - 1]
    if (!top) throw new Error('no page is open')
    return top
  }

  get isOnTab(): boolean {
    return this.isTab(this.top.path)
  }

  navigateTo(url: string) {
    const { path } = this.target(url)
    if (this.isTab(path)) throw new Refusal('can not navigateTo a tabbar page')
    if (this.stack.length >= DEEPEST) throw new Refusal('webview count limit exceed')
    this.hide()
    this.open(url)
  }

  redirectTo(url: string) {
    const { path } = this.target(url)
    if (this.isTab(path)) throw new Refusal('can not redirectTo a tabbar page')
    if (this.stack.length) this.close()
    this.open(url)
  }

  reLaunch(url: string) {
    this.target(url)
    while (this.stack.length) this.close()
    for (const page of this.tabPages.values()) this.release(page)
    this.tabPages.clear()
    this.open(url)
  }

  switchTab(url: string) {
    const { path } = this.target(url)
    if (!this.isTab(path)) throw new Refusal('can not switch to no-tabBar page')
    while (this.stack.length > 1) this.close()
    if (this.stack.length && this.top.path === path) return this.show()
    if (this.stack.length && this.isTab(this.top.path)) {
      this.hide()
      this.stack = []
    } else if (this.stack.length) this.close()
    const kept = this.tabPages.get(path)
    if (!kept) return this.open(url)
    this.stack = [kept]
    this.show()
  }

  navigateBack(delta = 1) {
    if (this.stack.length < 2) throw new Refusal('cannot navigate back at first page')
    for (let left = delta; left > 0 && this.stack.length > 1; left--) this.close()
    this.show()
  }

  knows = (url: string) => this.known.has(parse(url).path)

  private isTab = (path: string) => this.tabs.some(({ pagePath }) => pagePath === path)

  private target(url: string) {
    const target = parse(url)
    if (!this.known.has(target.path)) throw new Refusal(`page "${target.path}" is not found`)
    return target
  }

  private open(url: string) {
    const { path, query } = this.target(url)
    this.define(path)
    const root = this.backend.createRoot('wx-page', this.codeSpace, path)
    const instance = Object.assign(root.get() as unknown as PageInstance, { route: path, options: query })
    weighData(path, instance)
    const body = element('div', 'weapp-page')
    const host = element('section', 'phone-page', body)
    host.dataset.route = path
    const page: OpenPage = { path, instance, host, release: () => root.release() }
    this.stack.push(page)
    if (this.isTab(path)) this.tabPages.set(path, page)
    document.body.append(host)
    watchScroll(page)
    this.frame()
    instance.onLoad?.(query)
    const place = document.createElement('span')
    body.append(place)
    root.attach(body as never, place as never)
    instance.onShow?.()
    instance.onReady?.()
  }

  private show() {
    this.top.host.hidden = false
    this.frame()
    this.top.instance.onShow?.()
  }

  private hide() {
    this.top.instance.onHide?.()
    this.top.host.hidden = true
  }

  private close() {
    const page = this.stack.pop()
    if (!page) return
    this.tabPages.delete(page.path)
    this.release(page)
  }

  private release(page: OpenPage) {
    page.instance.onUnload?.()
    // An answer may still come for a page that is gone: WeChat drops it.
    page.instance.setData = () => undefined
    page.release()
    page.host.remove()
  }

  private frame() {
    const { path } = this.top
    const isTab = this.isTab(path)
    surround(window.weapp.json[path] ?? {}, { isTab, canGoBack: this.stack.length > 1 })
    drawTabs(this.tabs, path, (item) => {
      this.switchTab(`/${item.pagePath}`)
      const { pagePath, text } = item
      this.top.instance.onTabItemTap?.({ index: this.tabs.indexOf(item), pagePath, text })
    })
  }
}

/** What crosses to the view is weighed, and what is not JSON would not arrive on a phone. */
function weighData(path: string, instance: PageInstance) {
  const setData = instance.setData.bind(instance)
  instance.setData = (data, done) => {
    const bytes = new TextEncoder().encode(JSON.stringify(data)).length
    window.phone.crossings.push({ page: path, bytes })
    if (bytes > LARGEST_DATA) report(`setData of ${path}: ${bytes} bytes at once, more than ${LARGEST_DATA}`)
    setData(data, done)
  }
}

function watchScroll({ host, instance, path }: OpenPage) {
  const near = window.weapp.json[path]?.onReachBottomDistance ?? NEAR_BOTTOM
  /** How high the page was when its end was reached; it is reached again when it has grown. */
  let reachedAt = 0
  const scroller = host.firstElementChild
  scroller?.addEventListener('scroll', () => {
    const { scrollTop, scrollHeight, clientHeight } = scroller
    instance.onPageScroll?.({ scrollTop })
    const isNear = scrollHeight - clientHeight - scrollTop <= near
    if (isNear && scrollHeight !== reachedAt) instance.onReachBottom?.()
    reachedAt = isNear ? scrollHeight : 0
  })
}
