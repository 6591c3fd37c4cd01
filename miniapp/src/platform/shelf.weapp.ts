import Taro from '@tarojs/taro'
import type { Shelf } from './shelf-port'

/** In front of the names, so that they are told apart from what else the mini-program keeps. */
const PREFIX = 'shelf/'
/** So much should be free, of 10 MB. */
const ROOM_NEEDED_KIB = 2048

/** WeChat's storage: 1 MB for an entry, 10 MB together; an entry is replaced as a whole. */
export const phoneShelf: Shelf = {
  async names(beginning) {
    const { keys } = Taro.getStorageInfoSync()
    return keys.filter((key) => key.startsWith(PREFIX + beginning)).map((key) => key.slice(PREFIX.length))
  },
  read: (name) =>
    Taro.getStorage<unknown>({ key: PREFIX + name })
      .then(({ data }) => (typeof data === 'string' ? data : null))
      .catch(() => null),
  write: (name, text) => Taro.setStorage({ key: PREFIX + name, data: text }).then(() => {}),
  remove: (name) => Taro.removeStorage({ key: PREFIX + name }).then(() => {}),
}

/** Whether it is time to send what waits, and to make room. */
export async function isRoomShort(): Promise<boolean> {
  const { limitSize, currentSize } = Taro.getStorageInfoSync()
  return limitSize - currentSize < ROOM_NEEDED_KIB
}
