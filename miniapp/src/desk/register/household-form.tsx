import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { careMarks, type CareMark, careMarkWords } from '@minsheng/shared'
import { FormFoot } from '@/desk/deadlines/form-foot'
import styles from '@/desk/parts/desk.module.scss'
import { toggled } from '@/parts/toggled'
import { uuid } from '@/platform/uuid'
import type { RegisteredView } from '@/services/api'
import { Button, Card, Chips, Field } from '@/ui'
import { registerWords } from '@/words-register'
import { Conflict } from './conflict'
import { bodyOf, missingIn, type PersonTyped, typedOf } from './household-draft'
import { PersonFields } from './person-fields'
import { useHouseholdSaving } from './use-household-saving'

interface HouseholdFormProps {
  /** None for a door that is new in a grid. */
  household?: RegisteredView
  gridId: string
  onDone: () => void
  onCancel: () => void
}

const marksToChoose = careMarks.map((value) => ({ value, words: careMarkWords[value] }))

/** Address, marks, note and people of a household, whole. */
export function HouseholdForm({ household, gridId, onDone, onCancel }: HouseholdFormProps) {
  const typed = useRef(typedOf(household ?? {}))
  const [marks, setMarks] = useState<readonly CareMark[]>(household?.marks ?? [])
  const [people, setPeople] = useState(typed.current.people)
  const saving = useHouseholdSaving(household, gridId, onDone)
  const setAll = (next: PersonTyped[]) => {
    typed.current.people = next
    setPeople(next)
  }
  const send = () => {
    const missing = missingIn(typed.current)
    if (missing.length > 0) return saving.setProblems(missing)
    saving.save(bodyOf(typed.current, marks))
  }
  const field = (name: 'building' | 'unit' | 'room' | 'note') => ({
    initial: typed.current[name],
    onText: (text: string) => (typed.current[name] = text),
  })
  return (
    <Card>
      <Field {...field('building')} label={registerWords.buildingWhole} maxLength={20} />
      <Field {...field('unit')} label={registerWords.unit} maxLength={10} />
      <Field {...field('room')} label={registerWords.roomWhole} maxLength={10} />
      <View className={styles.label}>{registerWords.marks}</View>
      <Chips
        label={registerWords.marks}
        options={marksToChoose}
        chosen={marks}
        onToggle={(mark) => setMarks(toggled(marks, mark))}
      />
      <View className={styles.label} />
      <Field
        {...field('note')}
        multiline
        label={registerWords.note}
        hint={registerWords.noteHint}
        maxLength={500}
      />
      <View className={styles.label}>{registerWords.residents}</View>
      {people.map((person, place) => (
        <PersonFields
          key={person.key}
          place={place + 1}
          person={person}
          onDrop={() => setAll(people.filter(({ key }) => key !== person.key))}
        />
      ))}
      <Button look="soft" onPress={() => setAll([...people, somebody()])}>
        {registerWords.addPerson}
      </Button>
      {saving.current && <Conflict current={saving.current} onKeep={send} />}
      <FormFoot problems={saving.problems} busy={saving.busy} onSave={send} onCancel={onCancel} />
    </Card>
  )
}

const somebody = (): PersonTyped => ({
  key: uuid(),
  id: null,
  name: '',
  relation: '',
  phone: '',
  idNumber: '',
})
