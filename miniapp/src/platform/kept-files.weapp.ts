import Taro from '@tarojs/taro'
import { uuid } from './uuid'

/** Moves a temporary file (WeChat deletes those) to where it stays; as it is when there is no room. */
export const keepPath = (path: string): Promise<string> =>
  new Promise((resolve) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath: path,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: () => resolve(path),
    })
  })

const folder = () => `${Taro.env.USER_DATA_PATH}/`

/** Keeps bytes, or rejects when there is no room. */
export const keepBytes = (bytes: Uint8Array<ArrayBuffer>, type: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const filePath = `${folder()}${uuid()}.${type.split('/').pop() ?? ''}`
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: bytes.buffer,
      success: () => resolve(filePath),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })

export const keptBytes = (kept: string): Promise<Uint8Array<ArrayBuffer> | null> =>
  new Promise((resolve) => {
    Taro.getFileSystemManager().readFile({
      filePath: kept,
      success: ({ data }) => resolve(typeof data === 'string' ? null : new Uint8Array(data)),
      fail: () => resolve(null),
    })
  })

/** A path to show and to upload; null when the file is gone. */
export const openKept = (kept: string): Promise<string | null> =>
  new Promise((resolve) => {
    Taro.getFileSystemManager().access({
      path: kept,
      success: () => resolve(kept),
      fail: () => resolve(null),
    })
  })

/** What we wrote ourselves and what WeChat saved for us go by two ways. */
export const dropKept = (kept: string): Promise<void> =>
  new Promise((resolve) => {
    const complete = () => resolve()
    const files = Taro.getFileSystemManager()
    if (kept.startsWith(folder())) files.unlink({ filePath: kept, complete })
    else files.removeSavedFile({ filePath: kept, complete })
  })
