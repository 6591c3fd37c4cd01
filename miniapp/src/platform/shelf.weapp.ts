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

/** Photos and recordings lie in files: those of a mini-program are at most 200 MB together. */
const FILES_MAX = 200 * 1024 * 1024
const FILES_NEEDED = 30 * 1024 * 1024

/** Whether it is time to send what waits, and to make room. */
export async function isRoomShort(): Promise<boolean> {
  const { limitSize, currentSize } = Taro.getStorageInfoSync()
  if (limitSize - currentSize < ROOM_NEEDED_KIB) return true
  return FILES_MAX - (await savedBytes()) - (await writtenBytes()) < FILES_NEEDED
}

const sumOf = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0)

/** Of the files that WeChat has saved for us. */
const savedBytes = (): Promise<number> =>
  new Promise((resolve) => {
    Taro.getFileSystemManager().getSavedFileList({
      success: ({ fileList }) => resolve(sumOf(fileList.map(({ size }) => size))),
      fail: () => resolve(0),
    })
  })

interface FileStats {
  path: string
  stats: { size: number }
}

/** Of the files that we have written ourselves. */
const writtenBytes = (): Promise<number> =>
  new Promise((resolve) => {
    Taro.getFileSystemManager().stat({
      path: Taro.env.USER_DATA_PATH ?? '',
      recursive: true,
      // Of a folder it is a list; the types do not know its members.
      success: ({ stats }) =>
        resolve(Array.isArray(stats) ? sumOf((stats as FileStats[]).map((file) => file.stats.size)) : 0),
      fail: () => resolve(0),
    })
  })
