import { View } from '@tarojs/components'
import type { BarProps } from './bar-props'
import styles from './bar.module.scss'

/** WeChat draws the head of the page; only an action needs a line of its own. */
export function Bar({ action }: BarProps) {
  return action ? <View className={styles.actions}>{action}</View> : null
}
