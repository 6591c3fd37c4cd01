import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'

/** Cards as long as the server lets them be are below 10 KB each; WeChat stalls beyond 64 KB at once, the web does not. */
const PORTION = process.env.TARO_ENV === 'weapp' ? 5 : Infinity

/** The items as far as they are shown: portion after portion, each when the one before it stands on the screen. */
export function usePortions<Item>(items: readonly Item[]): readonly Item[] {
  const [shown, setShown] = useState(PORTION)
  const { length } = items
  useEffect(() => {
    if (shown >= length) return
    let isGone = false
    Taro.nextTick(() => {
      if (!isGone) setShown(shown + PORTION)
    })
    return () => {
      isGone = true
    }
  }, [shown, length])
  return items.slice(0, shown)
}
