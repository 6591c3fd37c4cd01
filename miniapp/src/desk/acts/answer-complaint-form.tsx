import { useState } from 'react'
import { View } from '@tarojs/components'
import {
  complaintAnswerMin,
  type ComplaintFinding,
  complaintFindings,
  complaintFindingWords,
} from '@minsheng/shared'
import { answerComplaint } from '@/services/complaints'
import { Chips } from '@/ui'
import { complaintDeskWords } from '@/words-supervision'
import type { ComplaintFormProps } from './form-props'
import styles from './form.module.scss'
import { WordsForm } from './words-form'

const findings = complaintFindings.map((value) => ({ value, words: complaintFindingWords[value] }))

/** What was found, and what is done about it. */
export function AnswerComplaintForm({ item, run, busy }: ComplaintFormProps) {
  const [finding, setFinding] = useState<ComplaintFinding>('true')
  return (
    <>
      <View className={styles.label}>{complaintDeskWords.finding}</View>
      <Chips
        single
        label={complaintDeskWords.finding}
        options={findings}
        chosen={[finding]}
        onToggle={setFinding}
      />
      <View className={styles.gap} />
      <WordsForm
        label={complaintDeskWords.measure}
        hint={complaintDeskWords.measureHint}
        send={complaintDeskWords.acts.answer}
        min={complaintAnswerMin}
        busy={busy}
        onSend={(measure) => void run(() => answerComplaint(item.id, { finding, measure }))}
      />
    </>
  )
}
