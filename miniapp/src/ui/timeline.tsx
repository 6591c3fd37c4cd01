import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { a11y } from './a11y'
import { cx } from './cx'
import styles from './timeline.module.scss'

export interface Moment {
  key: string
  title: string
  detail?: ReactNode
  when: string
  kind: 'done' | 'now'
  extra?: ReactNode
}

/** What happened, newest first, and what comes next at the end. */
export function Timeline({ moments, next }: { moments: Moment[]; next?: string | null }) {
  return (
    <View {...a11y('list')}>
      {moments.map(({ key, title, detail, when, kind, extra }, index) => (
        <View
          key={key}
          className={cx(styles.item, index === moments.length - 1 && !next && styles.last)}
          {...a11y('listitem')}
        >
          <View className={cx(styles.dot, kind === 'now' && styles.now)} aria-hidden="true" />
          <View className={styles.title}>{title}</View>
          {detail && <View className={styles.detail}>{detail}</View>}
          {extra}
          <View className={styles.when}>{when}</View>
        </View>
      ))}
      {next && (
        <View className={cx(styles.item, styles.last)} {...a11y('listitem')}>
          <View className={cx(styles.dot, styles.next)} aria-hidden="true" />
          <View className={styles.detail}>{next}</View>
        </View>
      )}
    </View>
  )
}
