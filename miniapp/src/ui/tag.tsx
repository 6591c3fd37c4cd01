import { View } from '@tarojs/components'
import { cx } from './cx'
import styles from './tag.module.scss'

export type Tone = 'jade' | 'amber' | 'red' | 'done' | 'plain'

export function Tag({ children, tone = 'jade' }: { children: string; tone?: Tone }) {
  return <View className={cx(styles.tag, styles[tone])}>{children}</View>
}
