import { useState } from 'react'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { GridPage } from '@/grid/parts/grid-page'
import { HouseholdRow } from '@/grid/parts/household-row'
import { ReportSheet } from '@/grid/parts/report-sheet'
import { Hindrances } from '@/grid/parts/sync-strip'
import { TaskProgress } from '@/grid/parts/task-list'
import { useHouseholds, useTasks } from '@/grid/parts/use-grid'
import { found } from '@/grid/store/finding'
import { goBack } from '@/routes'
import type { GridTaskView } from '@/services/api'
import { Blank, Button, Card, SectionTitle } from '@/ui'
import { gridWords, taskWords } from '@/words-grid'
import styles from '@/grid/parts/grid.module.scss'

const PAGE = 30

/** A task from above: done door by door, or once for the grid. */
export default function TaskPage() {
  const { id } = useRouter().params
  const task = useTasks().find((one) => one.id === id)
  /** A household's id, or the whole grid. */
  const [reporting, setReporting] = useState<string | null>(null)
  const household = useHouseholds().find((one) => one.id === reporting) ?? null
  return (
    <GridPage
      title={taskWords.title}
      overlay={
        task &&
        reporting !== null && (
          <ReportSheet task={task} household={household} onClose={() => setReporting(null)} />
        )
      }
    >
      {task ? (
        <>
          <Hindrances />
          <Card>
            <View className={styles.title}>{task.title}</View>
            <View className={styles.names}>{task.text}</View>
            <TaskProgress task={task} />
          </Card>
          {task.scope === 'household' ? (
            <Doors task={task} onOpen={setReporting} />
          ) : (
            task.reported < task.total && <Button onPress={() => setReporting('')}>{taskWords.report}</Button>
          )}
        </>
      ) : (
        <Blank icon="search" title={taskWords.goneTitle} step={{ words: gridWords.back, onPress: goBack }}>
          {taskWords.gone}
        </Blank>
      )}
    </GridPage>
  )
}

/** The households at which it is still to be done, as one walks. */
function Doors({ task, onOpen }: { task: GridTaskView; onOpen: (id: string) => void }) {
  const [shown, setShown] = useState(PAGE)
  const ofGrid = useHouseholds().filter(
    ({ id, gridId }) => gridId === task.gridId && !task.reportedHouseholdIds.includes(id),
  )
  const left = found(ofGrid, { words: '', filter: 'all', now: new Date() })
  const more = () => setShown((before) => before + PAGE)
  useReachBottom(more)
  return (
    <>
      <SectionTitle aside={gridWords.count(left.length)}>
        {left.length ? taskWords.left : taskWords.done}
      </SectionTitle>
      {left.slice(0, shown).map((household) => (
        <HouseholdRow key={household.id} household={household} onOpen={onOpen} />
      ))}
      {left.length > shown && (
        <Button look="soft" onPress={more}>
          {gridWords.more}
        </Button>
      )}
    </>
  )
}
