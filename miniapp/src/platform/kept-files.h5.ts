import { uuid } from './uuid'

/** Files wait in the browser's database, so that a reload without signal loses nothing. */
const DATABASE = 'minsheng'
const FILES = 'files'

function database(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(FILES)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no database'))
  })
}

async function inFiles<T>(
  mode: IDBTransactionMode,
  act: (files: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opened = await database()
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = act(opened.transaction(FILES, mode).objectStore(FILES))
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('not stored'))
    })
  } finally {
    opened.close()
  }
}

/** Addresses that were already made in this visit; private windows have no database, they live on these alone. */
const addresses = new Map<string, string>()

/** Keeps a file; the answer is what `openKept` takes. */
export async function keepBlob(blob: Blob): Promise<string> {
  const kept = uuid()
  addresses.set(kept, URL.createObjectURL(blob))
  await inFiles('readwrite', (files) => files.put(blob, kept)).catch(() => {})
  return kept
}

/** An address to show and to upload; null when the file is gone. */
export async function openKept(kept: string): Promise<string | null> {
  const known = addresses.get(kept)
  if (known) return known
  const blob: unknown = await inFiles('readonly', (files) => files.get(kept) as IDBRequest<unknown>).catch(
    () => null,
  )
  if (!(blob instanceof Blob)) return null
  const address = URL.createObjectURL(blob)
  addresses.set(kept, address)
  return address
}

export async function dropKept(kept: string): Promise<void> {
  const address = addresses.get(kept)
  if (address) URL.revokeObjectURL(address)
  addresses.delete(kept)
  await inFiles('readwrite', (files) => files.delete(kept)).catch(() => {})
}
