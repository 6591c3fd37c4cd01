import { View } from '@tarojs/components'
import { useRequest } from '@/hooks/use-request'
import { visitMap } from '@/services/walks'
import { a11y, Failed, Skeleton } from '@/ui'
import { words } from '@/words'
import { walkWords } from '@/words-walks'
import { plotOf } from './plotting'
import styles from './visit-map.module.scss'

/** Where a grid was walked in a month, as a plan without streets: whose visits they were is not known here. */
export function VisitMap({ gridId, month }: { gridId: string; month: string }) {
  const { data, error, reload } = useRequest(`${gridId} ${month}`, () => visitMap(gridId, month))
  if (!data) return error ? <Failed error={error} onRetry={reload} /> : <Skeleton label={words.loading} />
  const plot = plotOf(data.points)
  if (!plot) return <View className={styles.hint}>{walkWords.mapEmpty}</View>
  const met = data.points.filter(({ meeting }) => meeting === 'met').length
  const { marks, scale } = plot
  return (
    <View className={styles.whole}>
      <View className={styles.plan} {...a11y('img', walkWords.mapLabel(data.points.length))}>
        {marks.map(({ key, left, top, ...visits }) => (
          <View key={key} className={styles.place} style={{ left: `${left}%`, top: `${top}%` }}>
            {(['met', 'unmet'] as const).map(
              (kind) =>
                visits[kind] > 0 && (
                  <View key={kind} className={styles[kind]}>
                    {`${walkWords.mapMark[kind]}${visits[kind]}`}
                  </View>
                ),
            )}
          </View>
        ))}
        <View className={styles.scale} style={{ width: `${scale.width}%` }}>
          {walkWords.metres(scale.metres)}
        </View>
      </View>
      <View className={styles.legend}>
        <View className={styles.met}>{`${walkWords.mapMark.met} ${walkWords.mapMet(met)}`}</View>
        <View className={styles.unmet}>
          {`${walkWords.mapMark.unmet} ${walkWords.mapUnmet(data.points.length - met)}`}
        </View>
      </View>
      <View className={styles.hint}>{walkWords.mapHint}</View>
    </View>
  )
}
