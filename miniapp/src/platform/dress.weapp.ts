import Taro from '@tarojs/taro'
import type { Appearance } from '@/stores/appearance'
import theme from '@/theme.json'

/** Gives the look to what WeChat draws around the page that is seen: its head, its ground, the tab bar. */
export function dress({ isDark }: Appearance, isTab: boolean) {
  const { ground, paper, tab, tabOn } = theme[isDark ? 'dark' : 'light']
  const borderStyle = isDark ? 'black' : 'white'
  void Taro.setNavigationBarColor({ frontColor: isDark ? '#ffffff' : '#000000', backgroundColor: ground })
  void Taro.setBackgroundColor({ backgroundColor: ground })
  if (isTab)
    void Taro.setTabBarStyle({ color: tab, selectedColor: tabOn, backgroundColor: paper, borderStyle })
}
