import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { isIdNumber, mobilePhone } from '@minsheng/shared'
import { ask } from '@/platform/ask'
import { uuid } from '@/platform/uuid'
import type { HouseholdResidentBody, HouseholdView } from '@/services/api'
import { Button, Chips, Field, Notice, Sheet } from '@/ui'
import { residentWords } from '@/words-grid'
import { laneOf } from '../store/doors'
import { write } from '../store/grid'
import { isRegistered, type OwnResident, withoutResident, withResident } from '../store/residents'
import styles from './grid.module.scss'
import { IdNumber } from './id-number'
import { useKeeping } from './use-keeping'

interface ResidentSheetProps {
  household: HouseholdView
  /** Null: somebody new. */
  resident: OwnResident | null
  onClose: () => void
}

/** What is known of somebody who lives here, or of somebody new. */
export function ResidentSheet({ household, resident, onClose }: ResidentSheetProps) {
  return (
    <Sheet
      open
      title={resident ? residentWords.editTitle : residentWords.addTitle}
      closeLabel={residentWords.close}
      onClose={onClose}
    >
      <Resident household={household} resident={resident} onClose={onClose} />
      {resident?.idNumberMasked && isRegistered(resident) && (
        <IdNumber householdId={household.id} residentId={resident.id} />
      )}
    </Sheet>
  )
}

/** As it is typed; an empty phone or ID number leaves what is kept as it is. */
interface Typed {
  name: string
  phone: string
  idNumber: string
  relation: string | null
}

function wrongIn({ name, phone, idNumber }: Typed): string | null {
  if (!name.trim()) return residentWords.nameMissing
  if (phone && !mobilePhone.test(phone)) return residentWords.phoneWrong
  return idNumber && !isIdNumber(idNumber) ? residentWords.idNumberWrong : null
}

const bodyOf = ({ name, phone, idNumber, relation }: Typed): HouseholdResidentBody => ({
  name: name.trim(),
  ...(phone && { phone }),
  ...(idNumber && { idNumber }),
  ...(relation && { relation }),
})

/** The usual ones, and the one that is kept when it is another. */
const relationsFor = (resident: OwnResident | null) =>
  [...new Set([...residentWords.relations, resident?.relation ?? residentWords.relations[0]])].map(
    (value) => ({
      value,
      words: value,
    }),
  )

function Resident({ household, resident, onClose }: ResidentSheetProps) {
  const [relation, setRelation] = useState(resident?.relation ?? null)
  const typed = useRef({ name: resident?.name ?? '', phone: '', idNumber: '' })
  const { busy, problem, setProblem, keep } = useKeeping()
  const change = (residents: HouseholdResidentBody[]) =>
    void keep(
      () =>
        write({
          kind: 'household.change',
          body: { householdId: household.id, residents },
          lane: laneOf(household.id),
          baseVersion: household.version,
        }),
      onClose,
    )
  const save = () => {
    const said = { ...typed.current, relation }
    const wrong = wrongIn(said)
    if (wrong) return setProblem(wrong)
    const newcomer = resident ? {} : { localId: uuid() }
    change(withResident(household.residents, resident?.id ?? null, { ...bodyOf(said), ...newcomer }))
  }
  const moveOut = async ({ id, name }: OwnResident) => {
    if (await ask(residentWords.goneAsk(name))) change(withoutResident(household.residents, id))
  }
  const hint = (masked: string | null | undefined) => (masked ? { hint: residentWords.known(masked) } : {})
  return (
    <>
      <Field
        label={residentWords.name}
        initial={typed.current.name}
        maxLength={20}
        focus={!resident}
        onText={(name) => (typed.current.name = name)}
      />
      <View className={styles.label}>{residentWords.relation}</View>
      <Chips
        single
        label={residentWords.relation}
        options={relationsFor(resident)}
        chosen={relation ? [relation] : []}
        onToggle={setRelation}
      />
      <View className={styles.gap} />
      <Field
        label={residentWords.phone}
        kind="phone"
        maxLength={11}
        {...hint(resident?.phoneMasked)}
        onText={(phone) => (typed.current.phone = phone.trim())}
      />
      <Field
        label={residentWords.idNumber}
        maxLength={18}
        {...hint(resident?.idNumberMasked)}
        onText={(idNumber) => (typed.current.idNumber = idNumber.trim().toUpperCase())}
      />
      {problem && <Notice tone="red">{problem}</Notice>}
      <Button onPress={save} disabled={busy}>
        {residentWords.save}
      </Button>
      {resident && (
        <Button look="quiet" disabled={busy} onPress={() => void moveOut(resident)}>
          {residentWords.gone}
        </Button>
      )}
    </>
  )
}
