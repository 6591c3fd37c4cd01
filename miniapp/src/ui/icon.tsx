import { View } from '@tarojs/components'
import { cx } from './cx'
import styles from './icon.module.scss'

export type IconName =
  | 'alert'
  | 'back'
  | 'bell'
  | 'building'
  | 'camera'
  | 'chart'
  | 'check'
  | 'clock'
  | 'close'
  | 'copy'
  | 'empty'
  | 'info'
  | 'locate'
  | 'mic'
  | 'next'
  | 'offline'
  | 'phone'
  | 'pin'
  | 'play'
  | 'scan'
  | 'search'
  | 'shield'
  | 'speaker'
  | 'stop'
  | 'text-size'
  | 'user'

/** Drawn in the colour of the text beside it. Always next to words, so it is hidden from screen readers. */
export function Icon({ name, big, className }: { name: IconName; big?: boolean; className?: string }) {
  return <View className={cx(styles.icon, styles[name], big && styles.big, className)} aria-hidden="true" />
}
