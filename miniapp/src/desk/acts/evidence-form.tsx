import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { evidenceTextMin } from '@minsheng/shared'
import { Tray } from '@/parts/tray'
import { useTray } from '@/parts/use-tray'
import type { EvidenceView } from '@/services/api'
import { sendEvidence } from '@/services/complaints'
import type { Attached } from '@/stores/attached'
import { uploadedIds } from '@/stores/uploads'
import { Button, Field, Notice } from '@/ui'
import { actWords } from '@/words-desk'
import { evidenceWords } from '@/words-evidence'
import styles from './form.module.scss'

interface EvidenceFormProps {
  item: EvidenceView
  run: (act: () => Promise<EvidenceView>) => Promise<void>
  busy: boolean
}

/** What the department did, in words and files. */
export function EvidenceForm({ item, run, busy }: EvidenceFormProps) {
  const typed = useRef('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [files, setFiles] = useState<Attached[]>([])
  const tray = useTray({ realm: 'staff', files, change: setFiles })
  const send = () => {
    const text = typed.current.trim()
    if (text.length < evidenceTextMin) return setWrong(evidenceWords.textShort(evidenceTextMin))
    setWrong(null)
    void run(async () => sendEvidence(item.id, { text, attachmentIds: await uploadedIds(files, 'staff') }))
  }
  return (
    <>
      <Notice title={evidenceWords.question}>{item.question}</Notice>
      <Field
        label={evidenceWords.text}
        placeholder={evidenceWords.textHint}
        multiline
        maxLength={2000}
        onText={(text) => (typed.current = text)}
        error={wrong}
      />
      <View className={styles.label}>{evidenceWords.files}</View>
      <Tray tray={tray} />
      <View className={styles.gap} />
      <Button busy={busy && actWords.busy} onPress={send}>
        {evidenceWords.send}
      </Button>
    </>
  )
}
