import { useState } from 'react'
import { ask } from '@/platform/ask'
import { GridPage } from '@/grid/parts/grid-page'
import { DoorSheet } from '@/grid/parts/door-sheet'
import { HouseholdList } from '@/grid/parts/household-list'
import { SyncStrip } from '@/grid/parts/sync-strip'
import { TaskList } from '@/grid/parts/task-list'
import { VisitPlan } from '@/grid/parts/visit-plan'
import { useTasks } from '@/grid/parts/use-grid'
import { isOpen } from '@/grid/store/operation'
import { useGrid } from '@/grid/store/grid'
import { goDeskSignIn } from '@/routes'
import { signOut } from '@/services/sessions'
import { dropSession } from '@/stores/session'
import { Button, Segmented } from '@/ui'
import { gridWords } from '@/words-grid'
import styles from '@/grid/parts/grid.module.scss'

type Tab = 'households' | 'plan' | 'tasks'

/** My grid: whom I look after, what is asked of me, and how things stand with what I wrote. */
export default function GridHome() {
  const [tab, setTab] = useState<Tab>('households')
  const [isAdding, setAdding] = useState(false)
  const open = useTasks().filter(({ reported, total }) => reported < total).length
  const options = [
    { value: 'households' as const, words: gridWords.households },
    { value: 'plan' as const, words: gridWords.plan },
    { value: 'tasks' as const, words: open ? `${gridWords.tasks} ${open}` : gridWords.tasks },
  ]
  return (
    <GridPage
      title={gridWords.title}
      action={<Leave />}
      overlay={<DoorSheet open={isAdding} onClose={() => setAdding(false)} />}
    >
      <SyncStrip />
      <Segmented label={gridWords.tabs} options={options} value={tab} onChange={setTab} />
      {tab === 'households' && <HouseholdList onAdd={() => setAdding(true)} />}
      {tab === 'plan' && <VisitPlan />}
      {tab === 'tasks' && <TaskList />}
    </GridPage>
  )
}

/** What was not sent stays, for this person alone; the households go. */
function Leave() {
  const leave = async () => {
    const unsent = useGrid.getState().operations.filter(isOpen).length
    if (!(await ask(gridWords.signOutAsk(unsent)))) return
    void signOut('staff').catch(() => null) // the phone forgets in any case
    dropSession('staff')
    void goDeskSignIn()
  }
  return (
    <Button look="quiet" className={styles.now} onPress={() => void leave()}>
      {gridWords.signOut}
    </Button>
  )
}
