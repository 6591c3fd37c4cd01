import {
  complaintAnswerMin,
  complaintExtensionMax,
  complaintFindings,
  complaintFindingWords,
} from '@minsheng/shared'
import {
  answerComplaint,
  extendComplaint,
  investigateComplaint,
  respondToComplaint,
  voidComplaint,
} from '@/services/complaints'
import { actWords, extendWords } from '@/words-desk'
import { complaintDeskWords } from '@/words-supervision'
import { ChosenForm } from './chosen-form'
import { workdayOptions } from './extend-form'
import type { ComplaintFormProps } from './form-props'
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

const kinds = (['plain', 'complex'] as const).map((value) => ({
  value,
  words: complaintDeskWords.kinds[value],
}))

/** What the accused department is asked, and how much time the answer has. */
const InvestigateForm = ({ item, run, busy }: ComplaintFormProps) => (
  <ChosenForm
    choice={complaintDeskWords.kind}
    options={kinds}
    initial="plain"
    label={complaintDeskWords.question}
    hint={complaintDeskWords.questionHint}
    send={complaintDeskWords.acts.investigate}
    min={5}
    busy={busy}
    onSend={(kind, question) =>
      void run(() => investigateComplaint(item.id, { question, isComplex: kind === 'complex' }))
    }
  />
)

const findings = complaintFindings.map((value) => ({ value, words: complaintFindingWords[value] }))

/** What was found, and what is done about it. */
const AnswerForm = ({ item, run, busy }: ComplaintFormProps) => (
  <ChosenForm
    choice={complaintDeskWords.finding}
    options={findings}
    initial="true"
    label={complaintDeskWords.measure}
    hint={complaintDeskWords.measureHint}
    send={complaintDeskWords.acts.answer}
    min={complaintAnswerMin}
    busy={busy}
    onSend={(finding, measure) => void run(() => answerComplaint(item.id, { finding, measure }))}
  />
)

const ExtendForm = ({ item, run, busy }: ComplaintFormProps) => (
  <ChosenForm
    choice={extendWords.workdays}
    options={workdayOptions(complaintExtensionMax)}
    initial="3"
    label={actWords.reason}
    hint={extendWords.reasonHint}
    send={complaintDeskWords.acts.extend}
    min={5}
    busy={busy}
    onSend={(days, reason) => void run(() => extendComplaint(item.id, { workdays: Number(days), reason }))}
  />
)

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
  investigate: InvestigateForm,
  answer: AnswerForm,
  extend: ExtendForm,
  void: VoidForm,
} as const satisfies Record<OfficeAct, unknown>
