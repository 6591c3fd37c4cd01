import Taro from '@tarojs/taro'

/** Moves a temporary file (WeChat deletes those) to where it stays; as it is when there is no room. */
export const keepPath = (path: string): Promise<string> =>
  new Promise((resolve) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath: path,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: () => resolve(path),
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

export const dropKept = (kept: string): Promise<void> =>
  new Promise((resolve) => {
    Taro.getFileSystemManager().removeSavedFile({ filePath: kept, complete: () => resolve() })
  })
