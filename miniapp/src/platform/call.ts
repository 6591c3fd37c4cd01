import Taro from '@tarojs/taro'

/** Opens the phone with this number; the person decides whether to call. */
export const callPhone = (number: string) => {
  Taro.makePhoneCall({ phoneNumber: number }).catch(() => {}) // changed their mind
}
