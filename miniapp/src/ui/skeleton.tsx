import { View } from '@tarojs/components'
import { a11y } from './a11y'
import { Card } from './card'
import { cx } from './cx'
import styles from './skeleton.module.scss'

/** The shape of what is coming, so that nothing jumps when it is there. */
export function Skeleton({ cards = 3, label }: { cards?: number; label: string }) {
  return (
    <View {...a11y('status', label)}>
      {Array.from({ length: cards }, (_, index) => (
        <Card key={index}>
          <View className={cx(styles.line, styles.short)} />
          <View className={styles.line} />
          <View className={cx(styles.line, styles.half)} />
        </Card>
      ))}
    </View>
  )
}
