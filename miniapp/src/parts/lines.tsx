import { View } from '@tarojs/components'
import styles from './lines.module.scss'

/** Names and values; a line without a value is left out. */
export function Lines({ lines }: { lines: [name: string, value: string | null | undefined][] }) {
  return (
    <View className={styles.lines}>
      {lines
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <View key={name} className={styles.line}>
            <View className={styles.name}>{name}</View>
            <View className={styles.value}>{value}</View>
          </View>
        ))}
    </View>
  )
}
