import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { a11y } from './a11y'
import { cx } from './cx'
import { RawField } from './raw-field'
import type { RawFieldProps } from './raw-field-props'
import styles from './field.module.scss'

export interface FieldProps extends RawFieldProps {
  /** Said below the field, and the field is marked. */
  error?: string | null
  hint?: string
  /** The placeholder says it already; screen readers still hear the label. */
  isLabelHidden?: boolean
  /** A receipt number: all of it is seen, on the smallest phone in the largest type too. */
  isNumber?: boolean
  /** A button at the end of the line. */
  end?: ReactNode
}

/** A labelled text field. */
export function Field({ error, hint, end, isLabelHidden, isNumber, ...raw }: FieldProps) {
  return (
    <View className={styles.field}>
      {!isLabelHidden && (
        <View className={styles.label} aria-hidden="true">
          {raw.label}
        </View>
      )}
      <View className={cx(styles.frame, error && styles.wrong)}>
        <RawField
          {...raw}
          invalid={Boolean(error)}
          className={cx(styles.input, raw.multiline ? styles.tall : styles.line, isNumber && styles.number)}
        />
        {end}
      </View>
      {error ? (
        <View className={styles.error} {...a11y('alert')}>
          {error}
        </View>
      ) : (
        hint && <View className={styles.hint}>{hint}</View>
      )}
    </View>
  )
}
