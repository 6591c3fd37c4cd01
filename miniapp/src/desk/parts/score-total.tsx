import { View } from '@tarojs/components'
import type { ScoreRow } from '@/services/api'
import { Card } from '@/ui'
import { scoreWords } from '@/words-desk'
import { percent, points } from './score-words'
import styles from './score-total.module.scss'

/** The whole district in one glance. */
export function ScoreTotal({ row, range }: { row: ScoreRow; range: string }) {
  const rates = [
    [scoreWords.contact, percent(row.contactRate)],
    [scoreWords.solved, percent(row.solvedRate)],
    [scoreWords.satisfaction, percent(row.satisfaction)],
    [scoreWords.onTime, percent(row.onTimeRate)],
  ] as const
  const counts = [
    [scoreWords.filed, row.filed],
    [scoreWords.answered, row.answered],
    [scoreWords.rated, row.rated],
    [scoreWords.reworks, row.reworks],
    [scoreWords.openOverdue, row.openOverdue],
  ] as const
  return (
    <Card>
      <View className={styles.head}>
        <View>{scoreWords.total}</View>
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
        {counts.map(([name, value]) => (
          <View key={name}>
            {name} {value}
          </View>
        ))}
      </View>
    </Card>
  )
}
