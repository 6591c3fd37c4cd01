import { api, Refusal } from './api'

const KEY_LIMIT = 1024 * 1024
const prefix = 'weapp:'

const read = (key: string): unknown => {
  const text = localStorage.getItem(prefix + key)
  return text === null ? undefined : JSON.parse(text)
}

function write(key: string, value: unknown) {
  const text = JSON.stringify(value)
  if (text.length > KEY_LIMIT) throw new Refusal('exceed max size of a key')
  localStorage.setItem(prefix + key, text)
}

const remove = (key: string) => localStorage.removeItem(prefix + key)

const LIMIT_KIB = 10 * 1024
/** Of all together, as WeChat counts it. */
function info() {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix))
  const size = keys.reduce((sum, key) => sum + (localStorage.getItem(key) ?? '').length, 0)
  return {
    keys: keys.map((key) => key.slice(prefix.length)),
    currentSize: Math.ceil(size / 1024),
    limitSize: LIMIT_KIB,
  }
}

/** The phone keeps it: it is there again when the mini-program is opened anew. */
export const storage = {
  getStorageSync: (key: string) => read(key) ?? '',
  setStorageSync: write,
  removeStorageSync: remove,
  getStorageInfoSync: info,
  getStorage: api('getStorage', ({ key }: { key: string }) => {
    const data = read(key)
    if (data === undefined) throw new Refusal('data not found')
    return { data }
  }),
  setStorage: api('setStorage', ({ key, data }: { key: string; data: unknown }) => write(key, data)),
  removeStorage: api('removeStorage', ({ key }: { key: string }) => remove(key)),
}
