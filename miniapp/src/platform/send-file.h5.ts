import { keptBlob } from './kept-files.h5'
import type { FileToSend, SentFile } from './file-to-send'

const TIMEOUT = 60_000

/**
 * Sends a kept file as a form. By hand, because Taro fetches the file by its blob address first, which the
 * page's security policy rightly forbids. Rejects without an answer.
 */
export async function sendFile({
  url,
  kept,
  name,
  fields,
  headers,
  onProgress,
}: FileToSend): Promise<SentFile> {
  const blob = await keptBlob(kept)
  if (!blob) return { status: 0, text: '', isGone: true }
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  form.append('file', blob, name)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.timeout = TIMEOUT
    for (const [header, value] of Object.entries(headers)) request.setRequestHeader(header, value)
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total ? loaded / total : 0)
    request.onload = () => resolve({ status: request.status, text: request.responseText, isGone: false })
    request.onerror = request.ontimeout = () => reject(new Error('no answer'))
    request.send(form)
  })
}
