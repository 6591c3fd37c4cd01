import { colourHead, setBadge, styleTabs } from '../frame'
import type { Pages } from '../pages'
import { nightOrDay, themeName } from '../theme'
import type { TabStyle } from '../weapp'
import { api, Listeners, Refusal } from './api'

const colour = /^#[0-9a-f]{6}$/i

/** What the mini-program may change of the frame that WeChat draws around it. */
export function look(pages: () => Pages) {
  const themes = new Listeners<{ theme: 'dark' | 'light' }>()
  nightOrDay.addEventListener('change', () => themes.tell({ theme: themeName() }))
  return {
    onThemeChange: themes.on,
    offThemeChange: themes.off,
    setNavigationBarColor: api('setNavigationBarColor', setNavigationBarColor),
    setBackgroundColor: api('setBackgroundColor', ({ backgroundColor }: { backgroundColor: string }) => {
      document.body.style.backgroundColor = backgroundColor
    }),
    setTabBarBadge: api('setTabBarBadge', ({ index, text }: { index: number; text: string }) => {
      if (!pages().isOnTab) throw new Refusal('not TabBar page')
      setBadge(index, text)
    }),
    removeTabBarBadge: api('removeTabBarBadge', ({ index }: { index: number }) => {
      if (!pages().isOnTab) throw new Refusal('not TabBar page')
      setBadge(index, null)
    }),
    setTabBarStyle: api('setTabBarStyle', ({ color, selectedColor, backgroundColor }: TabStyle) => {
      if (!pages().isOnTab) throw new Refusal('not TabBar page')
      styleTabs({ color, selectedColor, backgroundColor })
    }),
  }
}

function setNavigationBarColor(options: { frontColor: string; backgroundColor: string }) {
  const { frontColor, backgroundColor } = options
  if (!['#ffffff', '#000000'].includes(frontColor)) throw new Refusal('invalid frontColor')
  if (!colour.test(backgroundColor)) throw new Refusal('invalid backgroundColor')
  colourHead(frontColor, backgroundColor)
}
