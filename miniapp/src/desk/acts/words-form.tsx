import { useRef, useState } from 'react'
import { Button, Field } from '@/ui'
import { actWords } from '@/words-desk'

export interface WordsFormProps {
  label: string
  hint?: string
  /** On the button. */
  send: string
  min: number
  busy: boolean
  onSend: (text: string) => void
}

/** One thing to write, and to send. */
export function WordsForm({ label, hint, send, min, busy, onSend }: WordsFormProps) {
  const text = useRef('')
  const [wrong, setWrong] = useState<string | null>(null)
  const check = () => {
    const said = text.current.trim()
    if ([...said].length < min) return setWrong(actWords.wordsShort(min))
    setWrong(null)
    onSend(said)
  }
  return (
    <>
      <Field
        label={label}
        placeholder={hint}
        multiline
        maxLength={500}
        onText={(typed) => (text.current = typed)}
        error={wrong}
      />
      <Button busy={busy && actWords.busy} onPress={check}>
        {send}
      </Button>
    </>
  )
}
