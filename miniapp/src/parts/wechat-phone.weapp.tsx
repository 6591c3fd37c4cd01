import { useState } from 'react'
import { View } from '@tarojs/components'
import { refusedBy } from '@/platform/refused'
import { asApiError } from '@/services/api-error'
import { bindPhone } from '@/services/sessions'
import { keepBound } from '@/stores/own-phone'
import { ensureResident } from '@/stores/sign-in'
import { Notice } from '@/ui'
import { NativeButton } from '@/ui/native-button.weapp'
import { wordsOfError } from '@/words-errors'
import { phoneWords } from '@/words-me'
import styles from './wechat-phone.module.scss'

/** WeChat asks the person itself. Whoever does not want to, types the number below, or goes on without. */
export function WeChatPhone({ onPhone }: { onPhone: () => void }) {
  const [problem, setProblem] = useState<string | null>(null)
  const take = async (code: string) => {
    try {
      await ensureResident()
      await keepBound(await bindPhone(code))
      onPhone()
    } catch (thrown) {
      setProblem(wordsOfError(asApiError(thrown)))
    }
  }
  return (
    <View className={styles.phone}>
      {problem && <Notice tone="amber">{problem}</Notice>}
      <NativeButton
        icon="phone"
        look="soft"
        openType="getPhoneNumber"
        onGetPhoneNumber={({ detail }) => {
          if (detail.code) return void take(detail.code)
          setProblem(refusedBy(detail) === 'denied' ? phoneWords.refused : phoneWords.unavailable)
        }}
      >
        {phoneWords.byWeChat}
      </NativeButton>
    </View>
  )
}
