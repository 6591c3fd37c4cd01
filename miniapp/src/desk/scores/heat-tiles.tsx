import { View } from '@tarojs/components'
import { usePortions } from '@/hooks/use-portions'
import type { ScoreRow } from '@/services/api'
import { a11y, Press } from '@/ui'
import { heatWords } from '@/words-heat'
import styles from './heat.module.scss'

/** Of the hottest one; words stay readable on it. */
const DARKEST = 0.35

interface HeatTilesProps {
  rows: readonly ScoreRow[]
  label: string
  /** Where one can look closer. */
  onOpen: ((row: ScoreRow) => void) | undefined
}

/** Where how much was filed, the most first: a rank, a number, a share, and a shade for the eye. */
export function HeatTiles({ rows, label, onOpen }: HeatTilesProps) {
  const filed = rows.filter((row) => row.filed > 0).sort((a, b) => b.filed - a.filed)
  const shown = usePortions(filed)
  const most = filed[0]?.filed ?? 1
  const all = filed.reduce((sum, row) => sum + row.filed, 0)
  return (
    <View className={styles.tiles} {...a11y('list', label)}>
      {shown.map((row, index) => {
        const rank = 1 + filed.findIndex((other) => other.filed === row.filed)
        const tile = (
          <>
            <View className={styles.shade} style={{ opacity: (row.filed / most) * DARKEST }} />
            <View className={styles.words}>
              <View className={styles.small}>{heatWords.place(rank)}</View>
              <View className={styles.name}>{row.name}</View>
              <View className={styles.number}>{heatWords.filed(row.filed)}</View>
              <View className={styles.small}>{heatWords.share(Math.round((100 * row.filed) / all))}</View>
              {row.openOverdue > 0 && (
                <View className={styles.small}>{heatWords.overdue(row.openOverdue)}</View>
              )}
            </View>
          </>
        )
        return (
          <View key={row.id ?? index} {...a11y('listitem')}>
            {onOpen && row.id ? (
              <Press role="link" className={styles.tile} onPress={() => onOpen(row)}>
                {tile}
              </Press>
            ) : (
              <View className={styles.tile}>{tile}</View>
            )}
          </View>
        )
      })}
    </View>
  )
}
