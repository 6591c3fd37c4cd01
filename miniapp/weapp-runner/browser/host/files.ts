import { api, Refusal } from './api'
import { afterConsent } from './privacy'

const files = new Map<string, Blob>()
const addresses = new Map<string, string>()

const DATABASE = 'weapp-files'

/** What the mini-program saved is there again when it is opened anew; what is temporary is not. */
function lasting<Result>(mode: IDBTransactionMode, act: (kept: IDBObjectStore) => IDBRequest<Result>) {
  return new Promise<Result>((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(DATABASE)
    opening.onerror = () => reject(new Error('no database'))
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(DATABASE, mode)
      const request = act(transaction.objectStore(DATABASE))
      transaction.oncomplete = () => {
        opening.result.close()
        resolve(request.result)
      }
      transaction.onabort = () => reject(new Error('not stored'))
    }
  })
}

/** Of an earlier run of the mini-program on this phone; to be awaited before it starts. */
export async function findKeptFiles(): Promise<void> {
  const names = await lasting('readonly', (kept) => kept.getAllKeys() as IDBRequest<string[]>)
  const blobs = await lasting('readonly', (kept) => kept.getAll() as IDBRequest<Blob[]>)
  for (const [index, blob] of blobs.entries()) files.set(names[index] ?? '', blob)
}

async function keep(path: string, file: Blob): Promise<void> {
  files.set(path, file)
  await lasting('readwrite', (kept) => kept.put(file, path))
}

async function drop(path: string): Promise<void> {
  fileAt(path)
  files.delete(path)
  await lasting('readwrite', (kept) => kept.delete(path))
}

/** A file of the phone. */
export function fileAt(path: string): Blob {
  const file = files.get(path)
  if (!file) throw new Refusal(`no such file or directory, ${path}`)
  return file
}

/** Where the document can show it from. */
export function addressOfFile(path: string): string {
  const address = addresses.get(path) ?? URL.createObjectURL(fileAt(path))
  addresses.set(path, address)
  return address
}

const newPath = (folder: 'tmp' | 'store', name: string) => `wxfile://${folder}_${crypto.randomUUID()}_${name}`

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

const saveFile = api('saveFile', async ({ tempFilePath }: { tempFilePath: string }) => {
  const file = fileAt(tempFilePath)
  files.delete(tempFilePath) // moved, as on a phone
  const savedFilePath = newPath('store', tempFilePath.split('_').pop() ?? 'file')
  await keep(savedFilePath, file)
  return { savedFilePath }
})

/** Where a mini-program writes its own files. */
export const userFolder = 'wxfile://usr'

const sizesIn = (beginning: string) =>
  [...files].flatMap(([path, { size }]) => (path.startsWith(beginning) ? { path, size } : []))

/** What else the mini-program has written, as the test says. */
const elsewhere = () => ({ path: '/other', stats: { size: window.phone.filledBytes } })

interface Reading {
  filePath: string
  position?: number
  length?: number
}

/** All of a file, or a part that lies within it, as on a phone. */
async function readFile({ filePath, position = 0, length }: Reading) {
  const file = fileAt(filePath)
  const most = file.size - position
  if (position < 0 || (length !== undefined && (length < 1 || length > most)))
    throw new Refusal(`the value of "length" is out of range, ${filePath}`)
  return { data: await file.slice(position, position + (length ?? most)).arrayBuffer() }
}

const fileSystem = {
  saveFile,
  writeFile: api('writeFile', ({ filePath, data }: { filePath: string; data: ArrayBuffer }) =>
    keep(filePath, new Blob([data])),
  ),
  appendFile: api('appendFile', ({ filePath, data }: { filePath: string; data: ArrayBuffer }) =>
    keep(filePath, new Blob([fileAt(filePath), data])),
  ),
  rename: api('rename', async ({ oldPath, newPath }: { oldPath: string; newPath: string }) => {
    await keep(newPath, fileAt(oldPath))
    await drop(oldPath)
  }),
  readFile: api('readFile', readFile),
  readdir: api('readdir', ({ dirPath }: { dirPath: string }) => ({
    files: sizesIn(`${dirPath}/`).map(({ path }) => path.slice(dirPath.length + 1)),
  })),
  getFileInfo: api('getFileInfo', ({ filePath }: { filePath: string }) => ({ size: fileAt(filePath).size })),
  unlink: api('unlink', ({ filePath }: { filePath: string }) => drop(filePath)),
  getSavedFileList: api('getSavedFileList', () => ({
    fileList: sizesIn('wxfile://store').map(({ path, size }) => ({ filePath: path, size })),
  })),
  stat: api('stat', () => ({
    stats: [...sizesIn(userFolder).map(({ path, size }) => ({ path, stats: { size } })), elsewhere()],
  })),
  access: api('access', ({ path }: { path: string }) => void fileAt(path)),
  removeSavedFile: api('removeSavedFile', ({ filePath }: { filePath: string }) => drop(filePath)),
}

/** Photos that the test put on the phone; none left means that the person went back. */
async function chooseMedia({ count = 9 }: { count?: number }) {
  await afterConsent('chooseMedia')
  if (window.phone.withoutCamera) throw new Refusal('auth deny')
  const chosen = window.phone.photos.splice(0, count)
  if (!chosen.length) throw new Refusal('cancel')
  const tempFiles = chosen.map(({ name, base64 }) => {
    const file = new Blob([fromBase64(base64)], { type: 'image/png' })
    const tempFilePath = newPath('tmp', name)
    files.set(tempFilePath, file)
    return { tempFilePath, size: file.size, fileType: 'image', duration: 0 }
  })
  return { tempFiles, type: 'image' }
}

/** Bytes that can be shown, for as long as the mini-program runs. */
function createBufferURL(buffer: ArrayBuffer): string {
  const path = newPath('tmp', 'buffer')
  files.set(path, new Blob([buffer]))
  return path
}

export const fileApis = {
  createBufferURL,
  revokeBufferURL: (path: string) => void files.delete(path),
  getFileSystemManager: () => fileSystem,
  chooseMedia: api('chooseMedia', chooseMedia),
}
