import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { type RatingLevel, ratingLevelWords } from '@minsheng/shared'
import { ContactPhone } from '@/desk/parts/contact-phone'
import type { CallBackView, ReportCallBody } from '@/services/api'
import { calledPhone, releaseCall, reportCall } from '@/services/call-backs'
import { Button, Chips, Faces, Field, Notice } from '@/ui'
import { callBackWords } from '@/words-callbacks'
import { actWords } from '@/words-desk'
import styles from './form.module.scss'

interface CallBackFormProps {
  item: CallBackView
  run: (act: () => Promise<CallBackView>) => Promise<void>
  busy: boolean
}
type YesNo = 'yes' | 'no'

const optionsOf = (words: Record<YesNo, string>) =>
  (['yes', 'no'] as const).map((value) => ({ value, words: words[value] }))

/** What to ask, the phone, and what came of the call. What is asked for follows from why somebody is called. */
export function CallBackForm({ item, run, busy }: CallBackFormProps) {
  const { id, reason } = item
  const [reached, setReached] = useState<YesNo | null>(null)
  const [level, setLevel] = useState<RatingLevel | null>(null)
  const [said, setSaid] = useState<YesNo | null>(null)
  const words = useRef('')
  const [isMissing, setMissing] = useState(false)
  const send = () => {
    const body = reportOf(item, { reached, level, said, words: words.current.trim() })
    setMissing(body === null)
    if (body) void run(() => reportCall(id, body))
  }
  return (
    <>
      <Notice icon="phone" title={callBackWords.script}>
        {callBackWords.scripts[reason].map((line) => (
          <View key={line}>{line}</View>
        ))}
      </Notice>
      {reason === 'complaint' && <View className={styles.said}>{item.answer?.measure}</View>}
      <ContactPhone masked={item.phoneMasked} look={() => calledPhone(id, callBackWords.reveal)} />
      <Choice
        label={callBackWords.reachedLabel}
        options={callBackWords.reached}
        value={reached}
        onChoose={setReached}
      />
      {reached === 'yes' && (
        <>
          {reason === 'unrated' && (
            <>
              <Choice
                label={callBackWords.solvedLabel}
                options={callBackWords.solved}
                value={said}
                onChoose={setSaid}
              />
              <View className={styles.label}>{callBackWords.level}</View>
              <Faces label={callBackWords.level} words={ratingLevelWords} value={level} onChoose={setLevel} />
            </>
          )}
          {reason === 'complaint' && (
            <Choice
              label={callBackWords.acceptedLabel}
              options={callBackWords.accepted}
              value={said}
              onChoose={setSaid}
            />
          )}
          <Field
            label={callBackWords.words[reason]}
            placeholder={callBackWords.wordsHint}
            multiline
            maxLength={500}
            onText={(typed) => (words.current = typed)}
          />
        </>
      )}
      {isMissing && <Notice tone="amber">{callBackWords.missing}</Notice>}
      <Button busy={busy && actWords.busy} onPress={send}>
        {callBackWords.send}
      </Button>
      <Button look="quiet" onPress={() => void run(() => releaseCall(id))}>
        {callBackWords.release}
      </Button>
    </>
  )
}

interface ChoiceProps {
  label: string
  options: Record<YesNo, string>
  value: YesNo | null
  onChoose: (value: YesNo) => void
}
function Choice({ label, options, value, onChoose }: ChoiceProps) {
  return (
    <>
      <View className={styles.label}>{label}</View>
      <Chips
        single
        label={label}
        options={optionsOf(options)}
        chosen={value ? [value] : []}
        onToggle={onChoose}
      />
      <View className={styles.gap} />
    </>
  )
}

interface Heard {
  reached: YesNo | null
  level: RatingLevel | null
  said: YesNo | null
  words: string
}

/** What the server is told; null while something is missing. */
function reportOf({ reason }: CallBackView, { reached, level, said, words }: Heard): ReportCallBody | null {
  if (reached === null) return null
  if (reached === 'no') return { isReached: false }
  const heard = { isReached: true, ...(words && { words }) }
  if (reason === 'badRating') return words ? heard : null
  if (said === null) return null
  if (reason === 'complaint') return { ...heard, isAccepted: said === 'yes' }
  return level && { ...heard, level, solved: said === 'yes' }
}
