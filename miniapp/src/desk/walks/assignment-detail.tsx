import { useState } from 'react'
import { View } from '@tarojs/components'
import { useSaving } from '@/desk/deadlines/use-saving'
import desk from '@/desk/parts/desk.module.scss'
import { useRequest } from '@/hooks/use-request'
import { Lines } from '@/parts/lines'
import { ask } from '@/platform/ask'
import type { AssignmentView } from '@/services/api'
import { assignment, revokeAssignment } from '@/services/walks'
import { Button, Failed, Notice, Press, Skeleton, Track } from '@/ui'
import { words } from '@/words'
import { assignWords } from '@/words-walks'
import { Reports } from './reports'
import styles from './walks.module.scss'

type Grid = AssignmentView['grids'][number]

/** What was asked in words, how far each grid is, and what it has sent. */
export function AssignmentDetail({ id, onRevoked }: { id: string; onRevoked: () => void }) {
  const seen = useRequest(id, () => assignment(id))
  const [grid, setGrid] = useState<Grid | null>(null)
  const { busy, problems, save } = useSaving(onRevoked, assignWords.revoked)
  if (!seen.data)
    return seen.error ? (
      <Failed error={seen.error} onRetry={seen.reload} />
    ) : (
      <Skeleton label={words.loading} cards={2} />
    )
  const { kind, scope, text, choices, grids, isRevoked } = seen.data
  if (grid) return <Reports id={id} grid={grid} onBack={() => setGrid(null)} />
  const revoke = async () => {
    if (await ask(assignWords.revokeAsk)) await save(() => revokeAssignment(id))
  }
  return (
    <View className={styles.inner}>
      <View className={styles.text}>{text}</View>
      <Lines
        lines={[
          [assignWords.kind, assignWords.kinds[kind]],
          [assignWords.scope, assignWords.scopes[scope]],
          [assignWords.choices, choices.join('、')],
        ]}
      />
      <View className={desk.name}>{assignWords.grids}</View>
      {grids.map((each) => (
        <GridProgress key={each.gridId} grid={each} onOpen={() => setGrid(each)} />
      ))}
      {problems.map((problem) => (
        <Notice key={problem} tone="amber">
          {problem}
        </Notice>
      ))}
      {!isRevoked && (
        <Button look="quiet" disabled={busy} onPress={() => void revoke()}>
          {assignWords.revoke}
        </Button>
      )}
    </View>
  )
}

function GridProgress({ grid, onOpen }: { grid: Grid; onOpen: () => void }) {
  const { gridName, total, reported } = grid
  const progress = assignWords.progress(reported, total)
  return (
    <View className={styles.one}>
      <View className={desk.head}>
        <Press role="link" className={styles.link} onPress={onOpen}>
          {gridName}
        </Press>
        <View className={desk.small}>{progress}</View>
      </View>
      <Track share={total > 0 ? reported / total : 0} label={`${gridName} ${progress}`} />
    </View>
  )
}
