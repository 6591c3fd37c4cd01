import { element } from './element'
import { nightOrDay, themed } from './theme'
import type { PageConfig, TabItem, TabStyle } from './weapp'

/** An iPhone 14 in CSS pixels: what WeChat draws around a page. */
export const phoneFrame = { statusBar: 47, navigation: 44, tabBar: 50, safeBottom: 34 } as const

const root = document.documentElement

export const pageArea = () => ({ width: innerWidth, height: innerHeight - top() - bottom() })
const top = () => phoneFrame.statusBar + phoneFrame.navigation
const bottom = () => (root.dataset.tabs === 'shown' ? phoneFrame.tabBar + phoneFrame.safeBottom : 0)

const title = element('div', 'phone-title')
title.setAttribute('role', 'heading')
title.setAttribute('aria-level', '1')
const back = element('button', 'phone-back')
back.setAttribute('aria-label', '返回')
const capsule = element('div', 'phone-capsule', '•••', element('span', 'phone-target'))
capsule.setAttribute('aria-hidden', 'true')
const head = element('header', 'phone-head', back, title, capsule)
const tabs = element('nav', 'phone-tabs')
tabs.setAttribute('role', 'tablist')
document.body.append(head, tabs)

export const setTitle = (text: string) => {
  title.textContent = text
  document.title = text
}

export const onBack = (act: () => void) => back.addEventListener('click', act)

/** Draws what stands around a page. */
export function surround(config: PageConfig, { isTab, canGoBack }: { isTab: boolean; canGoBack: boolean }) {
  const { window: common } = window.weapp.json.app
  setTitle(config.navigationBarTitleText ?? common?.navigationBarTitleText ?? '')
  root.dataset.tabs = isTab ? 'shown' : 'hidden'
  back.hidden = !canGoBack
  const own = { ...common, ...config }
  colourHead(
    themed(own.navigationBarTextStyle) === 'white' ? '#ffffff' : '#000000',
    themed(own.navigationBarBackgroundColor),
  )
  document.body.style.backgroundColor = themed(own.backgroundColor)
  measure()
}

export function colourHead(front: string, background: string) {
  head.style.color = front
  head.style.backgroundColor = background
}

function measure() {
  root.style.setProperty('--page-height', `${pageArea().height}px`)
  root.style.setProperty('--page-top', `${top()}px`)
  root.style.setProperty(
    '--safe-bottom',
    root.dataset.tabs === 'shown' ? '0px' : `${phoneFrame.safeBottom}px`,
  )
}
addEventListener('resize', measure)

const iconAt = (path: string) => `/__weapp/assets/${path}`

/** What setTabBarStyle has set over the colours of app.json. */
const tabStyle: Partial<TabStyle> = {}

export function styleTabs(style: Partial<TabStyle>) {
  Object.assign(tabStyle, style)
  for (const tab of tabs.children) if (tab instanceof HTMLElement) colourTab(tab)
  colourTabBar()
}

const colourOf = (name: keyof TabStyle) => tabStyle[name] ?? themed(window.weapp.json.app.tabBar?.[name])

function colourTab(tab: HTMLElement) {
  tab.style.color = colourOf(tab.ariaSelected === 'true' ? 'selectedColor' : 'color')
}

function colourTabBar() {
  tabs.style.backgroundColor = colourOf('backgroundColor')
}

/** By the place of the tab. */
const badges = new Map<number, string>()

export function setBadge(index: number, text: string | null) {
  if (text === null) badges.delete(index)
  else badges.set(index, text)
  drawBadge(tabs.children[index], index)
}

function drawBadge(tab: Element | undefined, index: number) {
  const text = badges.get(index)
  if (!(tab instanceof HTMLElement)) return
  if (text === undefined) delete tab.dataset.badge
  else tab.dataset.badge = text
}

nightOrDay.addEventListener('change', () => styleTabs({}))

/** The tab bar, with the tab of this page lit. */
export function drawTabs(items: TabItem[], current: string, open: (item: TabItem) => void) {
  tabs.replaceChildren(
    ...items.map((item, index) => {
      const isCurrent = item.pagePath === current
      const icon = element('img', 'phone-tab-icon')
      icon.src = iconAt(isCurrent ? item.selectedIconPath : item.iconPath)
      icon.alt = ''
      const tab = element('button', 'phone-tab', icon, item.text)
      tab.setAttribute('role', 'tab')
      tab.setAttribute('aria-selected', String(isCurrent))
      colourTab(tab)
      drawBadge(tab, index)
      tab.addEventListener('click', () => open(item))
      return tab
    }),
  )
  colourTabBar()
}
