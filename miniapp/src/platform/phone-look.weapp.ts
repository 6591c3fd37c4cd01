import Taro from '@tarojs/taro'
import type { Phone } from '@/stores/appearance'

/** What Taro's types do not know yet. */
interface FontSetting {
  fontSizeSetting?: number
  fontSizeScaleFactor?: number
}

/** Older WeChat tells the size of its standard text and no factor. */
const STANDARD = 17

export function phoneLook(): Phone {
  const { fontSizeScaleFactor, fontSizeSetting, theme }: Taro.getAppBaseInfo.Result & FontSetting =
    Taro.getAppBaseInfo()
  return {
    typeFactor: fontSizeScaleFactor ?? (fontSizeSetting ?? STANDARD) / STANDARD,
    isDark: theme === 'dark',
  }
}

/** Calls back when the phone changes between day and night. */
export const onPhoneLook = (callback: () => void) => Taro.onThemeChange(callback)
