import { sendFile } from '@/platform/send-file'
import type { AttachmentView } from './api'
import { ApiError, offline, refusal } from './api-error'
import { apiUrl, authorization, refresh, type Realm } from './http'

export interface Upload {
  /** What platform/kept-files gave. */
  kept: string
  name: string
  realm: Realm
  /** UUID, made once for this file: the server answers a repeated one with its first answer. */
  idempotencyKey: string
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

async function send({ kept, name, realm, idempotencyKey, takenAt, place, onProgress }: Upload) {
  const sent = await sendFile({
    url: apiUrl('/attachments'),
    kept,
    name,
    headers: { ...authorization(realm), 'Idempotency-Key': idempotencyKey },
    fields: {
      ...(takenAt && { takenAt }),
      ...(place && { latitude: String(place.latitude), longitude: String(place.longitude) }),
    },
    onProgress,
  }).catch(() => {
    throw offline()
  })
  if (sent.isGone) throw new ApiError(422, { code: 'attachment_gone' })
  return sent
}

/** One file to the server. Throws ApiError; a session that has run out is renewed once. */
export async function uploadAttachment(upload: Upload): Promise<AttachmentView> {
  let { status, text } = await send(upload)
  if (status === 401 && (await refresh(upload.realm))) ({ status, text } = await send(upload))
  const data = parsed(text)
  if (status === 201) return data as AttachmentView
  throw refusal(status, data)
}
