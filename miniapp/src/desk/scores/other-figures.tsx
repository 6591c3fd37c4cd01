import { View } from '@tarojs/components'
import { outsiders } from '@minsheng/shared'
import type { ScoreRow } from '@/services/api'
import { a11y, Card, Press, SectionTitle } from '@/ui'
import { figureWords, rateWords, scoreWords, type ShownFigure } from '@/words-scores'
import { percent } from './score-words'
import styles from './figures.module.scss'

const rates = Object.keys(rateWords) as (keyof typeof rateWords)[]

/** What is not in the three rates, each counted; and the rates besides. A count leads to its list. */
export function OtherFigures({ row, onOpen }: { row: ScoreRow; onOpen: (figure: ShownFigure) => void }) {
  return (
    <>
      <SectionTitle>{scoreWords.outside}</SectionTitle>
      <Card>
        <View className={styles.counts}>
          {outsiders.map((figure) => (
            <Press key={figure} role="link" className={styles.count} onPress={() => onOpen(figure)}>
              <View className={styles.value}>{row.figures[figure]}</View>
              <View className={styles.small}>{figureWords[figure]}</View>
            </Press>
          ))}
        </View>
        <View className={styles.note}>{scoreWords.outsideNote}</View>
      </Card>
      <SectionTitle>{scoreWords.others}</SectionTitle>
      <Card>
        <View className={styles.grid} {...a11y('list', scoreWords.others)}>
          {rates.map((name) => (
            <View key={name} className={styles.line} {...a11y('listitem')}>
              <View>{rateWords[name]}</View>
              <View className={styles.number}>{percent(row.rates[name])}</View>
            </View>
          ))}
        </View>
      </Card>
    </>
  )
}
