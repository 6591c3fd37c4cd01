import { playVoice, showMedia } from '@/platform/play'
import type { AttachmentView } from '@/services/api'
import { absolute } from '@/services/http'
import { PhotoStrip, type Picture } from '@/ui'
import { words } from '@/words'

type Shown = Pick<AttachmentView, 'kind' | 'durationSeconds'>

/** "照片 2", "语音 12 秒": counted within each kind. */
export const labelOf = (all: Shown[], index: number): string => {
  const one = all[index]
  if (!one || one.kind === 'voice') return words.voice(one?.durationSeconds ?? null)
  const n = all.slice(0, index + 1).filter(({ kind }) => kind === one.kind).length
  return one.kind === 'photo' ? words.photo(n) : words.video(n)
}

/** Files of a need or an answer; a tap opens them. */
export function Attachments({ files }: { files: AttachmentView[] }) {
  const pictures: Picture[] = files.map((file, index) => ({
    key: file.id,
    kind: file.kind,
    thumbnail: file.thumbnailUrl
      ? absolute(file.thumbnailUrl)
      : file.kind === 'photo'
        ? absolute(file.url)
        : null,
    label: labelOf(files, index),
  }))
  const open = (key: string) => {
    const file = files.find(({ id }) => id === key)
    if (!file) return
    if (file.kind === 'voice') return playVoice(absolute(file.url))
    const seen = files.filter(({ kind }) => kind !== 'voice').map(({ url }) => absolute(url))
    showMedia(seen, absolute(file.url))
  }
  return <PhotoStrip pictures={pictures} onOpen={open} />
}
