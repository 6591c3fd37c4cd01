import { dropKept, keepInPortions, keptSource, openKept, showAs } from '@/platform/kept-files'
import type { Sink, Source } from '@/platform/kept-port'
import { ApiError } from '@/services/api-error'
import type { Attached } from '@/stores/attached'
import { ensureUploaded } from '@/stores/uploads'
import { closeInPortions, createBreath, openInPortions } from './portions'
import type { Seal } from './seal'

const SEALED = 'application/octet-stream'

const gone = () => new ApiError(422, { code: 'attachment_gone' })

/** Keeps what is written, or nothing of it. */
async function keeping(write: (sink: Sink) => Promise<void>): Promise<string> {
  const written = keepInPortions(SEALED)
  try {
    await write(written)
    return await written.done()
  } catch (thrown) {
    await written.drop()
    throw thrown
  }
}

/** A sealed twin of a photo or a recording; the open one is dropped by whoever has stored the twin's name. */
export async function sealFile(file: Attached, seal: Seal): Promise<Attached> {
  if (file.isSealed) return file
  const source = await keptSource(file.kept)
  if (!source) throw gone()
  const kept = await keeping((sink) => closeInPortions(source, sink, seal, file.key, createBreath()))
  return { ...file, kept, isSealed: true }
}

const isNew = (twin: Attached, files: readonly Attached[]) => !files.some(({ kept }) => kept === twin.kept)

/** All or none: when there is no room for one, those before it are dropped. Throws what keeping throws. */
export async function sealFiles(files: readonly Attached[], seal: Seal): Promise<Attached[]> {
  const twins: Attached[] = []
  try {
    for (const file of files) twins.push(await sealFile(file, seal))
    return twins
  } catch (thrown) {
    await dropTwins(twins, files)
    throw thrown
  }
}

export const dropFile = ({ kept }: Attached) => dropKept(kept)
/** Of these the ones that are in the one list alone: what was sealed before is its own twin. */
export const dropTwins = (twins: readonly Attached[], files: readonly Attached[]) =>
  Promise.all(twins.filter((twin) => isNew(twin, files)).map(dropFile))

/** Opens it in portions; or in one go, as an earlier version of the app has sealed it. False when it does not fit. */
async function openInto(sink: Sink, source: Source, { key }: Attached, seal: Seal): Promise<boolean> {
  if (await openInPortions(source, sink, seal, key, createBreath())) return true
  const bytes = seal.open(await source.read(0, source.size), key)
  if (bytes) await sink.add(bytes)
  return bytes !== null
}

/** All of it in memory, where it is shown from. */
async function openBytes(file: Attached, seal: Seal): Promise<Uint8Array<ArrayBuffer> | null> {
  const source = await keptSource(file.kept)
  if (!source) return null
  const whole = new Uint8Array(source.size)
  let at = 0
  const add = async (bytes: Uint8Array) => {
    whole.set(bytes, at)
    at += bytes.length
  }
  return (await openInto({ add }, source, file, seal)) ? whole.slice(0, at) : null
}

/** An address to show it by, for as long as the page is open; null when there is none. */
export async function addressOf(file: Attached, seal: Seal): Promise<string | null> {
  if (!file.isSealed) return openKept(file.kept)
  const bytes = await openBytes(file, seal)
  return bytes && showAs(file.kept, bytes)
}

/** Opens one for as long as it travels. */
async function uploaded(file: Attached, seal: Seal): Promise<Attached> {
  if (file.id) return file
  const source = await keptSource(file.kept)
  if (!source) throw gone()
  const kept = await keeping(async (sink) => {
    if (!(await openInto(sink, source, file, seal))) throw gone()
  })
  try {
    return { ...file, ...(await ensureUploaded({ ...file, kept }, 'staff')) }
  } finally {
    await dropKept(kept)
  }
}

/** The files with their ids on the server. Throws ApiError. */
export const uploadSealed = (files: readonly Attached[], seal: Seal) =>
  Promise.all(files.map((file) => uploaded(file, seal)))
