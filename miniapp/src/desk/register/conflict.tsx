import { careMarkWords } from '@minsheng/shared'
import { View } from '@tarojs/components'
import styles from '@/desk/parts/desk.module.scss'
import { Lines } from '@/parts/lines'
import type { RegisteredView } from '@/services/api'
import { Button, Notice } from '@/ui'
import { registerWords } from '@/words-register'
import { addressOf } from './door-card'

/** Somebody else has changed the household: what stands now, beside what was typed. Nothing is overwritten unasked. */
export function Conflict({ current, onKeep }: { current: RegisteredView; onKeep: () => void }) {
  const { marks, note, residents } = current
  return (
    <View>
      <Notice tone="amber" title={registerWords.conflictTitle}>
        {registerWords.conflict}
      </Notice>
      <View className={styles.label}>{registerWords.now}</View>
      <Lines
        lines={[
          [registerWords.household, addressOf(current)],
          [registerWords.marks, marks.map((mark) => careMarkWords[mark]).join('、') || registerWords.noMarks],
          [registerWords.note, note ?? registerWords.noMarks],
          [
            registerWords.residents,
            residents.map(({ name }) => name).join('、') || registerWords.noResidents,
          ],
        ]}
      />
      <Button look="soft" onPress={onKeep}>
        {registerWords.keepMine}
      </Button>
    </View>
  )
}
