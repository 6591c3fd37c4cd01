import { api, Refusal } from './api'
import { afterConsent } from './privacy'

const files = new Map<string, Blob>()
const addresses = new Map<string, string>()
let written = 0

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

const write = (folder: 'tmp' | 'store', name: string, file: Blob): string => {
  const path = `wxfile://${folder}_${++written}_${name}`
  files.set(path, file)
  return path
}

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

const saveFile = api('saveFile', ({ tempFilePath }: { tempFilePath: string }) => {
  const file = fileAt(tempFilePath)
  files.delete(tempFilePath) // moved, as on a phone
  return { savedFilePath: write('store', tempFilePath.split('_').pop() ?? 'file', file) }
})

/** Where a mini-program writes its own files. */
export const userFolder = 'wxfile://usr'

const fileSystem = {
  saveFile,
  writeFile: api('writeFile', ({ filePath, data }: { filePath: string; data: ArrayBuffer }) => {
    files.set(filePath, new Blob([data]))
  }),
  readFile: api('readFile', async ({ filePath }: { filePath: string }) => ({
    data: await fileAt(filePath).arrayBuffer(),
  })),
  unlink: api('unlink', ({ filePath }: { filePath: string }) => {
    fileAt(filePath)
    files.delete(filePath)
  }),
  access: api('access', ({ path }: { path: string }) => void fileAt(path)),
  removeSavedFile: api('removeSavedFile', ({ filePath }: { filePath: string }) => {
    fileAt(filePath)
    files.delete(filePath)
  }),
}

/** Photos that the test put on the phone; none left means that the person went back. */
async function chooseMedia({ count = 9 }: { count?: number }) {
  await afterConsent('chooseMedia')
  if (window.phone.withoutCamera) throw new Refusal('auth deny')
  const chosen = window.phone.photos.splice(0, count)
  if (!chosen.length) throw new Refusal('cancel')
  const tempFiles = chosen.map(({ name, base64 }) => {
    const file = new Blob([fromBase64(base64)], { type: 'image/png' })
    return { tempFilePath: write('tmp', name, file), size: file.size, fileType: 'image', duration: 0 }
  })
  return { tempFiles, type: 'image' }
}

export const fileApis = {
  getFileSystemManager: () => fileSystem,
  chooseMedia: api('chooseMedia', chooseMedia),
}
