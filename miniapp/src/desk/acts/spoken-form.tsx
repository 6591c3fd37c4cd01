import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { contactWays, contactWayWords, type ContactWay } from '@minsheng/shared'
import { Button, Chips, Field } from '@/ui'
import { actWords } from '@/words-desk'
import styles from './form.module.scss'

interface SpokenFormProps {
  words: { note: string; noteHint: string; noteEmpty: string; send: string }
  busy: boolean
  onSend: (said: { how: ContactWay; note: string }) => void
}

/** A person has spoken with a resident: how, and what was said. */
export function SpokenForm({ words, busy, onSend }: SpokenFormProps) {
  const [how, setHow] = useState<ContactWay>('phone')
  const note = useRef('')
  const [wrong, setWrong] = useState<string | null>(null)
  const send = () => {
    const said = note.current.trim()
    if (!said) return setWrong(words.noteEmpty)
    setWrong(null)
    onSend({ how, note: said })
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
        label={words.note}
        placeholder={words.noteHint}
        multiline
        maxLength={500}
        onText={(text) => (note.current = text)}
        error={wrong}
      />
      <Button busy={busy && actWords.busy} onPress={send}>
        {words.send}
      </Button>
    </>
  )
}
