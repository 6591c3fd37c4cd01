import Taro from '@tarojs/taro'
import { passing } from './passing'

/** Says something in passing; what lies below can be pressed meanwhile. */
export const tell = (title: string): void => void Taro.showToast(passing(title))
