import { useState } from 'react'
import { View } from '@tarojs/components'
import { callPhone } from '@/platform/call'
import { tell } from '@/platform/tell'
import { asApiError } from '@/services/api-error'
import { Icon, Press } from '@/ui'
import { words } from '@/words'
import { wordsOfError } from '@/words-errors'
import { complaintDeskWords } from '@/words-supervision'
import styles from './complaint-case-card.module.scss'

interface ContactPhoneProps {
  masked: string | null
  look: () => Promise<{ phone: string | null }>
}

/** The number is masked until somebody is about to call; the server keeps who looked. */
export function ContactPhone({ masked, look }: ContactPhoneProps) {
  const [phone, setPhone] = useState<string | null>(null)
  if (!masked) return null
  const reveal = async () => {
    try {
      setPhone((await look()).phone)
      tell(complaintDeskWords.revealHint)
    } catch (thrown) {
      tell(wordsOfError(asApiError(thrown)))
    }
  }
  return (
    <View className={styles.phone}>
      <View>{phone ?? masked}</View>
      <Press className={styles.reveal} onPress={() => (phone ? callPhone(phone) : void reveal())}>
        <Icon name="phone" />
        {phone ? words.call('') : complaintDeskWords.reveal}
      </Press>
    </View>
  )
}
