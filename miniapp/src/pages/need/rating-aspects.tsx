import { useState } from 'react'
import { View } from '@tarojs/components'
import {
  type AspectLevels,
  ratingAspects,
  ratingAspectWords,
  ratingLevelWords,
  type RatingLevel,
} from '@minsheng/shared'
import { Button, Faces } from '@/ui'
import { ratingWords } from '@/words-need'
import styles from './rating-sheet.module.scss'

interface RatingAspectsProps {
  initial: AspectLevels
  onChange: (aspects: AspectLevels) => void
}

/** Four faces besides the whole, each optional: they come when somebody asks for them. */
export function RatingAspects({ initial, onChange }: RatingAspectsProps) {
  const [levels, setLevels] = useState(initial)
  const [isOpen, setOpen] = useState(Object.keys(initial).length > 0)
  if (!isOpen)
    return (
      <Button look="quiet" onPress={() => setOpen(true)}>
        {ratingWords.aspects}
      </Button>
    )
  const choose = (aspect: (typeof ratingAspects)[number], level: RatingLevel) => {
    const next = { ...levels, [aspect]: level }
    setLevels(next)
    onChange(next)
  }
  return (
    <View className={styles.group}>
      {ratingAspects.map((aspect) => {
        const level = levels[aspect] ?? null
        const words = ratingAspectWords[aspect]
        return (
          <View key={aspect} className={styles.aspect}>
            <View className={styles.name}>
              {level ? ratingWords.aspectSaid(words, ratingLevelWords[level]) : words}
            </View>
            <Faces
              small
              label={words}
              words={ratingLevelWords}
              value={level}
              onChoose={(chosen) => choose(aspect, chosen)}
            />
          </View>
        )
      })}
    </View>
  )
}
