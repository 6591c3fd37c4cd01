import { element } from './element'
import type { PageConfig, TabItem } from './weapp'

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
  measure()
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

/** The tab bar, with the tab of this page lit. */
export function drawTabs(items: TabItem[], current: string, open: (item: TabItem) => void) {
  tabs.replaceChildren(
    ...items.map((item) => {
      const isCurrent = item.pagePath === current
      const icon = element('img', 'phone-tab-icon')
      icon.src = iconAt(isCurrent ? item.selectedIconPath : item.iconPath)
      icon.alt = ''
      const tab = element('button', 'phone-tab', icon, item.text)
      tab.setAttribute('role', 'tab')
      tab.setAttribute('aria-selected', String(isCurrent))
      const { tabBar } = window.weapp.json.app
      tab.style.color = (isCurrent ? tabBar?.selectedColor : tabBar?.color) ?? ''
      tab.addEventListener('click', () => open(item))
      return tab
    }),
  )
}
