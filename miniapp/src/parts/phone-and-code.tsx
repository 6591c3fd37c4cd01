import { useEffect, useRef, useState } from 'react'
import { mobilePhone } from '@minsheng/shared'
import { asApiError } from '@/services/api-error'
import { askPhoneCode } from '@/services/sessions'
import { Button, Field, Notice } from '@/ui'
import { wordsOfError } from '@/words-errors'
import { signInWords } from '@/words-me'

const AGAIN_AFTER = 60
const codeShape = /^\d{6}$/
/** In a demonstration the code is filled in; so long one can read it before it is used. */
const DEMO_SHOWN = 700

interface PhoneAndCodeProps {
  /** Does what the phone is proved for; what it throws is shown at the code. */
  onProved: (phone: string, code: string) => Promise<void>
  enterWords: string
  /** Whether the keyboard comes up at once. */
  focus?: boolean
}

/** A phone number and the code that was sent to it. */
export function PhoneAndCode({ onProved, enterWords, focus }: PhoneAndCodeProps) {
  const phone = useRef('')
  const [sent, setSent] = useState<{ demoCode?: string; turn: number } | null>(null)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<{ field: 'phone' | 'code'; words: string } | null>(null)
  const code = useRef('')
  const entering = useRef(false)
  const seconds = useCountdown(sent?.turn ?? 0)

  const getCode = async () => {
    if (!mobilePhone.test(phone.current)) return setWrong({ field: 'phone', words: signInWords.phoneWrong })
    setWrong(null)
    try {
      const { demoCode } = await askPhoneCode(phone.current)
      code.current = demoCode ?? ''
      setSent((old) => ({ demoCode, turn: (old?.turn ?? 0) + 1 }))
      if (demoCode) setTimeout(() => void enter(), DEMO_SHOWN)
    } catch (thrown) {
      setWrong({ field: 'phone', words: wordsOfError(asApiError(thrown)) })
    }
  }

  const enter = async () => {
    if (entering.current) return
    if (!codeShape.test(code.current)) return setWrong({ field: 'code', words: signInWords.codeWrong })
    entering.current = true
    setBusy(true)
    try {
      await onProved(phone.current, code.current)
    } catch (thrown) {
      entering.current = false
      setBusy(false)
      setWrong({ field: 'code', words: wordsOfError(asApiError(thrown)) })
    }
  }

  /** Six digits are enough to go on: nobody has to look for a button. */
  const onCode = (text: string) => {
    code.current = text.trim()
    if (codeShape.test(code.current)) void enter()
  }

  return (
    <>
      <Field
        label={signInWords.phone}
        kind="phone"
        maxLength={11}
        focus={focus}
        onText={(text) => (phone.current = text.trim())}
        onConfirm={() => void getCode()}
        error={wrong?.field === 'phone' ? wrong.words : null}
      />
      {sent && (
        <>
          <Notice icon="check">{sent.demoCode ? signInWords.demo(sent.demoCode) : signInWords.sent}</Notice>
          <Field
            key={sent.turn}
            label={signInWords.code}
            kind="digits"
            maxLength={6}
            focus={!sent.demoCode}
            initial={sent.demoCode}
            onText={onCode}
            onConfirm={() => void enter()}
            error={wrong?.field === 'code' ? wrong.words : null}
          />
          <Button onPress={() => void enter()} busy={busy && signInWords.busy}>
            {enterWords}
          </Button>
        </>
      )}
      <Button look={sent ? 'quiet' : 'main'} disabled={seconds > 0} onPress={() => void getCode()}>
        {seconds > 0 ? signInWords.again(seconds) : signInWords.getCode}
      </Button>
    </>
  )
}

/** Seconds until another code may be asked for; starts anew with each turn. */
function useCountdown(turn: number): number {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (!turn) return
    const until = Date.now() + AGAIN_AFTER * 1000
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [turn])
  return left
}
