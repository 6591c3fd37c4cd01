import { View } from '@tarojs/components'
import { a11y } from './a11y'
import { cx } from './cx'
import { Press } from './press'
import styles from './segmented.module.scss'

interface SegmentedProps<T extends string> {
  label: string
  options: readonly { value: T; words: string }[]
  value: T
  onChange: (value: T) => void
  /** A setting is chosen, and no other part of the page is shown. */
  isChoice?: boolean
}

export function Segmented<T extends string>({
  label,
  options,
  value,
  onChange,
  isChoice,
}: SegmentedProps<T>) {
  return (
    <View className={styles.segmented} {...a11y(isChoice ? 'radiogroup' : 'tablist', label)}>
      {options.map((option) => (
        <Press
          key={option.value}
          role={isChoice ? 'radio' : 'tab'}
          checked={option.value === value}
          className={cx(styles.part, option.value === value && styles.on)}
          onPress={() => onChange(option.value)}
        >
          {option.words}
        </Press>
      ))}
    </View>
  )
}
