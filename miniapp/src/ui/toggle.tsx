import { View } from '@tarojs/components'
import { cx } from './cx'
import { Press } from './press'
import styles from './toggle.module.scss'

interface ToggleProps {
  words: string
  on: boolean
  /** At the end of a line that something else begins; otherwise it is a line of its own. */
  short?: boolean
  onChange: (on: boolean) => void
}

/** A switch with its words; the whole of it can be pressed. */
export function Toggle({ words, on, short, onChange }: ToggleProps) {
  return (
    <Press
      role="switch"
      checked={on}
      className={cx(styles.toggle, short && styles.short)}
      onPress={() => onChange(!on)}
    >
      <View className={styles.words}>{words}</View>
      <View className={cx(styles.rail, on && styles.on)}>
        <View className={styles.knob} />
      </View>
    </Press>
  )
}
