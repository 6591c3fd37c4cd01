import { useState, type ReactElement } from 'react'
import { View } from '@tarojs/components'
import type { WorkOrderAct } from '@minsheng/shared'
import type { WorkOrderView } from '@/services/api'
import { workOrderAct } from '@/services/work-orders'
import { Button, Notice, Sheet } from '@/ui'
import { words } from '@/words'
import { actWords, orderWords } from '@/words-desk'
import styles from './act-bar.module.scss'
import { AnswerForm } from './answer-form'
import { ContactForm } from './contact-form'
import { DecideForm } from './decide-form'
import type { FormProps } from './form-props'
import { ReturnForm } from './return-form'
import { ReviewForm } from './review-form'
import { useAct } from './use-act'

/** In the order in which they are offered; the first is the next step. */
const shown = [
  'accept',
  'submitAnswer',
  'contact',
  'approve',
  'sendBack',
  'decideReturn',
  'requestReturn',
] as const satisfies readonly WorkOrderAct[]
type Shown = (typeof shown)[number]

interface ActBarProps {
  order: WorkOrderView
  onDone: (order: WorkOrderView) => void
  onConflict: (what: string) => void
}

/** Exactly what the server allows now, the next step first. */
export function ActBar({ order, onDone, onConflict }: ActBarProps) {
  const [open, setOpen] = useState<Shown | null>(null)
  const close = () => setOpen(null)
  const act = useAct<WorkOrderView>({
    onDone: (changed) => {
      close()
      onDone(changed)
    },
    onConflict: (what) => {
      close()
      onConflict(what)
    },
  })
  const allowed: Shown[] = shown.filter((name) => order.allowedActs.includes(name))
  const inTurn = order.contactedAt
    ? allowed
    : [...allowed].sort((a, b) => Number(b === 'contact') - Number(a === 'contact'))
  if (!inTurn.length) return <View className={styles.nothing}>{orderWords.nothing}</View>

  const press = (name: Shown) =>
    name === 'accept' ? void act.run(() => workOrderAct.accept(order.id, {})) : setOpen(name)
  return (
    <>
      {act.problem && !open && <Notice tone="amber">{act.problem}</Notice>}
      <View className={styles.bar}>
        {inTurn.map((name, index) => (
          <Button
            key={name}
            look={index === 0 ? 'main' : 'soft'}
            busy={act.busy && !open && index === 0 && actWords.busy}
            onPress={() => press(name)}
          >
            {actWords[name]}
          </Button>
        ))}
      </View>
      <Sheet open={open !== null} title={open ? actWords[open] : ''} closeLabel={words.close} onClose={close}>
        {open && <Form act={open} order={order} run={act.run} busy={act.busy} />}
        {act.problem && <Notice tone="amber">{act.problem}</Notice>}
      </Sheet>
    </>
  )
}

const forms: Record<Exclude<Shown, 'accept'>, (props: FormProps) => ReactElement> = {
  contact: ContactForm,
  submitAnswer: AnswerForm,
  requestReturn: ReturnForm,
  decideReturn: ({ order, run, busy }) => (
    <DecideForm
      id={order.id}
      suggested={order.returnRequest?.suggestedDepartment.id ?? null}
      run={run}
      busy={busy}
    />
  ),
  approve: (props) => <ReviewForm {...props} approves />,
  sendBack: (props) => <ReviewForm {...props} />,
}

function Form({ act, ...props }: FormProps & { act: Shown }) {
  if (act === 'accept') return null
  const OneForm = forms[act]
  return <OneForm {...props} />
}
