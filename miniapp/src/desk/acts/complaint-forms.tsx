import { useState } from 'react'
import { View } from '@tarojs/components'
import { complaintExtensionMax } from '@minsheng/shared'
import { extendComplaint, respondToComplaint, voidComplaint } from '@/services/complaints'
import { Chips } from '@/ui'
import { actWords, extendWords } from '@/words-desk'
import { complaintDeskWords } from '@/words-supervision'
import { AnswerComplaintForm } from './answer-complaint-form'
import { InvestigateComplaintForm } from './investigate-complaint-form'
import type { ComplaintFormProps } from './form-props'
import styles from './form.module.scss'
import { SpokenForm } from './spoken-form'
import { WordsForm } from './words-form'

/** What the supervision office does with a complaint, in the order in which it is offered. */
export const officeActs = ['respond', 'investigate', 'answer', 'extend', 'void'] as const
export type OfficeAct = (typeof officeActs)[number]

/** A person has spoken with the complainant. */
const RespondForm = ({ item, run, busy }: ComplaintFormProps) => (
  <SpokenForm
    words={{ ...complaintDeskWords, send: complaintDeskWords.acts.respond }}
    busy={busy}
    onSend={(said) => void run(() => respondToComplaint(item.id, said))}
  />
)

const days = Array.from({ length: complaintExtensionMax }, (_, index) => ({
  value: String(index + 1),
  words: extendWords.days(index + 1),
}))

function ExtendForm({ item, run, busy }: ComplaintFormProps) {
  const [chosen, setChosen] = useState('3')
  return (
    <>
      <View className={styles.label}>{extendWords.workdays}</View>
      <Chips single label={extendWords.workdays} options={days} chosen={[chosen]} onToggle={setChosen} />
      <View className={styles.gap} />
      <WordsForm
        label={actWords.reason}
        hint={extendWords.reasonHint}
        send={complaintDeskWords.acts.extend}
        min={5}
        busy={busy}
        onSend={(reason) => void run(() => extendComplaint(item.id, { workdays: Number(chosen), reason }))}
      />
    </>
  )
}

const VoidForm = ({ item, run, busy }: ComplaintFormProps) => (
  <WordsForm
    label={complaintDeskWords.voidReason}
    hint={complaintDeskWords.voidHint}
    send={complaintDeskWords.acts.void}
    min={5}
    busy={busy}
    onSend={(reason) => void run(() => voidComplaint(item.id, { reason }))}
  />
)

export const complaintForms = {
  respond: RespondForm,
  investigate: InvestigateComplaintForm,
  answer: AnswerComplaintForm,
  extend: ExtendForm,
  void: VoidForm,
} as const satisfies Record<OfficeAct, unknown>
