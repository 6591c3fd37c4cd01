import { NotRecorded, type Recording } from './chosen-file'
import { keepBlob } from './kept-files.h5'

/** What the server takes as a voice note, what every phone can play first. */
const types = ['audio/mp4;codecs=mp4a.40.2', 'audio/mp4', 'audio/webm;codecs=opus', 'audio/ogg;codecs=opus']
const SHORTEST = 700

/** Starts recording; throws NotRecorded with the reason when that is not possible. */
export async function startRecording(): Promise<Recording> {
  if (!window.isSecureContext) throw new NotRecorded('insecure')
  const type =
    typeof MediaRecorder === 'undefined'
      ? undefined
      : types.find((name) => MediaRecorder.isTypeSupported(name))
  if (!type || !navigator.mediaDevices) throw new NotRecorded('unsupported')
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => {
    throw new NotRecorded('denied')
  })
  const recorder = new MediaRecorder(stream, { mimeType: type })
  const parts: Blob[] = []
  recorder.ondataavailable = ({ data }) => parts.push(data)
  const startedAt = Date.now()
  recorder.start()
  const release = () => stream.getTracks().forEach((track) => track.stop())

  return {
    cancel() {
      recorder.stop()
      release()
    },
    async stop() {
      const milliseconds = Date.now() - startedAt
      const stopped = new Promise((resolve) => (recorder.onstop = resolve))
      recorder.stop()
      await stopped
      release()
      if (milliseconds < SHORTEST) throw new NotRecorded('tooShort')
      const kept = await keepBlob(new Blob(parts, { type }))
      const takenAt = new Date(startedAt).toISOString()
      return { kind: 'voice', name: 'voice', kept, seconds: milliseconds / 1000, takenAt }
    },
  }
}
