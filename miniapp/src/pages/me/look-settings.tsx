import { View } from '@tarojs/components'
import { useAppearance } from '@/hooks/use-appearance'
import type { ColourScheme, TypeSize } from '@/stores/appearance'
import { chooseColours, chooseTypeSize, useSettings } from '@/stores/settings'
import { Card, Segmented } from '@/ui'
import { lookWords } from '@/words-me'
import styles from './look-settings.module.scss'

const options = <T extends string>(words: Record<T, string>) =>
  (Object.keys(words) as T[]).map((value) => ({ value, words: words[value] }))

/** How large the type is and whether it is day or night: seen at once, kept on the phone. */
export function LookSettings() {
  const { typeSize } = useAppearance()
  const colours = useSettings((settings) => settings.colours)
  return (
    <Card className={styles.card}>
      <View className={styles.name}>{lookWords.typeSize}</View>
      <Segmented<TypeSize>
        isChoice
        label={lookWords.typeSize}
        options={options(lookWords.typeSizes)}
        value={typeSize}
        onChange={chooseTypeSize}
      />
      <View className={styles.name}>{lookWords.colours}</View>
      <Segmented<ColourScheme>
        isChoice
        label={lookWords.colours}
        options={options(lookWords.colourSchemes)}
        value={colours}
        onChange={chooseColours}
      />
    </Card>
  )
}
