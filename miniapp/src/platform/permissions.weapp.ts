import Taro from '@tarojs/taro'

/** WeChat's page with what this mini-program may do; only from a tap. */
export const openPermissions: (() => void) | null = () => {
  Taro.openSetting({}).catch(() => {}) // closed again
}

/** The same page with the switch of subscribe messages. */
export const openMessageSettings: (() => void) | null = () => {
  Taro.openSetting({ withSubscriptions: true }).catch(() => {}) // closed again
}
