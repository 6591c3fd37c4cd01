import type { CSSProperties } from 'react'
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

/** So many stand beside each other, or evenly below: none is left alone in a row. More of them stand in rows of four. */
const IN_ONE_ROW = 6
/** How wide words are, in characters of full width. */
const widthOf = ({ words }: { words: string }) => words.length - (words.match(/[ -~]/g)?.length ?? 0) * 0.4

export function Segmented<T extends string>({
  label,
  options,
  value,
  onChange,
  isChoice,
}: SegmentedProps<T>) {
  const widths = options.map(widthOf)
  const counted = {
    '--longest': Math.max(...widths),
    '--all': widths.reduce((all, one) => all + one, 0),
    '--parts': options.length,
  }
  return (
    <View
      className={cx(
        styles.segmented,
        options.length > IN_ONE_ROW ? styles.isMany : styles.isFew,
        options.length === 4 && styles.inTwos,
        options.length > 4 && styles.inThrees,
      )}
      style={counted as CSSProperties}
      {...a11y(isChoice ? 'radiogroup' : 'tablist', label)}
    >
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
