import Taro from '@tarojs/taro'

/** Where 我的 stands in the tab bar. */
const ME = 2
const MOST = 99

/** Marks the tab 我的 with what waits there. On a page without tabs there is nothing to mark. */
export function markMe(count: number) {
  const marking = count
    ? Taro.setTabBarBadge({ index: ME, text: String(Math.min(count, MOST)) })
    : Taro.removeTabBarBadge({ index: ME })
  marking.catch(() => {})
}
