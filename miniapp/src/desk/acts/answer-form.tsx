import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import {
  answerResults,
  answerResultWords,
  answerTextMin,
  evidenceNoteMin,
  type AnswerResult,
} from '@minsheng/shared'
import { Tray } from '@/parts/tray'
import { useTray } from '@/parts/use-tray'
import { whereAmI } from '@/platform/location'
import { workOrderAct } from '@/services/work-orders'
import type { Attached } from '@/stores/attached'
import { uploadedIds } from '@/stores/uploads'
import { Button, Chips, Field, Notice } from '@/ui'
import { actWords, assistWords, orderWords } from '@/words-desk'
import { openAssists } from '@/desk/parts/order-state'
import type { FormProps } from './form-props'
import styles from './form.module.scss'

/** What was done, how it ended, and the photos that show it. */
export function AnswerForm({ order, run, busy }: FormProps) {
  const text = useRef('')
  const [result, setResult] = useState<AnswerResult | null>(null)
  const [files, setFiles] = useState<Attached[]>([])
  const [wrong, setWrong] = useState<{ text?: string; result?: string; evidence?: string }>({})
  const evidence = useRef('')
  const asksForNote = order.evidenceRequired && needsNote(files)
  const waited = order.role === 'lead' ? openAssists(order) : []
  const tray = useTray({ realm: 'staff', files, change: setFiles, place: whereAmI })

  const send = () => {
    const words = text.current.trim()
    const isShort = words.length < answerTextMin
    const evidenceNote = asksForNote ? evidence.current.trim() : ''
    const isUnexplained = asksForNote && evidenceNote.length < evidenceNoteMin
    setWrong({
      ...(isShort && { text: actWords.answerShort(answerTextMin, words.length) }),
      ...(!result && { result: actWords.resultEmpty }),
      ...(isUnexplained && { evidence: actWords.evidenceShort(evidenceNoteMin) }),
    })
    if (isShort || !result || isUnexplained) return
    void run(async () => {
      const attachmentIds = await uploadedIds(files, 'staff')
      const note = evidenceNote && { evidenceNote }
      return workOrderAct.submitAnswer(order.id, { text: words, result, attachmentIds, ...note })
    })
  }

  return (
    <>
      {waited.length > 0 && (
        <Notice tone="amber" title={assistWords.waiting(waited.length)}>
          {assistWords.waitingHint}
        </Notice>
      )}
      {!order.contactedAt && <Notice tone="amber">{actWords.contactFirst}</Notice>}
      <Field
        label={actWords.answerText}
        placeholder={actWords.answerHint}
        multiline
        maxLength={2000}
        onText={(typed) => (text.current = typed)}
        error={wrong.text}
      />
      <View className={styles.label}>{actWords.result}</View>
      <Chips
        single
        label={actWords.result}
        options={answerResults.map((value) => ({ value, words: answerResultWords[value] }))}
        chosen={result ? [result] : []}
        onToggle={setResult}
      />
      {wrong.result && <View className={styles.wrong}>{wrong.result}</View>}
      <View className={styles.gap} />
      <View className={styles.label}>{order.evidenceRequired ? orderWords.evidence : actWords.photos}</View>
      <Tray tray={tray} photosOnly />
      {asksForNote && (
        <Field
          label={actWords.evidenceNote}
          placeholder={actWords.evidenceHint}
          maxLength={200}
          hint={actWords.evidenceWhy}
          onText={(typed) => (evidence.current = typed)}
          error={wrong.evidence}
        />
      )}
      <View className={styles.gap} />
      <Button busy={busy && actWords.busy} onPress={send}>
        {actWords.submitAnswer}
      </Button>
    </>
  )
}

/** Whether no photo says both when and where it was taken; known once they are on the server. */
function needsNote(files: readonly Attached[]): boolean {
  const photos = files.filter(({ kind }) => kind === 'photo')
  return photos.length > 0 && photos.every(({ id, isPlaced }) => id && !isPlaced)
}
