import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'

/** The same width as $wide in tokens.scss. */
const WIDE = 900
const isWide = () => Taro.getWindowInfo().windowWidth >= WIDE

/** Whether there is room for a list and its detail side by side. */
export function useWide(): boolean {
  const [wide, setWide] = useState(isWide)
  useEffect(() => {
    const onResize = () => setWide(isWide())
    Taro.onWindowResize(onResize)
    return () => Taro.offWindowResize(onResize)
  }, [])
  return wide
}
