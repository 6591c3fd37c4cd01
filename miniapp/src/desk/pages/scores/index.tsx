import { useState } from 'react'
import { View } from '@tarojs/components'
import { DeskPage } from '@/desk/parts/desk-page'
import { periodOf, periods, type Period } from '@/desk/parts/periods'
import { ScoreTable } from '@/desk/parts/score-table'
import { ScoreTotal } from '@/desk/parts/score-total'
import { useRequest } from '@/hooks/use-request'
import type { ScoreBy } from '@/services/api'
import { scores } from '@/services/work-orders'
import { Blank, Failed, Segmented, Skeleton } from '@/ui'
import { words } from '@/words'
import { scoreWords } from '@/words-desk'
import styles from './index.module.scss'

const bys: readonly ScoreBy[] = ['department', 'field', 'area']

/** For leaders: how the residents judged, in a period, per department, field or town. */
export default function Scores() {
  const [period, setPeriod] = useState<Period>('month')
  const [by, setBy] = useState<ScoreBy>('department')
  const { from, to } = periodOf(period, new Date())
  const asked = useRequest(`${from}/${to}/${by}`, () => scores(from, to, by))
  return (
    <DeskPage tab="scores" title={scoreWords.title}>
      <View className={styles.choices}>
        <Segmented
          label={scoreWords.period}
          options={periods.map((value) => ({ value, words: scoreWords.periods[value] }))}
          value={period}
          onChange={setPeriod}
        />
        <Segmented
          label={scoreWords.byLabel}
          options={bys.map((value) => ({ value, words: scoreWords.by[value] }))}
          value={by}
          onChange={setBy}
        />
      </View>
      {asked.data ? (
        <>
          <ScoreTotal row={asked.data.total} range={scoreWords.range(from, to)} />
          {asked.data.items.length ? (
            <ScoreTable rows={asked.data.items} title={scoreWords.by[by]} />
          ) : (
            <Blank icon="chart" title={scoreWords.emptyTitle} />
          )}
        </>
      ) : asked.error ? (
        <Failed error={asked.error} onRetry={asked.reload} />
      ) : (
        <Skeleton label={words.loading} />
      )}
    </DeskPage>
  )
}
