import { create } from 'zustand'
import type { Point } from '@/platform/point'
import { type ApiError, asApiError } from '@/services/api-error'
import { uploadAttachment } from '@/services/attachments'
import type { Realm } from '@/services/http'
import type { Attached } from './attached'
import { createLanes, withRetry } from './upload-retry'

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
const underWay = new Map<string, Promise<string>>()

async function upload(file: Attached, realm: Realm, place: Point | null): Promise<string> {
  set(file.key, { progress: 0, error: null })
  try {
    const onProgress = (progress: number) => set(file.key, { progress })
    const attempt = () =>
      uploadAttachment({ kept: file.kept, name: file.name, realm, takenAt: file.takenAt, place, onProgress })
    const { id } = await inLane(() => withRetry(attempt, pause))
    clear(file.key)
    return id
  } catch (thrown) {
    const error = asApiError(thrown)
    set(file.key, { error })
    throw error
  }
}

/** The file's id on the server. Asked twice, it travels once. Throws ApiError. */
export function ensureUploaded(file: Attached, realm: Realm, place: Point | null = null): Promise<string> {
  if (file.id) return Promise.resolve(file.id)
  const already = underWay.get(file.key)
  if (already) return already
  const started = upload(file, realm, place).finally(() => underWay.delete(file.key))
  underWay.set(file.key, started)
  return started
}
