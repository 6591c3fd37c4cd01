import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { contactWays, contactWayWords, type ContactWay } from '@minsheng/shared'
import { workOrderAct } from '@/services/work-orders'
import { Button, Chips, Field } from '@/ui'
import { actWords } from '@/words-desk'
import type { FormProps } from './form-props'
import styles from './form.module.scss'

/** The first contact, by a person: how, and what was said. */
export function ContactForm({ order, run, busy }: FormProps) {
  const [how, setHow] = useState<ContactWay>('phone')
  const note = useRef('')
  const [wrong, setWrong] = useState<string | null>(null)
  const send = () => {
    if (!note.current.trim()) return setWrong(actWords.noteEmpty)
    setWrong(null)
    void run(() => workOrderAct.contact(order.id, { how, note: note.current.trim() }))
  }
  return (
    <>
      <View className={styles.label}>{actWords.how}</View>
      <Chips
        single
        label={actWords.how}
        options={contactWays.map((way) => ({ value: way, words: contactWayWords[way] }))}
        chosen={[how]}
        onToggle={setHow}
      />
      <View className={styles.gap} />
      <Field
        label={actWords.note}
        placeholder={actWords.noteHint}
        multiline
        maxLength={500}
        onText={(text) => (note.current = text)}
        error={wrong}
      />
      <Button busy={busy && actWords.busy} onPress={send}>
        {actWords.contact}
      </Button>
    </>
  )
}
