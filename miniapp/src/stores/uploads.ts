import { create } from 'zustand'
import type { Point } from '@/platform/point'
import { type ApiError, asApiError } from '@/services/api-error'
import { uploadAttachment } from '@/services/attachments'
import type { Realm } from '@/services/http'
import type { Attached } from './attached'
import { createLanes, withRetry } from './upload-retry'

/** A file that is on the server. */
export interface Uploaded {
  id: string
  isPlaced: boolean
}

interface Upload {
  /** 0–1. */
  progress: number
  error: ApiError | null
}

/** How far the files are that are on their way, by their key. */
export const useUploads = create<Record<string, Upload>>(() => ({}))

const set = (key: string, upload: Partial<Upload>) =>
  useUploads.setState((all) => ({ [key]: { ...(all[key] ?? { progress: 0, error: null }), ...upload } }))
const clear = (key: string) =>
  useUploads.setState((all) => Object.fromEntries(Object.entries(all).filter(([name]) => name !== key)), true)

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
const inLane = createLanes(4)
const underWay = new Map<string, Promise<Uploaded>>()

async function upload(file: Attached, realm: Realm, place: Point | null): Promise<Uploaded> {
  set(file.key, { progress: 0, error: null })
  try {
    const onProgress = (progress: number) => set(file.key, { progress })
    const attempt = () =>
      uploadAttachment({
        ...{ kept: file.kept, name: file.name, realm, takenAt: file.takenAt, place, onProgress },
        idempotencyKey: file.sentAs ?? file.key,
      })
    const { id, hasTime, hasPlace } = await inLane(() => withRetry(attempt, pause))
    clear(file.key)
    return { id, isPlaced: hasTime && hasPlace }
  } catch (thrown) {
    const error = asApiError(thrown)
    set(file.key, { error })
    throw error
  }
}

/** The file as the server has it. Asked twice, it travels once. Throws ApiError. */
export function ensureUploaded(file: Attached, realm: Realm, place: Point | null = null): Promise<Uploaded> {
  if (file.id) return Promise.resolve({ id: file.id, isPlaced: file.isPlaced ?? false })
  const already = underWay.get(file.key)
  if (already) return already
  const started = upload(file, realm, place).finally(() => underWay.delete(file.key))
  underWay.set(file.key, started)
  return started
}

/** The ids of these files on the server, where they are then. Throws ApiError. */
export async function uploadedIds(files: readonly Attached[], realm: Realm): Promise<string[]> {
  const uploaded = await Promise.all(files.map((file) => ensureUploaded(file, realm)))
  return uploaded.map(({ id }) => id)
}
