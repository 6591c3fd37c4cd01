import { View } from '@tarojs/components'
import { cx } from './cx'
import { Press } from './press'
import styles from './toggle.module.scss'

interface ToggleProps {
  className?: string
  words: string
  on: boolean
  onChange: (on: boolean) => void
}

/** A switch with its words; the whole of it can be pressed. */
export function Toggle({ words, on, onChange, className }: ToggleProps) {
  return (
    <Press role="switch" checked={on} className={cx(styles.toggle, className)} onPress={() => onChange(!on)}>
      <View>{words}</View>
      <View className={cx(styles.rail, on && styles.on)}>
        <View className={styles.knob} />
      </View>
    </Press>
  )
}
