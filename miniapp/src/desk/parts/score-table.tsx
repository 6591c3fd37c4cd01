import { View } from '@tarojs/components'
import type { ScoreRow } from '@/services/api'
import { Card, SectionTitle, Track } from '@/ui'
import { scoreWords } from '@/words-desk'
import { percent, points } from './score-words'
import styles from './score-table.module.scss'

/** One line for each: rank, name, the composite as a bar, and what it is made of. */
export function ScoreTable({ rows, title }: { rows: ScoreRow[]; title: string }) {
  return (
    <>
      <SectionTitle>{title}</SectionTitle>
      <Card>
        {rows.map((row) => (
          <Row key={row.id ?? row.name} row={row} />
        ))}
        <View className={styles.note}>{scoreWords.rankNote}</View>
      </Card>
    </>
  )
}

function Row({ row }: { row: ScoreRow }) {
  const facts = [
    [scoreWords.contact, percent(row.contactRate)],
    [scoreWords.solved, percent(row.solvedRate)],
    [scoreWords.satisfaction, percent(row.satisfaction)],
    [scoreWords.onTime, percent(row.onTimeRate)],
    [scoreWords.rated, String(row.rated)],
    [scoreWords.filed, String(row.filed)],
    [scoreWords.reworks, String(row.reworks)],
    [scoreWords.openOverdue, String(row.openOverdue)],
  ] as const
  return (
    <View className={styles.row}>
      <View className={styles.rank} aria-label={`${scoreWords.rank} ${row.rank ?? scoreWords.none}`}>
        {row.rank ?? scoreWords.none}
      </View>
      <View className={styles.main}>
        <View className={styles.top}>
          <View className={styles.name}>{row.name}</View>
          <View className={styles.points}>{points(row.composite)}</View>
        </View>
        <Track
          share={(row.composite ?? 0) / 100}
          label={`${scoreWords.composite} ${points(row.composite)}`}
        />
        <View className={styles.facts}>
          {facts.map(([name, value]) => (
            <View key={name} className={styles.fact}>
              {name} <View className={styles.value}>{value}</View>
            </View>
          ))}
        </View>
      </View>
    </View>
  )
}
