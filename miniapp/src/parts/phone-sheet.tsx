import { View } from '@tarojs/components'
import { tell } from '@/platform/tell'
import { bindTypedPhone } from '@/services/sessions'
import { keepBound } from '@/stores/own-phone'
import { Sheet } from '@/ui'
import { words } from '@/words'
import { phoneWords } from '@/words-me'
import { PhoneAndCode } from './phone-and-code'
import { WeChatPhone } from './wechat-phone'
import styles from './phone-sheet.module.scss'

/** One's own phone number, proved by WeChat or by a code. */
export function PhoneSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const bound = () => {
    tell(phoneWords.bound)
    onClose()
  }
  const prove = async (phone: string, code: string) => {
    await keepBound(await bindTypedPhone(phone, code))
    bound()
  }
  return (
    <Sheet
      open={open}
      title={phoneWords.title}
      hint={phoneWords.hint}
      closeLabel={words.close}
      onClose={onClose}
    >
      {WeChatPhone && (
        <>
          <WeChatPhone onPhone={bound} />
          <View className={styles.or}>{phoneWords.or}</View>
        </>
      )}
      <PhoneAndCode enterWords={phoneWords.save} onProved={prove} />
    </Sheet>
  )
}
