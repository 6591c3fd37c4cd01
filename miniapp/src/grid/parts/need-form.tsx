import { View } from '@tarojs/components'
import { needTextMax } from '@minsheng/shared'
import type { HouseholdView } from '@/services/api'
import { Chips, Field } from '@/ui'
import { householdWords } from '@/words-grid'
import { isFull, type NeedDraft } from '../store/need-draft'
import { isCalled, nameable } from '../store/residents'
import styles from './grid.module.scss'

const ELSE = 'else'

interface NeedFormProps {
  household: HouseholdView
  need: NeedDraft
  change: (next: Partial<NeedDraft>) => void
}

/** A need of somebody of the household, in their words: it is theirs, the grid worker only writes it down. */
export function NeedForm({ household, need, change }: NeedFormProps) {
  const residents = nameable(household.residents)
  const people = residents.map(({ id, name }) => ({ value: id, words: name }))
  const chosen = residents.filter((one) => isCalled(one, need.residentId)).map(({ id }) => id)
  const options = [...people, { value: ELSE, words: householdWords.somebodyElse }]
  return (
    <>
      <View className={styles.label}>{householdWords.forWhom}</View>
      <Chips
        single
        label={householdWords.forWhom}
        options={options}
        chosen={need.residentId ? chosen : [ELSE]}
        onToggle={(value) => change({ residentId: value === ELSE ? null : value })}
      />
      <View className={styles.gap} />
      {!need.residentId && (
        <>
          {!isFull(household) && (
            <Field
              label={householdWords.newName}
              initial={need.name}
              maxLength={20}
              hint={householdWords.newNameHint}
              onText={(name) => change({ name })}
            />
          )}
          <Field
            label={householdWords.phone}
            kind="phone"
            initial={need.phone}
            hint={householdWords.phoneHint}
            onText={(phone) => change({ phone: phone.trim() })}
          />
        </>
      )}
      <Field
        label={householdWords.needText}
        multiline
        initial={need.text}
        maxLength={needTextMax}
        onText={(text) => change({ text })}
      />
    </>
  )
}
