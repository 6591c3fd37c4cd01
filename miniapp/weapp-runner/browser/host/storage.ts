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

/** The phone keeps it: it is there again when the mini-program is opened anew. */
export const storage = {
  getStorageSync: (key: string) => read(key) ?? '',
  setStorageSync: write,
  removeStorageSync: remove,
  getStorage: api('getStorage', ({ key }: { key: string }) => {
    const data = read(key)
    if (data === undefined) throw new Refusal('data not found')
    return { data }
  }),
  setStorage: api('setStorage', ({ key, data }: { key: string; data: unknown }) => write(key, data)),
  removeStorage: api('removeStorage', ({ key }: { key: string }) => remove(key)),
}
