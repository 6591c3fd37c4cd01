import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { a11y } from './a11y'
import { cx } from './cx'
import styles from './card.module.scss'

export function Card({ children, className, id }: PropsWithChildren<{ className?: string; id?: string }>) {
  return (
    <View id={id} className={cx(styles.card, className)}>
      {children}
    </View>
  )
}

/** The words above a group of cards. */
export function SectionTitle({ children, aside }: PropsWithChildren<{ aside?: string }>) {
  return (
    <View className={cx('kit-title', styles.title)}>
      <View {...a11y('heading')}>{children}</View>
      {aside && <View className={styles.aside}>{aside}</View>}
    </View>
  )
}
