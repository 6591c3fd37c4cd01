import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { contactWays, contactWayWords, type ContactWay } from '@minsheng/shared'
import styles from '@/desk/acts/form.module.scss'
import type { ComplaintCase } from '@/services/api'
import { respondToComplaint } from '@/services/complaints'
import { Button, Chips, Field } from '@/ui'
import { actWords } from '@/words-desk'
import { complaintDeskWords } from '@/words-story'

interface RespondFormProps {
  id: string
  run: (act: () => Promise<ComplaintCase>) => Promise<void>
  busy: boolean
}

/** A person has spoken with the complainant: how, and what was said. */
export function RespondForm({ id, run, busy }: RespondFormProps) {
  const [how, setHow] = useState<ContactWay>('phone')
  const note = useRef('')
  const [wrong, setWrong] = useState<string | null>(null)
  const send = () => {
    const said = note.current.trim()
    if (!said) return setWrong(complaintDeskWords.noteEmpty)
    setWrong(null)
    void run(() => respondToComplaint(id, { how, note: said }))
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
        label={complaintDeskWords.note}
        placeholder={complaintDeskWords.noteHint}
        multiline
        maxLength={500}
        onText={(text) => (note.current = text)}
        error={wrong}
      />
      <Button busy={busy && actWords.busy} onPress={send}>
        {complaintDeskWords.respond}
      </Button>
    </>
  )
}
