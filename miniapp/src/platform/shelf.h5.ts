import type { Shelf } from './shelf-port'

/** What a grid worker writes lies in the browser's database: a page that is closed loses nothing. */
const DATABASE = 'minsheng-grid'
const ENTRIES = 'entries'

let opened: Promise<IDBDatabase> | undefined

function database(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(ENTRIES)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no database'))
  })
  opened.catch(() => (opened = undefined))
  return opened
}

/** Resolves when it lies on the disk, not only in the browser's memory. */
async function inEntries<T>(
  mode: IDBTransactionMode,
  act: (entries: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const transaction = (await database()).transaction(ENTRIES, mode, { durability: 'strict' })
  return new Promise<T>((resolve, reject) => {
    const request = act(transaction.objectStore(ENTRIES))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('not stored'))
  })
}

export const phoneShelf: Shelf = {
  names: (beginning) =>
    inEntries('readonly', (entries) =>
      entries.getAllKeys(IDBKeyRange.bound(beginning, `${beginning}\uffff`)),
    ).then((keys) => keys.map(String)),
  read: (name) =>
    inEntries('readonly', (entries) => entries.get(name) as IDBRequest<unknown>).then((text) =>
      typeof text === 'string' ? text : null,
    ),
  write: (name, text) => inEntries('readwrite', (entries) => entries.put(text, name)).then(() => {}),
  remove: (name) => inEntries('readwrite', (entries) => entries.delete(name)).then(() => {}),
}

/** So much should be free: photos are kept here, too. */
const ROOM_NEEDED = 30 * 1024 * 1024

/** Whether it is time to send what waits, and to make room. Asks the browser not to clear us when others need room. */
export async function isRoomShort(): Promise<boolean> {
  if (!navigator.storage) return false // not on a page without https: nobody knows
  void navigator.storage.persist().catch(() => false)
  const { quota, usage } = await navigator.storage.estimate()
  return quota !== undefined && usage !== undefined && quota - usage < ROOM_NEEDED
}
