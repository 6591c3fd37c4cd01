import Taro from '@tarojs/taro'
import { openKept } from './kept-files.weapp'
import type { FileToSend, SentFile } from './file-to-send'

/** Sends a kept file as a form. Rejects without an answer. */
export async function sendFile({
  url,
  kept,
  name,
  fields,
  headers,
  onProgress,
}: FileToSend): Promise<SentFile> {
  const path = await openKept(kept)
  if (!path) return { status: 0, text: '', isGone: true }
  const task = Taro.uploadFile({
    url,
    filePath: path,
    name: 'file',
    fileName: name,
    timeout: 60_000,
    header: headers,
    formData: fields,
  })
  task.progress(({ progress }) => onProgress?.(progress / 100))
  const { statusCode, data } = await task
  return { status: statusCode, text: data, isGone: false }
}
