import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import type { GridTaskView, HouseholdView } from '@/services/api'
import { Button, Chips, Field, Notice, Sheet } from '@/ui'
import { taskWords } from '@/words-grid'
import { addressOf } from '../store/finding'
import { laneUpon } from '../store/doors'
import { write } from '../store/grid'
import styles from './grid.module.scss'
import { useKeeping } from './use-keeping'

interface ReportSheetProps {
  task: GridTaskView
  /** Null: for the grid as a whole. */
  household: HouseholdView | null
  onClose: () => void
}

/** What came of a task, at one door or in the grid. */
export function ReportSheet({ task, household, onClose }: ReportSheetProps) {
  return (
    <Sheet
      open
      title={household ? addressOf(household) : taskWords.report}
      hint={task.title}
      closeLabel={taskWords.close}
      onClose={onClose}
    >
      <Report task={task} household={household} onClose={onClose} />
    </Sheet>
  )
}

function Report({ task, household, onClose }: ReportSheetProps) {
  const [choice, setChoice] = useState<string | null>(null)
  const words = useRef('')
  const { busy, problem, setProblem, keep } = useKeeping()
  const hasChoices = task.choices.length > 0
  const save = () => {
    const said = words.current.trim()
    if (hasChoices && !choice) return setProblem(taskWords.choiceMissing)
    if (!hasChoices && !said) return setProblem(taskWords.wordsMissing)
    const body = {
      taskId: task.id,
      ...(household && { householdId: household.id }),
      ...(choice && { choice }),
      ...(said && { words: said }),
    }
    const own = `task ${task.id} ${household?.id ?? ''}`
    const lane = household ? laneUpon(household.id, own) : own
    void keep(() => write({ kind: 'task.report', body, lane }), onClose)
  }
  return (
    <>
      {hasChoices && (
        <>
          <Chips
            single
            label={taskWords.choice}
            options={task.choices.map((value) => ({ value, words: value }))}
            chosen={choice ? [choice] : []}
            onToggle={setChoice}
          />
          <View className={styles.gap} />
        </>
      )}
      <Field label={taskWords.words} multiline maxLength={500} onText={(text) => (words.current = text)} />
      {problem && <Notice tone="red">{problem}</Notice>}
      <Button onPress={save} disabled={busy}>
        {taskWords.save}
      </Button>
    </>
  )
}
