import { Text, View } from '@tarojs/components'
import { formatMoment } from '@minsheng/shared'
import { go } from '@/routes'
import { a11y, Button, Icon, Notice, Press, type IconName } from '@/ui'
import { syncWords } from '@/words-grid'
import { syncNow, useGrid, type GridState } from '../store/grid'
import styles from './grid.module.scss'

const inStates = ({ operations }: GridState, ...states: GridState['operations'][number]['state'][]) =>
  operations.filter(({ state }) => states.includes(state)).length

function wordsOf(grid: GridState): { icon: IconName; words: string } {
  const attention = inStates(grid, 'refused', 'conflict')
  const waiting = inStates(grid, 'waiting', 'sending')
  if (attention) return { icon: 'alert', words: syncWords.attention(attention) }
  if (waiting) return { icon: 'clock', words: syncWords.waiting(waiting) }
  const { contactAt } = grid.copy
  return {
    icon: 'check',
    words: contactAt ? syncWords.allSentAt(formatMoment(new Date(contactAt), new Date())) : syncWords.allSent,
  }
}

/**
 * How things stand with what was written, and what stands in the way.
 *
 * @param isHere on the page to which it leads from elsewhere
 */
export function SyncStrip({ isHere }: { isHere?: boolean }) {
  const grid = useGrid()
  const { icon, words } = wordsOf(grid)
  return (
    <>
      <View className={styles.strip}>
        {isHere ? (
          <View className={styles.standing} {...a11y('status')}>
            <Icon name={icon} />
            <Text className={styles.grow}>{words}</Text>
          </View>
        ) : (
          <Press role="link" className={styles.standing} onPress={() => void go.written()}>
            <Icon name={icon} />
            <Text className={styles.grow}>{words}</Text>
            <Icon name="next" />
          </Press>
        )}
        <Button
          look="soft"
          className={styles.now}
          busy={grid.isSyncing && syncWords.busy}
          onPress={() => void syncNow()}
        >
          {syncWords.now}
        </Button>
      </View>
      <Hindrances />
    </>
  )
}

/** No signal, nobody signed in, hardly any room left. */
export function Hindrances() {
  const problem = useGrid((grid) => grid.problem)
  const isRoomShort = useGrid((grid) => grid.isRoomShort)
  return (
    <>
      {problem?.code === 'offline' && (
        <Notice tone="amber" icon="offline">
          {syncWords.offline}
        </Notice>
      )}
      {problem?.status === 401 && <Notice tone="amber">{syncWords.signedOut}</Notice>}
      {isRoomShort && (
        <Notice tone="red" title={syncWords.roomTitle}>
          {syncWords.room}
        </Notice>
      )}
    </>
  )
}
