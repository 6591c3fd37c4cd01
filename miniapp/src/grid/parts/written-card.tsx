import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatMoment, type OperationKind } from '@minsheng/shared'
import { ask } from '@/platform/ask'
import { Button, Card, Notice, Tag, type Tone } from '@/ui'
import { wordsOfCode } from '@/words-errors'
import { syncWords } from '@/words-grid'
import { addressOf } from '../store/finding'
import { asHousehold } from '../store/doors'
import { discard, useGrid } from '../store/grid'
import type { ListedOperation, OperationState } from '../store/operation'
import { CardForResident } from './card-for-resident'
import { CorrectSheet } from './correct-sheet'
import { Decide } from './decide'
import styles from './grid.module.scss'
import { saidIn } from './said-in'
import { useHousehold } from './use-grid'

const tones: Record<OperationState, Tone> = {
  waiting: 'amber',
  sending: 'jade',
  sent: 'done',
  refused: 'red',
  conflict: 'red',
}

/** One thing that was written on this phone, how it stands, and what the person can do about it. */
export function WrittenCard({ operation }: { operation: ListedOperation }) {
  const { kind, body, state, recordedAt, files, refusal } = operation
  const { householdId } = body as { householdId?: string | null }
  const known = useHousehold(householdId)
  const household = kind === 'household.add' ? asHousehold(operation) : known
  // What was written at a door that is dropped would have nowhere to go.
  const isBuiltUpon = useGrid(({ operations }) =>
    operations.some(({ id, lane }) => operation.localId && id !== operation.id && lane === operation.lane),
  )
  const [correcting, setCorrecting] = useState(false)
  return (
    <Card>
      <View className={styles.top}>
        <View className={styles.title}>{syncWords.kind[kind as OperationKind]}</View>
        <Tag tone={tones[state]}>{syncWords.state[state]}</Tag>
      </View>
      <View className={styles.small}>
        {household ? addressOf(household) : householdId && syncWords.gone}　
        {formatMoment(new Date(recordedAt), new Date())}
      </View>
      {saidIn(operation) && <View className={styles.names}>{saidIn(operation)}</View>}
      {files.length > 0 && <View className={styles.small}>{syncWords.files(files.length)}</View>}
      {state === 'refused' && refusal && (
        <>
          <View className={styles.gap} />
          <Notice tone="red" title={syncWords.refused}>
            {wordsOfCode(refusal.code, refusal.message)}
          </Notice>
          <View className={styles.pair}>
            {!isBuiltUpon && <Drop id={operation.id} />}
            <Button look="line" onPress={() => setCorrecting(true)}>
              {syncWords.correct}
            </Button>
          </View>
        </>
      )}
      {state === 'conflict' && <Decide operation={operation} />}
      {state === 'sent' && <CardForResident record={operation.record} />}
      <CorrectSheet operation={operation} open={correcting} onClose={() => setCorrecting(false)} />
    </Card>
  )
}

function Drop({ id }: { id: string }) {
  const drop = async () => {
    if (await ask(syncWords.dropAsk)) await discard(id)
  }
  return (
    <Button look="quiet" onPress={() => void drop()}>
      {syncWords.drop}
    </Button>
  )
}
