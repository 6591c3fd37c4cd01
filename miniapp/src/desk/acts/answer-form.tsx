import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { answerResults, answerResultWords, answerTextMin, type AnswerResult } from '@minsheng/shared'
import { Tray } from '@/parts/tray'
import { useTray } from '@/parts/use-tray'
import { whereAmI } from '@/platform/location'
import { workOrderAct } from '@/services/work-orders'
import type { Attached } from '@/stores/attached'
import { ensureUploaded } from '@/stores/uploads'
import { Button, Chips, Field, Notice } from '@/ui'
import { actWords, orderWords } from '@/words-desk'
import type { FormProps } from './form-props'
import styles from './form.module.scss'

/** What was done, how it ended, and the photos that show it. */
export function AnswerForm({ order, run, busy }: FormProps) {
  const text = useRef('')
  const [result, setResult] = useState<AnswerResult | null>(null)
  const [files, setFiles] = useState<Attached[]>([])
  const [wrong, setWrong] = useState<{ text?: string; result?: string }>({})
  const tray = useTray({ realm: 'staff', files, change: setFiles, place: whereAmI })

  const send = () => {
    const words = text.current.trim()
    const isShort = words.length < answerTextMin
    setWrong({
      ...(isShort && { text: actWords.answerShort(answerTextMin, words.length) }),
      ...(!result && { result: actWords.resultEmpty }),
    })
    if (isShort || !result) return
    void run(async () => {
      const attachmentIds = await Promise.all(files.map((file) => ensureUploaded(file, 'staff')))
      return workOrderAct.submitAnswer(order.id, { text: words, result, attachmentIds })
    })
  }

  return (
    <>
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
      <View className={styles.gap} />
      <Button busy={busy && actWords.busy} onPress={send}>
        {actWords.submitAnswer}
      </Button>
    </>
  )
}
