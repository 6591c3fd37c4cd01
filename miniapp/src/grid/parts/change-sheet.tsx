import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { careMarks, careMarkWords, type CareMark } from '@minsheng/shared'
import type { HouseholdView } from '@/services/api'
import { Button, Chips, Field, Notice, Sheet } from '@/ui'
import { householdWords } from '@/words-grid'
import { laneOf } from '../store/doors'
import { write } from '../store/grid'
import styles from './grid.module.scss'
import { toggled } from '@/parts/toggled'
import { useKeeping } from './use-keeping'

interface ChangeSheetProps {
  household: HouseholdView
  open: boolean
  onClose: () => void
}

const options = careMarks.map((value) => ({ value, words: careMarkWords[value] }))

/** What is to be minded at this door. */
export function ChangeSheet({ open, ...rest }: ChangeSheetProps) {
  return (
    <Sheet
      open={open}
      title={householdWords.changeTitle}
      closeLabel={householdWords.close}
      onClose={rest.onClose}
    >
      <Change {...rest} />
    </Sheet>
  )
}

function Change({ household, onClose }: Omit<ChangeSheetProps, 'open'>) {
  const [marks, setMarks] = useState<CareMark[]>(household.marks)
  const note = useRef(household.note ?? '')
  const { busy, problem, keep } = useKeeping()
  const save = () =>
    void keep(
      () =>
        write({
          kind: 'household.change',
          body: { householdId: household.id, marks, note: note.current.trim() || null },
          lane: laneOf(household.id),
          baseVersion: household.version,
        }),
      onClose,
    )
  return (
    <>
      <View className={styles.label}>{householdWords.marks}</View>
      <Chips
        label={householdWords.marks}
        options={options}
        chosen={marks}
        onToggle={(mark) => setMarks((before) => toggled(before, mark))}
      />
      <View className={styles.gap} />
      <Field
        label={householdWords.note}
        hint={householdWords.noteHint}
        initial={note.current}
        multiline
        maxLength={500}
        onText={(text) => (note.current = text)}
      />
      {problem && <Notice tone="red">{problem}</Notice>}
      <Button onPress={save} disabled={busy}>
        {householdWords.save}
      </Button>
    </>
  )
}
