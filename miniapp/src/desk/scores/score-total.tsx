import { View } from '@tarojs/components'
import type { ScoreRow } from '@/services/api'
import { Card, Press } from '@/ui'
import { scoreWords, type ShownFigure } from '@/words-scores'
import { percent, points } from './score-words'
import styles from './score-total.module.scss'

interface ScoreTotalProps {
  row: ScoreRow
  range: string
  onOpen: (figure: ShownFigure) => void
}

/** All that one may see in one glance. A count leads to its list. */
export function ScoreTotal({ row, range, onOpen }: ScoreTotalProps) {
  const rates = [
    [scoreWords.contact, percent(row.contactRate)],
    [scoreWords.solved, percent(row.solvedRate)],
    [scoreWords.satisfaction, percent(row.satisfaction)],
    [scoreWords.onTime, percent(row.onTimeRate)],
  ] as const
  const counts = [
    ['filed', scoreWords.filed, row.filed],
    ['answered', scoreWords.answered, row.answered],
    ['rated', scoreWords.rated, row.rated],
    ['sentBack', scoreWords.reworks, row.reworks],
    ['openOverdue', scoreWords.openOverdue, row.openOverdue],
  ] as const
  return (
    <Card>
      <View className={styles.head}>
        <View>{row.name}</View>
        <View className={styles.range}>{range}</View>
      </View>
      <View className={styles.main}>
        <View className={styles.composite}>
          <View className={styles.big}>{points(row.composite)}</View>
          <View className={styles.name}>{scoreWords.composite}</View>
        </View>
        {rates.map(([name, value]) => (
          <View key={name} className={styles.rate}>
            <View className={styles.value}>{value}</View>
            <View className={styles.name}>{name}</View>
          </View>
        ))}
      </View>
      <View className={styles.counts}>
        {counts.map(([figure, name, value]) => (
          <Press key={figure} role="link" className={styles.count} onPress={() => onOpen(figure)}>
            {`${name} ${value}`}
          </Press>
        ))}
      </View>
    </Card>
  )
}
