import { View } from '@tarojs/components'
import { openPermissions } from '@/platform/permissions'
import type { Refused } from '@/platform/refused'
import { Button, Notice } from '@/ui'
import { permissionWords } from '@/words-me'
import styles from './refused-notice.module.scss'

/** What the phone did not give, in words that name another way. */
export interface Problem {
  words: string
  why?: Refused
}

/** Says it, and leads to the settings when they can give it. */
export function RefusedNotice({ problem }: { problem: Problem | null }) {
  if (!problem) return null
  return (
    <View className={styles.problem}>
      <Notice tone="amber">{problem.words}</Notice>
      {problem.why === 'denied' && openPermissions && (
        <Button look="quiet" onPress={openPermissions}>
          {permissionWords.open}
        </Button>
      )}
    </View>
  )
}
