import Taro from '@tarojs/taro'
import { NotRecorded, type Recording } from './chosen-file'
import { keepPath } from './kept-files.weapp'
import { refusedBy } from './refused'

const SHORTEST = 700
const LONGEST = 120_000

/** Starts recording; throws NotRecorded with the reason when that is not possible. */
export function startRecording(): Promise<Recording> {
  const recorder = Taro.getRecorderManager()
  const startedAt = Date.now()
  const finished = new Promise<Taro.RecorderManager.OnStopCallbackResult>((resolve) =>
    recorder.onStop(resolve),
  )
  return new Promise((resolve, reject) => {
    recorder.onError((error) => {
      const why = refusedBy(error)
      reject(new NotRecorded(why === 'cancelled' ? 'failed' : why))
    })
    recorder.onStart(() =>
      resolve({
        cancel: () => recorder.stop(),
        async stop() {
          recorder.stop()
          const { tempFilePath, duration } = await finished
          if (duration < SHORTEST) throw new NotRecorded('tooShort')
          const takenAt = new Date(startedAt).toISOString()
          return {
            kind: 'voice',
            name: 'voice.aac',
            kept: await keepPath(tempFilePath),
            seconds: duration / 1000,
            takenAt,
          }
        },
      }),
    )
    recorder.start({
      duration: LONGEST,
      format: 'aac',
      sampleRate: 16000,
      numberOfChannels: 1,
      encodeBitRate: 48000,
    })
  })
}
