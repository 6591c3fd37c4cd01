import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { isOpenComplaint } from '@minsheng/shared'
import { Tray } from '@/parts/tray'
import { useTray } from '@/parts/use-tray'
import type { ComplaintView } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { addComplaintWords } from '@/services/complaints'
import type { Attached } from '@/stores/attached'
import { uploadedIds } from '@/stores/uploads'
import { Button, Field, Notice, Press, Sheet } from '@/ui'
import { words, wordsOfError } from '@/words'
import { complaintWords } from '@/words-story'
import styles from './complaint-card.module.scss'
import type { ComplaintState } from './use-complaint'

/** The way to a person who did not handle the need: one tap, while no complaint is under way. */
export function ComplaintPath({
  state: { complaint, isKnown, busy, problem, file },
}: {
  state: ComplaintState
}) {
  const isOpen = complaint !== null && isOpenComplaint(complaint.state)
  if (!isKnown || isOpen) return null
  return (
    <>
      {problem && <Notice tone="amber">{problem}</Notice>}
      <View className={styles.path}>
        <View>{complaintWords.ask}</View>
        <Press className={styles.file} disabled={busy} onPress={() => void file()}>
          {busy ? complaintWords.filing : complaintWords.file}
        </Press>
        <View>{complaintWords.promise}</View>
      </View>
    </>
  )
}

/** It is filed already. Words are optional, and one tap leaves. */
export function ComplaintSheet({ state: { complaint, saying, said, change } }: { state: ComplaintState }) {
  return (
    <Sheet
      open={saying}
      title={complaintWords.sheetTitle}
      hint={complaintWords.sheetHint}
      closeLabel={words.close}
      onClose={said}
    >
      {complaint && <Say complaint={complaint} onChange={change} onClose={said} />}
    </Sheet>
  )
}

interface SayProps {
  complaint: ComplaintView
  onChange: (complaint: ComplaintView) => void
  onClose: () => void
}

function Say({ complaint, onChange, onClose }: SayProps) {
  const text = useRef('')
  const [files, setFiles] = useState<Attached[]>([])
  const tray = useTray({ realm: 'resident', files, change: setFiles })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const finish = async () => {
    const added = text.current.trim()
    if (!added && !files.length) return onClose()
    setBusy(true)
    try {
      const attachmentIds = await uploadedIds(files, 'resident')
      onChange(await addComplaintWords(complaint.id, { ...(added && { words: added }), attachmentIds }))
      onClose()
    } catch (thrown) {
      setProblem(wordsOfError(asApiError(thrown)))
      setBusy(false)
    }
  }
  return (
    <>
      <Field
        label={complaintWords.words}
        placeholder={complaintWords.wordsHint}
        multiline
        maxLength={500}
        onText={(typed) => (text.current = typed)}
        error={problem}
      />
      <Tray tray={tray} />
      <Button onPress={() => void finish()} busy={busy && complaintWords.saving}>
        {complaintWords.done}
      </Button>
    </>
  )
}
