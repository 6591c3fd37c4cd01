import { useRef, useState } from 'react'
import { attachmentsMax } from '@minsheng/shared'
import { chooseFiles } from '@/platform/choose-files'
import { NotChosen, NotRecorded, type ChosenFile, type Recording } from '@/platform/chosen-file'
import { dropKept, openKept } from '@/platform/kept-files'
import type { Point } from '@/platform/point'
import type { Refused } from '@/platform/refused'
import { startRecording } from '@/platform/recorder'
import { tell } from '@/platform/tell'
import { uuid } from '@/platform/uuid'
import type { Realm } from '@/services/http'
import type { Attached } from '@/stores/attached'
import { useSession } from '@/stores/session'
import { ensureUploaded } from '@/stores/uploads'
import { homeWords, photoWords, voiceWords } from '@/words-filing'
import type { Problem } from './refused-notice'

interface TrayOptions {
  /** As whom they are sent at once; null: they stay on the phone. */
  realm: Realm | null
  files: Attached[]
  /** Must take the change relative to what is there: files arrive while others are on their way. */
  change: (next: (files: Attached[]) => Attached[]) => void
  /** Somebody begins to add something. */
  onUse?: () => void
  /** By what address a file is shown; as it is kept when left out. */
  addressOf?: (file: Attached) => Promise<string | null>
  /** Where the photos are taken, for evidence. */
  place?: () => Promise<Point | Refused>
}

export interface Tray {
  files: Attached[]
  addressOf: (file: Attached) => Promise<string | null>
  photo: () => void
  voice: () => void
  /** Since when it records, or null. */
  recordingSince: number | null
  /** Why nothing could be recorded or chosen. */
  problem: Problem | null
  remove: (key: string) => void
  retry: (key: string) => void
}

const asKept = ({ kept }: Attached) => openKept(kept)

/** Files beside a text: chosen, recorded, and uploaded at once while the text is being typed. */
export function useTray({ realm, files, change, onUse, addressOf = asKept, place }: TrayOptions): Tray {
  const [recordingSince, setRecordingSince] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const recording = useRef<Recording | null>(null)
  const room = attachmentsMax - files.length

  const send = (file: Attached, point: Point | null) => {
    if (!realm || !useSession.getState()[realm]) return
    ensureUploaded(file, realm, point)
      .then((uploaded) =>
        change((all) => all.map((one) => (one.key === file.key ? { ...one, ...uploaded } : one))),
      )
      .catch(() => {}) // shown on the picture, by useUploads
  }
  const placeNow = async () => {
    const found = await place?.()
    return typeof found === 'object' ? found : null
  }
  const add = async (chosen: ChosenFile[]) => {
    if (!chosen.length) return
    const added = chosen.map((file): Attached => ({ ...file, key: uuid(), id: null }))
    change((all) => [...all, ...added])
    const point = await placeNow()
    for (const file of added) send(file, point)
  }
  const full = () => tell(homeWords.maxAttachments(attachmentsMax))

  const choose = async () => {
    setProblem(null)
    try {
      await add(await chooseFiles(room))
    } catch (thrown) {
      const why = thrown instanceof NotChosen ? thrown.why : 'failed'
      setProblem({ words: photoWords.refused[why], why })
    }
  }
  const record = async () => {
    setProblem(null)
    try {
      recording.current = await startRecording()
      setRecordingSince(Date.now())
    } catch (thrown) {
      const why = thrown instanceof NotRecorded ? thrown.why : 'failed'
      setProblem({ words: voiceWords[why], ...(why === 'denied' && { why }) })
    }
  }
  const finish = async (current: Recording) => {
    recording.current = null
    setRecordingSince(null)
    try {
      await add([await current.stop()])
    } catch {
      setProblem({ words: voiceWords.tooShort })
    }
  }

  return {
    files,
    addressOf,
    recordingSince,
    problem,
    photo: () => {
      onUse?.()
      if (room > 0) void choose()
      else full()
    },
    voice: () => {
      onUse?.()
      if (recording.current) void finish(recording.current)
      else if (room > 0) void record()
      else full()
    },
    remove(key) {
      const file = files.find((one) => one.key === key)
      if (file) void dropKept(file.kept)
      change((all) => all.filter((one) => one.key !== key))
    },
    retry(key) {
      const file = files.find((one) => one.key === key)
      if (file) void placeNow().then((point) => send(file, point))
    },
  }
}
