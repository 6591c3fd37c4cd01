import { View } from '@tarojs/components'
import { a11y } from './a11y'
import { cx } from './cx'
import { Press } from './press'
import styles from './chips.module.scss'

interface ChipsProps<T extends string> {
  label: string
  options: readonly { value: T; words: string }[]
  chosen: readonly T[]
  onToggle: (value: T) => void
  /** One of them, or any of them. */
  single?: boolean
}

export function Chips<T extends string>({ label, options, chosen, onToggle, single }: ChipsProps<T>) {
  return (
    <View className={styles.chips} {...(single ? a11y('radiogroup', label) : { 'aria-label': label })}>
      {options.map(({ value, words }) => {
        const on = chosen.includes(value)
        return (
          <Press
            key={value}
            role={single ? 'radio' : 'checkbox'}
            checked={on}
            className={cx(styles.chip, on && styles.on)}
            onPress={() => onToggle(value)}
          >
            {words}
          </Press>
        )
      })}
    </View>
  )
}
