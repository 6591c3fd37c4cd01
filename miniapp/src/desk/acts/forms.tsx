import type { ReactElement } from 'react'
import { waiverMin, type NeedAct, type WorkOrderAct } from '@minsheng/shared'
import { mergedOrder } from '@/services/merging'
import { orderNeedAct, workOrderAct } from '@/services/work-orders'
import { Button, Notice } from '@/ui'
import { actWords, assistWords, askWords, mergeWords, planWords } from '@/words-desk'
import { AnswerForm } from './answer-form'
import { AssistForm } from './assist-form'
import { ConcludeForm } from './conclude-form'
import { ContactForm } from './contact-form'
import { DecideExtensionForm } from './decide-extension-form'
import { DecideForm } from './decide-form'
import { ExtendForm } from './extend-form'
import type { FormProps } from './form-props'
import { MergeForm } from './merge-form'
import { PlanForm } from './plan-form'
import { ReturnForm } from './return-form'
import { ReviewForm } from './review-form'
import { WordsForm } from './words-form'

/** Acts on an order that a person does at the desk, in the order in which they are offered. */
export const orderActs = [
  'accept',
  'submitAnswer',
  'contact',
  'approve',
  'sendBack',
  'decideReturn',
  'decideExtension',
  'extend',
  'assist',
  'requestReturn',
  'waive',
] as const satisfies readonly WorkOrderAct[]

/** The same on its whole need. */
export const needActs = [
  'resume',
  'ask',
  'plan',
  'conclude',
  'merge',
  'split',
] as const satisfies readonly NeedAct[]

export type DeskAct = (typeof orderActs)[number] | (typeof needActs)[number]

/** What somebody has to write or to choose for each act. Accepting needs nothing. */
export const forms: Record<Exclude<DeskAct, 'accept'>, (props: FormProps) => ReactElement> = {
  contact: ContactForm,
  submitAnswer: AnswerForm,
  requestReturn: ReturnForm,
  extend: ExtendForm,
  assist: AssistForm,
  decideExtension: DecideExtensionForm,
  plan: PlanForm,
  conclude: ConcludeForm,
  approve: (props) => <ReviewForm {...props} approves />,
  sendBack: (props) => <ReviewForm {...props} />,
  decideReturn: ({ order, ...rest }) => (
    <DecideForm
      id={order.id}
      suggested={order.returnRequest?.suggestedDepartment.id ?? null}
      isLast={order.returnRequest?.isLast ?? false}
      {...rest}
    />
  ),
  waive: ({ order, run, busy }) => (
    <WordsForm
      label={assistWords.waiveReason}
      hint={assistWords.waiveHint}
      send={actWords.waive}
      min={waiverMin}
      busy={busy}
      onSend={(reason) => void run(() => workOrderAct.waive(order.id, { reason }))}
    />
  ),
  ask: ({ order, run, busy }) => (
    <>
      <Notice>{askWords.hint}</Notice>
      <WordsForm
        label={askWords.question}
        hint={askWords.questionHint}
        send={actWords.ask}
        min={5}
        busy={busy}
        onSend={(question) => void run(() => orderNeedAct.ask(order, { question }))}
      />
    </>
  ),
  merge: ({ order, run, busy }) => (
    <MergeForm
      needId={order.needId}
      busy={busy}
      onMerge={(masterId) => void run(() => mergedOrder(order, masterId))}
    />
  ),
  resume: ({ order, run, busy }) => (
    <Confirm
      hint={planWords.resumeHint}
      send={actWords.resume}
      busy={busy}
      onSend={() => void run(() => orderNeedAct.resume(order, {}))}
    />
  ),
  split: ({ order, run, busy }) => (
    <Confirm
      hint={mergeWords.splitHint}
      send={actWords.split}
      busy={busy}
      onSend={() => void run(() => orderNeedAct.split(order, {}))}
    />
  ),
}

interface ConfirmProps {
  hint: string
  send: string
  busy: boolean
  onSend: () => void
}

/** What follows, and one tap. */
function Confirm({ hint, send, busy, onSend }: ConfirmProps) {
  return (
    <>
      <Notice>{hint}</Notice>
      <Button busy={busy && actWords.busy} onPress={onSend}>
        {send}
      </Button>
    </>
  )
}
