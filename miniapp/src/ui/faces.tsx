import { View } from '@tarojs/components'
import type { RatingLevel } from '@minsheng/shared'
import { a11y } from './a11y'
import { cx } from './cx'
import { Press } from './press'
import styles from './faces.module.scss'

interface FacesProps {
  label: string
  words: Record<RatingLevel, string>
  value: RatingLevel | null
  onChoose: (level: RatingLevel) => void
  /** In one row, without words below: whoever uses it says which one is chosen. */
  small?: boolean
}

const levels: RatingLevel[] = [1, 2, 3, 4, 5]

/** Five faces from worst to best. The words below say the same as the face. */
export function Faces({ label, words, value, onChoose, small }: FacesProps) {
  return (
    <View className={cx(styles.faces, small && styles.small)} {...a11y('radiogroup', label)}>
      {levels.map((level) => (
        <Press
          key={level}
          role="radio"
          checked={level === value}
          label={words[level]}
          className={cx(styles.face, level === value && styles.on)}
          onPress={() => onChoose(level)}
        >
          <View className={styles.circle}>
            <View className={cx(styles.drawing, styles[`level${level}`])} />
          </View>
          {!small && <View className={styles.words}>{words[level]}</View>}
        </Press>
      ))}
    </View>
  )
}
