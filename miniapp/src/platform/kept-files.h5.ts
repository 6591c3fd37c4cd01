import type { Keeping, Source } from './kept-port'
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

/** What was kept or asked for in this visit; a private window has no database and lives on this alone. */
const blobs = new Map<string, Blob>()
const addresses = new Map<string, string>()

/** Keeps a file; the answer is what `openKept` takes. */
export async function keepBlob(blob: Blob): Promise<string> {
  const kept = uuid()
  blobs.set(kept, blob)
  await inFiles('readwrite', (files) => files.put(blob, kept)).catch(() => {})
  return kept
}

/** Keeps what comes in portions. Without the database it would be lost with the page, so that it has to be there. */
export function keepInPortions(type: string): Keeping {
  const parts: Blob[] = []
  return {
    add: async (bytes) => void parts.push(new Blob([bytes as Uint8Array<ArrayBuffer>])),
    async done() {
      const kept = uuid()
      await inFiles('readwrite', (files) => files.put(new Blob(parts, { type }), kept))
      return kept
    },
    drop: async () => void parts.splice(0),
  }
}

/** A kept file in portions; null when it is gone. */
export async function keptSource(kept: string): Promise<Source | null> {
  const blob = await keptBlob(kept)
  if (!blob) return null
  const read = async (from: number, length: number) =>
    new Uint8Array(await blob.slice(from, from + length).arrayBuffer())
  return { size: blob.size, read }
}

/** The file itself; null when it is gone. */
export async function keptBlob(kept: string): Promise<Blob | null> {
  const known = blobs.get(kept)
  if (known) return known
  const blob: unknown = await inFiles('readonly', (files) => files.get(kept) as IDBRequest<unknown>).catch(
    () => null,
  )
  if (!(blob instanceof Blob)) return null
  blobs.set(kept, blob)
  return blob
}

/** An address to show; null when the file is gone. */
export async function openKept(kept: string): Promise<string | null> {
  const known = addresses.get(kept)
  if (known) return known
  const blob = await keptBlob(kept)
  if (!blob) return null
  const address = URL.createObjectURL(blob)
  addresses.set(kept, address)
  return address
}

/** From now on what is shown of a kept file are these bytes: it lies sealed, and is open only in memory. */
export function showAs(kept: string, bytes: Uint8Array<ArrayBuffer>): string | null {
  const before = addresses.get(kept)
  if (before) return before
  const address = URL.createObjectURL(new Blob([bytes]))
  addresses.set(kept, address)
  return address
}

export async function dropKept(kept: string): Promise<void> {
  const address = addresses.get(kept)
  if (address) URL.revokeObjectURL(address)
  addresses.delete(kept)
  blobs.delete(kept)
  await inFiles('readwrite', (files) => files.delete(kept)).catch(() => {})
}
