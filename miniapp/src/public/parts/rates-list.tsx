import { View } from '@tarojs/components'
import { useRequest } from '@/hooks/use-request'
import type { PublicRates } from '@/services/api'
import { publicRates } from '@/services/disclosure'
import { Blank, Card, Failed, Skeleton, Track } from '@/ui'
import { words } from '@/words'
import { aroundWords } from '@/words-public'
import styles from './rates-list.module.scss'

const percent = (rate: number | null) => (rate === null ? aroundWords.none : `${Math.round(rate * 100)}%`)

/** How the departments do, as those judge it who asked. */
export function RatesList() {
  const { data, error, reload } = useRequest('rates', publicRates)
  if (!data) {
    return error ? <Failed error={error} onRetry={reload} /> : <Skeleton label={words.loading} />
  }
  const rated = data.items.filter((row) => row.rated > 0)
  if (rated.length === 0) {
    return (
      <Blank icon="chart" title={aroundWords.noRatesTitle}>
        {aroundWords.noRates}
      </Blank>
    )
  }
  return (
    <>
      <View className={styles.hint}>{aroundWords.ratesHint(data.from, data.to, new Date())}</View>
      <Rates row={{ ...data.total, name: aroundWords.all }} />
      <View className={styles.columns}>
        {rated
          .filter(({ hasEnough }) => hasEnough)
          .map((row) => (
            <Rates key={row.name} row={row} />
          ))}
      </View>
      <Few rows={rated.filter(({ hasEnough }) => !hasEnough)} />
      <View className={styles.hint}>{aroundWords.ratesNote}</View>
    </>
  )
}

/** Those of which a rate would say more about chance than about them, together. */
function Few({ rows }: { rows: readonly PublicRates[] }) {
  if (rows.length === 0) return null
  return (
    <Card>
      <View className={styles.name}>{aroundWords.fewTitle}</View>
      <View className={styles.few}>{aroundWords.few}</View>
      {rows.map(({ name, rated }) => (
        <View key={name} className={styles.row}>
          <View>{name}</View>
          <View className={styles.rated}>{aroundWords.rated(rated)}</View>
        </View>
      ))}
    </Card>
  )
}

function Rates({ row }: { row: PublicRates }) {
  const { name, rated, hasEnough } = row
  const figures: [string, number | null][] = [
    [aroundWords.satisfied, row.satisfaction],
    [aroundWords.contacted, row.contactRate],
    [aroundWords.onTime, row.onTimeRate],
  ]
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.name}>{name}</View>
        <View className={styles.rated}>{aroundWords.rated(rated)}</View>
      </View>
      {hasEnough && row.solvedRate !== null ? (
        <>
          <View className={styles.solved}>
            {aroundWords.solved} {percent(row.solvedRate)}
          </View>
          <Track share={row.solvedRate} label={`${aroundWords.solved} ${percent(row.solvedRate)}`} />
          <View className={styles.figures}>
            {figures.map(([words, rate]) => (
              <View key={words} className={styles.figure}>
                <View className={styles.number}>{percent(rate)}</View>
                <View>{words}</View>
              </View>
            ))}
          </View>
        </>
      ) : (
        <View className={styles.few}>{aroundWords.few}</View>
      )}
    </Card>
  )
}
