import { useState } from 'react'
import { View } from '@tarojs/components'
import { DeskPage } from '@/desk/parts/desk-page'
import { periodOf, type Period } from '@/desk/parts/periods'
import { GrowingTopics } from '@/desk/scores/growing-topics'
import styles from '@/desk/scores/heat.module.scss'
import { HeatTiles } from '@/desk/scores/heat-tiles'
import { useRequest } from '@/hooks/use-request'
import type { ScoreRow, ScoresView } from '@/services/api'
import { scores } from '@/services/scores'
import { Blank, Button, Card, Chips, Failed, Notice, SectionTitle, Segmented, Skeleton } from '@/ui'
import { words } from '@/words'
import { heatWords } from '@/words-heat'
import { scoreWords } from '@/words-scores'

const periods = (['month', 'lastMonth', 'quarter'] as const).map((value) => ({
  value,
  words: scoreWords.periods[value],
}))
type By = keyof typeof heatWords.by
const bys = (['area', 'community'] as const).map((value) => ({ value, words: heatWords.by[value] }))
interface Street {
  id: string
  name: string
}

/** For leaders: where much is filed, and what grows. */
export default function Heat() {
  const [period, setPeriod] = useState<Period>('month')
  const [by, setBy] = useState<By>('area')
  const [street, setStreet] = useState<Street | null>(null)
  const asked = periodOf(period, new Date())
  const grouped = street ? 'community' : by
  const answer = useRequest(JSON.stringify([asked, grouped, street]), () =>
    scores(asked, grouped, street?.id),
  )
  return (
    <DeskPage title={heatWords.title}>
      <Chips
        single
        label={heatWords.period}
        options={periods}
        chosen={periods.map(({ value }) => value).filter((value) => value === period)}
        onToggle={setPeriod}
      />
      <SectionTitle>{street ? heatWords.within(street.name) : heatWords.where}</SectionTitle>
      {street ? (
        <Button look="quiet" onPress={() => setStreet(null)}>
          {heatWords.back}
        </Button>
      ) : (
        <Segmented isChoice label={heatWords.byLabel} options={bys} value={by} onChange={setBy} />
      )}
      <View className={styles.gap} />
      {answer.data ? (
        <Where view={answer.data} onOpen={setStreet} />
      ) : answer.error ? (
        <Failed error={answer.error} onRetry={answer.reload} />
      ) : (
        <Skeleton label={words.loading} />
      )}
      <GrowingTopics />
    </DeskPage>
  )
}

/** A street opens its communities for who sees the district; the others see at once all that is theirs. */
function Where({ view, onOpen }: { view: ScoresView; onOpen: (street: Street) => void }) {
  const { items, scope, by } = view
  const isStreets = by === 'area' && scope.id === null
  const open = ({ id, name }: ScoreRow) => id && onOpen({ id, name })
  if (!items.some(({ filed }) => filed > 0)) return <Blank icon="chart" title={heatWords.emptyTitle} />
  return (
    <>
      {scope.reason && <Notice>{scope.reason}</Notice>}
      <Card>
        <HeatTiles rows={items} label={scoreWords.by[by]} onOpen={isStreets ? open : undefined} />
        <View className={styles.note}>{isStreets ? heatWords.note : heatWords.noteOfCommunities}</View>
      </Card>
    </>
  )
}
