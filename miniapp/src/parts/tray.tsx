import { useEffect, useRef, useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useAppearance } from '@/hooks/use-appearance'
import { playVoice, showMedia } from '@/platform/play'
import { useUploads } from '@/stores/uploads'
import { cx, Icon, Notice, PhotoStrip, Press, type Picture } from '@/ui'
import { words } from '@/words'
import { wordsOfError } from '@/words-errors'
import { homeWords } from '@/words-filing'
import { labelOf } from './attachments'
import { RefusedNotice } from './refused-notice'
import type { Tray as TrayState } from './use-tray'
import styles from './tray.module.scss'

/** The two buttons (in large type speaking comes first) and what was added, with how far each file is. */
export function Tray({ tray, photosOnly }: { tray: TrayState; photosOnly?: boolean }) {
  const { files, recordingSince, problem } = tray
  const { isLarge } = useAppearance()
  const uploads = useUploads()
  const addresses = useAddresses(tray)
  const seconds = useSeconds(recordingSince)
  const failures = files.flatMap(({ key }) => uploads[key]?.error ?? [])
  const labels = files.map(({ kind, seconds: durationSeconds }) => ({ kind, durationSeconds }))

  const pictures: Picture[] = files.map((file, index) => {
    const upload = uploads[file.key]
    return {
      key: file.key,
      kind: file.kind,
      thumbnail: file.kind === 'photo' ? (addresses[file.kept] ?? null) : null,
      label: labelOf(labels, index),
      progress: upload && !upload.error ? upload.progress : undefined,
      failed: Boolean(upload?.error),
    }
  })
  const open = (key: string) => {
    const file = files.find((one) => one.key === key)
    const address = file && addresses[file.kept]
    if (uploads[key]?.error) tray.retry(key)
    else if (file && address) {
      if (file.kind === 'voice') playVoice(address)
      else showMedia([address], address)
    }
  }

  const photo = (
    <Press key="photo" className={styles.button} onPress={tray.photo}>
      <Icon name="camera" />
      <Text>{homeWords.photo}</Text>
    </Press>
  )
  const voice = !photosOnly && (
    <Press
      key="voice"
      className={cx(styles.button, recordingSince !== null && styles.recording)}
      onPress={tray.voice}
    >
      <Icon name={recordingSince === null ? 'mic' : 'stop'} />
      <Text>{recordingSince === null ? homeWords.voice : homeWords.recording(seconds)}</Text>
    </Press>
  )

  return (
    <View className={styles.tray}>
      <View className={styles.buttons}>{isLarge ? [voice, photo] : [photo, voice]}</View>
      <RefusedNotice problem={problem} />
      <PhotoStrip
        pictures={pictures}
        onOpen={open}
        onRemove={tray.remove}
        removeLabel={words.remove}
        failedLabel={words.uploadFailed}
      />
      {failures[0] && <Notice tone="amber">{wordsOfError(failures[0])}</Notice>}
    </View>
  )
}

/** Addresses under which the kept files can be shown. */
function useAddresses({ files, addressOf }: TrayState): Record<string, string> {
  const ask = useRef(addressOf)
  const [addresses, setAddresses] = useState<Record<string, string>>({})
  useEffect(() => {
    for (const file of files) {
      const { kept } = file
      if (addresses[kept]) continue
      void ask.current(file).then((address) => {
        if (address) setAddresses((all) => (all[kept] ? all : { ...all, [kept]: address }))
      })
    }
  }, [files, addresses])
  return addresses
}

function useSeconds(since: number | null): number {
  const [now, setNow] = useState(0)
  useEffect(() => {
    if (since === null) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [since])
  return since === null ? 0 : Math.max(0, Math.floor((now - since) / 1000))
}
