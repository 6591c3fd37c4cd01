import Taro from '@tarojs/taro'
import type { AttachmentView } from './api'
import { offline } from './api-error'
import { apiUrl, authorization, refresh, refusal, type Realm } from './http'

export interface Upload {
  /** A path that the phone can read: see platform/kept-files. */
  path: string
  name: string
  realm: Realm
  takenAt?: string | null
  /** GCJ-02, where it was taken. */
  place?: { latitude: number; longitude: number } | null
  onProgress?: (share: number) => void
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function send({ path, name, realm, takenAt, place, onProgress }: Upload) {
  const task = Taro.uploadFile({
    url: apiUrl('/attachments'),
    filePath: path,
    name: 'file',
    fileName: name,
    timeout: 60_000,
    header: authorization(realm),
    formData: {
      ...(takenAt && { takenAt }),
      ...(place && { latitude: String(place.latitude), longitude: String(place.longitude) }),
    },
  })
  if (onProgress) task.progress?.(({ progress }) => onProgress(progress / 100))
  return task.catch(() => {
    throw offline()
  })
}

/** One file to the server. Throws ApiError; a session that has run out is renewed once. */
export async function uploadAttachment(upload: Upload): Promise<AttachmentView> {
  let answer = await send(upload)
  if (answer.statusCode === 401 && (await refresh(upload.realm))) answer = await send(upload)
  const data = parsed(answer.data)
  if (answer.statusCode === 201) return data as AttachmentView
  throw refusal(answer.statusCode, data)
}
