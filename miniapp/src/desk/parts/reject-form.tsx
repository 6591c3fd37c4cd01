import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { rejectExplanationMin, rejectReasons, rejectReasonWords, type RejectReason } from '@minsheng/shared'
import styles from '@/desk/acts/form.module.scss'
import { rejectNeed } from '@/services/needs'
import { Button, Chips, Field, Notice } from '@/ui'
import { actWords, triageWords } from '@/words-desk'
import type { TriageFormProps } from './dispatch-form'

/** Not taken: a reason from the list, and an explanation that the resident reads. */
export function RejectForm({ item, run, busy }: TriageFormProps) {
  const [reason, setReason] = useState<RejectReason | null>(null)
  const explanation = useRef('')
  const [wrong, setWrong] = useState<string | null>(null)
  const send = () => {
    const words = explanation.current.trim()
    if (!reason || words.length < rejectExplanationMin)
      return setWrong(triageWords.rejectShort(rejectExplanationMin))
    setWrong(null)
    void run(async () => {
      await rejectNeed(item.id, { reason, explanation: words })
      return { item, said: triageWords.rejected }
    })
  }
  return (
    <>
      <View className={styles.label}>{triageWords.rejectReason}</View>
      <Chips
        single
        label={triageWords.rejectReason}
        options={rejectReasons.map((value) => ({ value, words: rejectReasonWords[value] }))}
        chosen={reason ? [reason] : []}
        onToggle={setReason}
      />
      <View className={styles.gap} />
      <Field
        label={triageWords.rejectExplanation}
        multiline
        maxLength={500}
        onText={(text) => (explanation.current = text)}
      />
      {wrong && <Notice tone="amber">{wrong}</Notice>}
      <Button look="danger" busy={busy && actWords.busy} onPress={send}>
        {triageWords.reject}
      </Button>
    </>
  )
}
