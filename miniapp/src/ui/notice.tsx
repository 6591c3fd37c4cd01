import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { a11y } from './a11y'
import { cx } from './cx'
import { Icon, type IconName } from './icon'
import styles from './notice.module.scss'

interface NoticeProps {
  tone?: 'jade' | 'amber' | 'red'
  icon?: IconName
  title?: string
  children?: ReactNode
}

/** A quiet box that says something one should know now. */
export function Notice({
  tone = 'jade',
  icon = tone === 'jade' ? 'info' : 'alert',
  title,
  children,
}: NoticeProps) {
  return (
    <View className={cx(styles.notice, styles[tone])} {...a11y(tone === 'red' ? 'alert' : 'status')}>
      <Icon name={icon} className={styles.icon} />
      <View className={styles.words}>
        {title && <View className={styles.title}>{title}</View>}
        {children}
      </View>
    </View>
  )
}
