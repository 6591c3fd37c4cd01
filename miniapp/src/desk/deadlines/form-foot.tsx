import { View } from '@tarojs/components'
import styles from '@/desk/parts/desk.module.scss'
import { Button, Notice } from '@/ui'
import { deadlineWords } from '@/words-deadlines'

interface FormFootProps {
  problems: readonly string[]
  busy: boolean
  onSave: () => void
  onCancel: () => void
}

/** What is wrong, and the two ways on. */
export function FormFoot({ problems, busy, onSave, onCancel }: FormFootProps) {
  return (
    <>
      {problems.map((problem) => (
        <Notice key={problem} tone="amber">
          {problem}
        </Notice>
      ))}
      <View className={styles.foot}>
        <Button busy={busy && deadlineWords.busy} onPress={onSave}>
          {deadlineWords.save}
        </Button>
        <Button look="soft" disabled={busy} onPress={onCancel}>
          {deadlineWords.cancel}
        </Button>
      </View>
    </>
  )
}
