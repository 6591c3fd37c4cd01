import { View } from '@tarojs/components'
import { usePortions } from '@/hooks/use-portions'
import type { ScoreRow } from '@/services/api'
import { a11y, Card, cx, Press, SectionTitle, Track } from '@/ui'
import { scoreWords } from '@/words-scores'
import { gained, percent, points } from './score-words'
import styles from './score-table.module.scss'

const facts: readonly { name: string; of: (row: ScoreRow) => string }[] = [
  { name: scoreWords.contact, of: (row) => percent(row.contactRate) },
  { name: scoreWords.solved, of: (row) => percent(row.solvedRate) },
  { name: scoreWords.satisfaction, of: (row) => percent(row.satisfaction) },
  { name: scoreWords.onTime, of: (row) => percent(row.onTimeRate) },
  { name: scoreWords.rated, of: (row) => String(row.rated) },
  { name: scoreWords.filed, of: (row) => String(row.filed) },
  { name: scoreWords.reworks, of: (row) => String(row.reworks) },
  { name: scoreWords.openOverdue, of: (row) => String(row.openOverdue) },
  { name: scoreWords.progress, of: (row) => gained(row.progress) },
]

/** The ranked ones by rank; those with too few ratings after them, the most rated first. */
const inOrder = (rows: ScoreRow[]) =>
  [...rows].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || b.rated - a.rated)

interface ScoreTableProps {
  rows: ScoreRow[]
  title: string
  /** One row for each week or month: in their order, and without ranks. */
  inTime: boolean
  onOpen: (row: ScoreRow) => void
}

/** One line for each: rank, name, the composite as a bar, and what it is made of. A table where there is room. */
export function ScoreTable({ rows, title, inTime, onOpen }: ScoreTableProps) {
  const shown = usePortions(inTime ? rows : inOrder(rows))
  return (
    <>
      <SectionTitle>{title}</SectionTitle>
      <Card>
        <View className={cx(styles.row, styles.head)} aria-hidden="true">
          <View className={styles.rank}>{scoreWords.rank}</View>
          <View className={styles.name}>{title}</View>
          <View className={styles.bar}>{scoreWords.composite}</View>
          <View className={styles.facts}>
            {facts.map(({ name }) => (
              <View key={name}>{name}</View>
            ))}
          </View>
        </View>
        <View {...a11y('list', title)}>
          {shown.map((row) => (
            <Row key={row.id ?? row.name} row={row} onOpen={inTime ? undefined : () => onOpen(row)} />
          ))}
        </View>
        <View className={styles.note}>{scoreWords.rankNote}</View>
      </Card>
    </>
  )
}

function Row({ row, onOpen }: { row: ScoreRow; onOpen: (() => void) | undefined }) {
  return (
    <View className={styles.row} {...a11y('listitem')}>
      <View className={styles.rank} aria-label={`${scoreWords.rank} ${row.rank ?? scoreWords.none}`}>
        {row.rank ?? scoreWords.none}
      </View>
      {onOpen ? (
        <Press role="link" className={cx(styles.name, styles.link)} onPress={onOpen}>
          {row.name}
        </Press>
      ) : (
        <View className={styles.name}>{row.name}</View>
      )}
      <View className={styles.bar}>
        <View className={styles.track}>
          <Track
            share={(row.composite ?? 0) / 100}
            label={`${scoreWords.composite} ${points(row.composite)}`}
          />
        </View>
        <View className={styles.points}>{points(row.composite)}</View>
      </View>
      <View className={styles.facts}>
        {facts.map(({ name, of }) => (
          <View key={name} className={styles.fact}>
            <View className={styles.label}>{name}</View>
            <View className={styles.value}>{of(row)}</View>
          </View>
        ))}
      </View>
    </View>
  )
}
