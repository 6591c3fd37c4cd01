import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import styles from './desk.module.scss'

interface ColumnsProps {
  /** What one works on. */
  main: ReactNode
  /** What one looks at meanwhile; without it the first part is no wider than one reads well. */
  side: ReactNode
}

/** Two parts of a page at the desk: beside each other where there is room, one below the other on a phone. */
export function Columns({ main, side }: ColumnsProps) {
  if (!side) return <View className={styles.list}>{main}</View>
  return (
    <View className={styles.columns}>
      <View className={styles.column}>{main}</View>
      <View className={styles.column}>{side}</View>
    </View>
  )
}
