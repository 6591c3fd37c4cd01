import Taro from '@tarojs/taro'
import { createJSONStorage, type StateStorage } from 'zustand/middleware'

/** A full or forbidden storage must not stop anybody from filing. */
const quietly = <T>(act: () => T, otherwise: T): T => {
  try {
    return act()
  } catch {
    return otherwise
  }
}

export const readStored = <T>(key: string): T | null =>
  quietly(() => {
    const text: unknown = Taro.getStorageSync(key)
    return typeof text === 'string' && text ? (JSON.parse(text) as T) : null
  }, null)

export const store = (key: string, value: unknown) =>
  quietly(() => Taro.setStorageSync(key, JSON.stringify(value)), undefined)

const storage: StateStorage = {
  getItem: (name) => quietly(() => Taro.getStorageSync(name) || null, null),
  setItem: (name, value) => quietly(() => Taro.setStorageSync(name, value), undefined),
  removeItem: (name) => quietly(() => Taro.removeStorageSync(name), undefined),
}

/** The phone's storage for zustand: WeChat's in a mini-program, the browser's on the web. */
export const phoneStorage = <T>() => createJSONStorage<T>(() => storage)
