import { useState } from 'react'
import { View } from '@tarojs/components'
import { investigateComplaint } from '@/services/complaints'
import { Chips } from '@/ui'
import { complaintDeskWords } from '@/words-supervision'
import type { ComplaintFormProps } from './form-props'
import styles from './form.module.scss'
import { WordsForm } from './words-form'

const kinds = (['plain', 'complex'] as const).map((value) => ({
  value,
  words: complaintDeskWords.kinds[value],
}))

/** What the accused department is asked, and how much time the answer has. */
export function InvestigateComplaintForm({ item, run, busy }: ComplaintFormProps) {
  const [kind, setKind] = useState<'plain' | 'complex'>('plain')
  return (
    <>
      <View className={styles.label}>{complaintDeskWords.kind}</View>
      <Chips single label={complaintDeskWords.kind} options={kinds} chosen={[kind]} onToggle={setKind} />
      <View className={styles.gap} />
      <WordsForm
        label={complaintDeskWords.question}
        hint={complaintDeskWords.questionHint}
        send={complaintDeskWords.acts.investigate}
        min={5}
        busy={busy}
        onSend={(question) =>
          void run(() => investigateComplaint(item.id, { question, isComplex: kind === 'complex' }))
        }
      />
    </>
  )
}
