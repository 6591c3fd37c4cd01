import Taro from '@tarojs/taro'
import { refusedBy, type Refused } from './refused'

export type Scanned = { text: string } | Refused

/** What is on a code that the person points the camera at: the page of a mini-program's code, or its words. */
export const scanCode: (() => Promise<Scanned>) | null = () =>
  Taro.scanCode({ scanType: ['qrCode', 'barCode'] })
    .then(({ path, result }) => ({ text: path || result }))
    .catch(refusedBy)
