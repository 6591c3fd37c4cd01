import { View } from '@tarojs/components'
import { dangerAdvice, type DangerKind } from '@minsheng/shared'
import { callPhone } from '@/platform/call'
import { Button, Notice } from '@/ui'
import { words } from '@/words'
import { homeWords } from '@/words-filing'
import styles from './danger-notice.module.scss'

/** Before anything else: whom to call. Filing stays possible with the same button as always. */
export function DangerNotice({ kinds }: { kinds: DangerKind[] }) {
  if (!kinds.length) return null
  const phones = [...new Set(kinds.map((kind) => dangerAdvice[kind].phone))]
  return (
    <Notice tone="red" title={homeWords.danger}>
      {kinds.map((kind) => (
        <View key={kind}>{dangerAdvice[kind].words}</View>
      ))}
      <View className={styles.calls}>
        {phones.map((phone) => (
          <Button key={phone} look="danger" icon="phone" onPress={() => callPhone(phone)}>
            {words.call(phone)}
          </Button>
        ))}
      </View>
      <View>{homeWords.dangerFile}</View>
    </Notice>
  )
}
