import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatPromise } from '@minsheng/shared'
import { workOrderAct } from '@/services/work-orders'
import { Chips } from '@/ui'
import { actWords, extendWords } from '@/words-desk'
import type { FormProps } from './form-props'
import styles from './form.module.scss'
import { WordsForm } from './words-form'

/** More time, once: how much, until when that would be, and why. */
export function ExtendForm({ order, run, busy }: FormProps) {
  const [chosen, setChosen] = useState('3')
  const workdays = Number(chosen)
  const until = order.extensionDues[workdays - 1]
  return (
    <>
      <View className={styles.label}>{extendWords.workdays}</View>
      <Chips
        single
        label={extendWords.workdays}
        options={order.extensionDues.map((_, index) => ({
          value: String(index + 1),
          words: extendWords.days(index + 1),
        }))}
        chosen={[chosen]}
        onToggle={setChosen}
      />
      {until && (
        <View className={styles.said}>{extendWords.until(formatPromise(new Date(until), new Date()))}</View>
      )}
      <WordsForm
        label={actWords.reason}
        hint={extendWords.reasonHint}
        send={actWords.extend}
        min={5}
        busy={busy}
        onSend={(reason) => void run(() => workOrderAct.extend(order.id, { workdays, reason }))}
      />
    </>
  )
}
