import type { Shelf } from '@/platform/shelf-port'

export type { Shelf }

/** The part of a shelf whose names begin like this. */
export const partOf = (shelf: Shelf, beginning: string): Shelf => ({
  names: async (within) =>
    (await shelf.names(beginning + within)).map((name) => name.slice(beginning.length)),
  read: (name) => shelf.read(beginning + name),
  write: (name, text) => shelf.write(beginning + name, text),
  remove: (name) => shelf.remove(beginning + name),
})

/** What is stored as JSON under this name; null when it is not there, or was sealed by somebody else's key. */
export async function readFrom<T>(shelf: Shelf, name: string): Promise<T | null> {
  const text = await shelf.read(name)
  return text === null ? null : (JSON.parse(text) as T)
}

export const writeTo = (shelf: Shelf, name: string, value: unknown) =>
  shelf.write(name, JSON.stringify(value))

/** Everything under these names. */
export async function readAll<T>(shelf: Shelf, beginning: string): Promise<T[]> {
  const names = await shelf.names(beginning)
  const found = await Promise.all(names.map((name) => readFrom<T>(shelf, name)))
  return found.filter((value) => value !== null)
}
