import { View } from '@tarojs/components'
import { isOpenComplaint } from '@minsheng/shared'
import { Notice, Press } from '@/ui'
import { complaintWords } from '@/words-story'
import styles from './complaint-path.module.scss'
import type { ComplaintState } from './use-complaint'

/** The way to a person who did not handle the need: one tap, while no complaint is under way. */
export function ComplaintPath({
  state: { complaint, isKnown, busy, problem, file },
}: {
  state: ComplaintState
}) {
  const isOpen = complaint !== null && isOpenComplaint(complaint.state)
  if (!isKnown || isOpen) return null
  return (
    <>
      {problem && <Notice tone="amber">{problem}</Notice>}
      <View className={styles.path}>
        <View>{complaintWords.ask}</View>
        <Press className={styles.file} disabled={busy} onPress={() => void file()}>
          {busy ? complaintWords.filing : complaintWords.file}
        </Press>
        <View>{complaintWords.promise}</View>
      </View>
    </>
  )
}
