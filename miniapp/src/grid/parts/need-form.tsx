import { View } from '@tarojs/components'
import { mobilePhone, needTextMax } from '@minsheng/shared'
import type { HouseholdNeedBody, HouseholdView } from '@/services/api'
import { Chips, Field } from '@/ui'
import { householdWords } from '@/words-grid'
import styles from './grid.module.scss'

export interface NeedDraft {
  /** Of the household; null: somebody else of it, then the phone says who. */
  residentId: string | null
  phone: string
  text: string
}

export const newNeed = ({ residents }: HouseholdView): NeedDraft => ({
  residentId: residents[0]?.id ?? null,
  phone: '',
  text: '',
})

/** What is missing, in words; null: it can be sent. */
export function missingIn({ residentId, phone, text }: NeedDraft): string | null {
  if (!text.trim()) return householdWords.needMissing
  if (!residentId || phone) return mobilePhone.test(phone) ? null : householdWords.phoneMissing
  return null
}

export const needBody = (
  { id }: HouseholdView,
  { residentId, phone, text }: NeedDraft,
  visitOperationId?: string,
): HouseholdNeedBody => ({
  householdId: id,
  ...(residentId && { residentId }),
  ...(phone && { phone }),
  text: text.trim(),
  ...(visitOperationId && { visitOperationId }),
})

const ELSE = 'else'

interface NeedFormProps {
  household: HouseholdView
  need: NeedDraft
  change: (next: Partial<NeedDraft>) => void
}

/** A need of somebody of the household, in their words: it is theirs, the grid worker only writes it down. */
export function NeedForm({ household, need, change }: NeedFormProps) {
  const people = household.residents.map(({ id, name }) => ({ value: id, words: name }))
  const options = [...people, { value: ELSE, words: householdWords.somebodyElse }]
  return (
    <>
      <View className={styles.label}>{householdWords.forWhom}</View>
      <Chips
        single
        label={householdWords.forWhom}
        options={options}
        chosen={[need.residentId ?? ELSE]}
        onToggle={(value) => change({ residentId: value === ELSE ? null : value })}
      />
      <View className={styles.gap} />
      {!need.residentId && (
        <Field
          label={householdWords.phone}
          kind="phone"
          initial={need.phone}
          hint={householdWords.phoneHint}
          onText={(phone) => change({ phone: phone.trim() })}
        />
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
