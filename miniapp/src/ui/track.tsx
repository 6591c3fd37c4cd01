import { View } from '@tarojs/components'
import { a11y } from './a11y'
import { cx } from './cx'
import styles from './track.module.scss'

/** How much of something is used: `share` from 0 to 1. */
export function Track({ share, label, late }: { share: number; label: string; late?: boolean }) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100)
  return (
    <View className={styles.track} {...a11y('progressbar', label)} aria-valuenow={percent}>
      <View className={cx(styles.bar, late && styles.late)} style={{ width: `${percent}%` }} />
    </View>
  )
}
