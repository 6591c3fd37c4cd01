import Taro from '@tarojs/taro'
import type { Keeping, Source } from './kept-port'
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

/** How a file is called that is being written. */
const PART = '.part'

interface Ends {
  success: () => void
  fail: (error: { errMsg: string }) => void
}
const asked = (act: (ends: Ends) => void): Promise<void> =>
  new Promise((resolve, reject) =>
    act({ success: () => resolve(), fail: ({ errMsg }) => reject(new Error(errMsg)) }),
  )

/** What was being written when the app was killed; nobody has its name. */
function dropParts(): Promise<void> {
  const files = Taro.getFileSystemManager()
  return new Promise((resolve) =>
    files.readdir({
      dirPath: Taro.env.USER_DATA_PATH ?? '',
      success: ({ files: names }) => {
        for (const name of names) if (name.endsWith(PART)) files.unlink({ filePath: folder() + name })
      },
      complete: () => resolve(),
    }),
  )
}
let partsDropped: Promise<void> | undefined

/** Keeps what comes in portions. */
export function keepInPortions(type: string): Keeping {
  const files = Taro.getFileSystemManager()
  const filePath = `${folder()}${uuid()}.${type.split('/').pop() ?? ''}`
  const part = filePath + PART
  let isBegun = false
  return {
    async add(bytes) {
      const data = exactly(bytes)
      if (isBegun) return asked((ends) => files.appendFile({ filePath: part, data, ...ends }))
      await (partsDropped ??= dropParts())
      isBegun = true
      await asked((ends) => files.writeFile({ filePath: part, data, ...ends }))
    },
    async done() {
      await asked((ends) => files.rename({ oldPath: part, newPath: filePath, ...ends }))
      return filePath
    },
    drop: () => asked((ends) => files.unlink({ filePath: part, ...ends })).catch(() => {}),
  }
}

/** A buffer of these bytes and no others. */
const exactly = (bytes: Uint8Array): ArrayBuffer => bytes.slice().buffer

const sizeOf = (kept: string): Promise<number | null> =>
  new Promise((resolve) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath: kept,
      success: ({ size }) => resolve(size),
      fail: () => resolve(null),
    })
  })

const readOf = (filePath: string, position: number, length: number): Promise<Uint8Array<ArrayBuffer>> =>
  new Promise((resolve, reject) => {
    const gone = () => reject(new Error(`not read: ${filePath}`))
    if (length === 0) return resolve(new Uint8Array(0))
    Taro.getFileSystemManager().readFile({
      filePath,
      position,
      length,
      success: ({ data }) => (typeof data === 'string' ? gone() : resolve(new Uint8Array(data))),
      fail: gone,
    })
  })

/** A kept file in portions; null when it is gone. */
export async function keptSource(kept: string): Promise<Source | null> {
  const size = await sizeOf(kept)
  return size === null ? null : { size, read: (from, length) => readOf(kept, from, length) }
}

/** A path to show and to upload; null when the file is gone. */
export const openKept = (kept: string): Promise<string | null> =>
  new Promise((resolve) => {
    Taro.getFileSystemManager().access({
      path: kept,
      success: () => resolve(kept),
      fail: () => resolve(null),
    })
  })

/** What is shown of files that lie sealed: open only in memory. */
const shown = new Map<string, string>()

/** From now on what is shown of a kept file are these bytes; null where WeChat is too old to show bytes. */
export function showAs(kept: string, bytes: Uint8Array<ArrayBuffer>): string | null {
  const before = shown.get(kept)
  if (before) return before
  if (!Taro.canIUse('createBufferURL')) return null
  const address = Taro.createBufferURL(bytes.buffer)
  shown.set(kept, address)
  return address
}

function forgetShown(kept: string) {
  const address = shown.get(kept)
  if (address) Taro.revokeBufferURL(address)
  shown.delete(kept)
}

/** What we wrote ourselves and what WeChat saved for us go by two ways. */
export const dropKept = (kept: string): Promise<void> =>
  new Promise((resolve) => {
    forgetShown(kept)
    const complete = () => resolve()
    const files = Taro.getFileSystemManager()
    if (kept.startsWith(folder())) files.unlink({ filePath: kept, complete })
    else files.removeSavedFile({ filePath: kept, complete })
  })
