import { useRef, useState } from 'react'
import { mobilePhone } from '@minsheng/shared'
import { Button, Field, Sheet } from '@/ui'
import { words } from '@/words'
import { contactWords } from '@/words-filing'
import { WeChatPhone } from './wechat-phone'

interface ContactSheetProps {
  open: boolean
  initial: string
  onClose: () => void
  onChange: (phone: string) => void
}

export function ContactSheet({ open, initial, onClose, onChange }: ContactSheetProps) {
  const phone = useRef(initial)
  const [wrong, setWrong] = useState<string | null>(null)
  const save = () => {
    if (!mobilePhone.test(phone.current)) return setWrong(contactWords.wrong)
    setWrong(null)
    onChange(phone.current)
    onClose()
  }
  return (
    <Sheet
      open={open}
      title={contactWords.title}
      hint={contactWords.hint}
      closeLabel={words.close}
      onClose={onClose}
    >
      {WeChatPhone && <WeChatPhone onPhone={onClose} />}
      <Field
        label={contactWords.title}
        kind="phone"
        maxLength={11}
        focus={!WeChatPhone}
        initial={initial}
        onText={(text) => (phone.current = text.trim())}
        onConfirm={save}
        error={wrong}
      />
      <Button onPress={save}>{contactWords.save}</Button>
    </Sheet>
  )
}
