import { dropKept, keepBytes, keptBytes } from '@/platform/kept-files'
import { ApiError } from '@/services/api-error'
import type { Attached } from '@/stores/attached'
import { ensureUploaded } from '@/stores/uploads'
import type { Seal } from './seal'

const SEALED = 'application/octet-stream'

/** A sealed twin of a photo or a recording; the open one is dropped by whoever has stored the twin's name. */
async function sealed(file: Attached, seal: Seal): Promise<Attached> {
  const bytes = await keptBytes(file.kept)
  if (!bytes) throw new ApiError(422, { code: 'attachment_gone' })
  return { ...file, kept: await keepBytes(new Uint8Array(await seal.close(bytes, file.key)), SEALED) }
}

/** All or none: when there is no room for one, those before it are dropped. Throws what keeping throws. */
export async function sealFiles(files: readonly Attached[], seal: Seal): Promise<Attached[]> {
  const twins: Attached[] = []
  try {
    for (const file of files) twins.push(await sealed(file, seal))
    return twins
  } catch (thrown) {
    await dropFiles(twins)
    throw thrown
  }
}

export const dropFile = ({ kept }: Attached) => dropKept(kept)
export const dropFiles = (files: readonly Attached[]) => Promise.all(files.map(dropFile))

/** Opens one for as long as it travels. */
async function uploaded(file: Attached, seal: Seal): Promise<Attached> {
  if (file.id) return file
  const closed = await keptBytes(file.kept)
  const bytes = closed && seal.open(closed, file.key)
  if (!bytes) throw new ApiError(422, { code: 'attachment_gone' })
  const kept = await keepBytes(new Uint8Array(bytes), SEALED)
  try {
    return { ...file, ...(await ensureUploaded({ ...file, kept }, 'staff')) }
  } finally {
    await dropKept(kept)
  }
}

/** The files with their ids on the server. Throws ApiError. */
export const uploadSealed = (files: readonly Attached[], seal: Seal) =>
  Promise.all(files.map((file) => uploaded(file, seal)))
