import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { careMarks, careMarkWords, type CareMark } from '@minsheng/shared'
import { toggled } from '@/parts/toggled'
import { uuid } from '@/platform/uuid'
import { go } from '@/routes'
import { Button, Chips, Field, Notice, Sheet } from '@/ui'
import { doorWords } from '@/words-grid'
import { doorAt, laneOf } from '../store/doors'
import { useGrid, write } from '../store/grid'
import styles from './grid.module.scss'
import { useHouseholds } from './use-grid'
import { useKeeping } from './use-keeping'

interface DoorSheetProps {
  open: boolean
  onClose: () => void
}

const marksToChoose = careMarks.map((value) => ({ value, words: careMarkWords[value] }))

/** A door that nobody has entered yet, found on the way. */
export function DoorSheet({ open, onClose }: DoorSheetProps) {
  return (
    <Sheet
      open={open}
      title={doorWords.title}
      hint={doorWords.hint}
      closeLabel={doorWords.close}
      onClose={onClose}
    >
      <Door onClose={onClose} />
    </Sheet>
  )
}

function Door({ onClose }: Pick<DoorSheetProps, 'onClose'>) {
  const { grids } = useGrid(({ copy }) => copy)
  const households = useHouseholds()
  const [gridId, setGridId] = useState(grids[0]?.id ?? '')
  const [marks, setMarks] = useState<CareMark[]>([])
  const typed = useRef({ building: '', unit: '', room: '', note: '' })
  // Saved twice, it is one.
  const ids = useRef({ id: uuid(), localId: uuid() })
  const { busy, problem, setProblem, keep } = useKeeping()
  const save = () => {
    const [building, unit, room] = [typed.current.building, typed.current.unit, typed.current.room].map(
      (text) => text.trim(),
    )
    if (!building || !room) return setProblem(doorWords.missing)
    const door = { gridId, building, unit: unit ?? '', room }
    if (doorAt(households, door)) return setProblem(doorWords.known)
    const { id, localId } = ids.current
    const body = { ...door, marks, note: typed.current.note.trim() || null }
    void keep(
      () => write({ kind: 'household.add', id, localId, body, lane: laneOf(localId) }),
      () => {
        onClose()
        void go.household(localId)
      },
    )
  }
  return (
    <>
      {grids.length > 1 && (
        <>
          <View className={styles.label}>{doorWords.grid}</View>
          <Chips
            single
            label={doorWords.grid}
            options={grids.map(({ id, name }) => ({ value: id, words: name }))}
            chosen={[gridId]}
            onToggle={setGridId}
          />
          <View className={styles.gap} />
        </>
      )}
      <Field
        label={doorWords.building}
        hint={doorWords.buildingHint}
        maxLength={20}
        onText={(building) => (typed.current.building = building)}
      />
      <Field label={doorWords.unit} maxLength={10} onText={(unit) => (typed.current.unit = unit)} />
      <Field
        label={doorWords.room}
        hint={doorWords.roomHint}
        maxLength={10}
        onText={(room) => (typed.current.room = room)}
      />
      <View className={styles.label}>{doorWords.marks}</View>
      <Chips
        label={doorWords.marks}
        options={marksToChoose}
        chosen={marks}
        onToggle={(mark) => setMarks((before) => toggled(before, mark))}
      />
      <View className={styles.gap} />
      <Field
        label={doorWords.note}
        multiline
        maxLength={500}
        onText={(note) => (typed.current.note = note)}
      />
      {problem && <Notice tone="red">{problem}</Notice>}
      <Button onPress={save} disabled={busy}>
        {doorWords.save}
      </Button>
    </>
  )
}
