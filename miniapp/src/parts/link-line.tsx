import type { PropsWithChildren } from 'react'
import { Text, View } from '@tarojs/components'
import { cx, Icon, Press, type IconName } from '@/ui'
import styles from './link-line.module.scss'

interface LinkLineProps {
  icon: IconName
  words: string
  aside?: string
  /** A line of a card. */
  inCard?: boolean
  onPress: () => void
}

/** A line that leads somewhere. */
export function LinkLine({ icon, words, aside, inCard, onPress }: LinkLineProps) {
  return (
    <Press role="link" className={cx(styles.line, inCard && styles.inCard)} onPress={onPress}>
      <Icon name={icon} className={styles.icon} />
      <View className={styles.both}>
        <Text className={styles.words}>{words}</Text>
        {aside && <Text className={styles.aside}>{aside}</Text>}
      </View>
      <Icon name="next" className={styles.icon} />
    </Press>
  )
}

/** Lines that belong together, on one card. */
export function LinkGroup({ children }: PropsWithChildren) {
  return <View className={styles.group}>{children}</View>
}
