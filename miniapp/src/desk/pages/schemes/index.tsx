import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatDays, isPermitted } from '@minsheng/shared'
import { DeskPage } from '@/desk/parts/desk-page'
import { Columns } from '@/desk/parts/columns'
import styles from '@/desk/parts/desk.module.scss'
import { SchemeForm } from '@/desk/scores/scheme-form'
import { useRequest } from '@/hooks/use-request'
import { Lines } from '@/parts/lines'
import type { SchemesView, SchemeView } from '@/services/api'
import { schemes } from '@/services/scores'
import { useSession } from '@/stores/session'
import { Button, Card, Failed, Notice, SectionTitle, Skeleton } from '@/ui'
import { words } from '@/words'
import { schemeWords } from '@/words-exports'

/** What the composite score is made of: now, before, and from a day to come on. */
export default function Schemes() {
  const answer = useRequest('schemes', schemes)
  const maySet = useSession(({ staff }) => isPermitted('scores.scheme', staff?.person.roles ?? []))
  const [isAdding, setAdding] = useState(false)
  const done = () => {
    setAdding(false)
    answer.reload()
  }
  return (
    <DeskPage title={schemeWords.title}>
      <Columns
        main={
          <>
            <Notice>{schemeWords.hint}</Notice>
            {maySet && !isAdding && <Button onPress={() => setAdding(true)}>{schemeWords.add}</Button>}
            {isAdding && <SchemeForm onDone={done} onCancel={() => setAdding(false)} />}
          </>
        }
        side={
          answer.data ? (
            <Known schemes={answer.data} />
          ) : answer.error ? (
            <Failed error={answer.error} onRetry={answer.reload} />
          ) : (
            <Skeleton label={words.loading} cards={2} />
          )
        }
      />
    </DeskPage>
  )
}

/** The one in force, and all that were set. */
const Known = ({ schemes: { current, items } }: { schemes: SchemesView }) => (
  <>
    <SectionTitle>{schemeWords.current}</SectionTitle>
    <Card>
      <Weights scheme={current} />
    </Card>
    <SectionTitle>{schemeWords.history}</SectionTitle>
    {items.length === 0 && <Notice>{schemeWords.standard}</Notice>}
    {items.map((scheme) => (
      <Card key={scheme.validFrom}>
        <View className={styles.name}>{formatDays(scheme.validFrom, null, new Date())}</View>
        <View className={styles.small}>{scheme.reason}</View>
        <Weights scheme={scheme} />
      </Card>
    ))}
  </>
)

const Weights = ({ scheme }: { scheme: SchemeView }) => (
  <Lines
    lines={(['contact', 'solved', 'satisfaction', 'fairlySatisfied'] as const).map((name) => [
      schemeWords.weights[name],
      String(scheme[name]),
    ])}
  />
)
