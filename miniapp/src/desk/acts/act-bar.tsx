import { useState } from 'react'
import { View } from '@tarojs/components'
import type { WorkOrderView } from '@/services/api'
import { workOrderAct } from '@/services/work-orders'
import { Button, Notice, Sheet } from '@/ui'
import { words } from '@/words'
import { actWords, orderWords } from '@/words-desk'
import styles from './act-bar.module.scss'
import type { FormProps } from './form-props'
import formStyles from './form.module.scss'
import { type DeskAct, forms, needActs, orderActs } from './forms'
import { useAct } from './use-act'

interface ActBarProps {
  order: WorkOrderView
  onDone: (order: WorkOrderView) => void
  onConflict: (what: string) => void
}

/** So many acts have a button of their own; the others stand behind one more. */
const SHOWN = 3
/** The way on. The others are for when it is not straight. */
const isStep = (act: DeskAct) => !['extend', 'assist', 'requestReturn', 'ask', 'plan', 'merge'].includes(act)

/** What the server allows now, the next step first: before anything else somebody gets in contact. */
function allowedNow({ contactedAt, allowedActs, needActs: onNeed, role }: WorkOrderView): DeskAct[] {
  const allowed: DeskAct[] = [
    ...orderActs.filter((act) => allowedActs.includes(act)),
    ...needActs.filter((act) => role === 'lead' && onNeed.includes(act)),
  ]
  return contactedAt ? allowed : allowed.sort((a, b) => Number(b === 'contact') - Number(a === 'contact'))
}

/** What one would look for, with the reason why it is not there. */
const refusedNow = ({ closedActs, closedNeedActs, role }: WorkOrderView) => [
  ...closedActs.flatMap(({ act, why }) =>
    orderActs.filter((one) => one === act).map((one) => ({ one, why })),
  ),
  ...closedNeedActs.flatMap(({ act, why }) =>
    needActs.filter((one) => one === act && role === 'lead').map((one) => ({ one, why })),
  ),
]

/** Exactly what the server allows now. */
export function ActBar({ order, onDone, onConflict }: ActBarProps) {
  const [open, setOpen] = useState<DeskAct | 'more' | null>(null)
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
  const allowed = allowedNow(order)
  const refused = refusedNow(order)
  const [rest, inBar] = [allowed.slice(SHOWN), allowed.slice(0, SHOWN)]
  const hasMore = rest.length > 0 || refused.length > 0

  const press = (name: DeskAct) => {
    act.setProblem(null)
    if (name === 'accept') void act.run(() => workOrderAct.accept(order.id, {}))
    else setOpen(name)
  }
  return (
    <>
      {act.problem && !open && <Notice tone="amber">{act.problem}</Notice>}
      {!allowed.length && <View className={styles.nothing}>{orderWords.nothing}</View>}
      {(allowed.length > 0 || hasMore) && (
        <View className={styles.bar}>
          {inBar.map((name, index) => (
            <Button
              key={name}
              look={index === 0 && isStep(name) ? 'main' : 'soft'}
              busy={act.busy && !open && index === 0 && actWords.busy}
              onPress={() => press(name)}
            >
              {actWords[name]}
            </Button>
          ))}
          {hasMore && (
            <Button look="soft" onPress={() => setOpen('more')}>
              {rest.length ? actWords.more : actWords.closed}
            </Button>
          )}
        </View>
      )}
      <Sheet open={open !== null} title={open ? actWords[open] : ''} closeLabel={words.close} onClose={close}>
        {open === 'more' && <More acts={rest} refused={refused} onPress={press} />}
        {open && open !== 'more' && <Form act={open} order={order} run={act.run} busy={act.busy} />}
        {act.problem && <Notice tone="amber">{act.problem}</Notice>}
      </Sheet>
    </>
  )
}

interface MoreProps {
  acts: readonly DeskAct[]
  refused: readonly { one: DeskAct; why: string }[]
  onPress: (act: DeskAct) => void
}

function More({ acts, refused, onPress }: MoreProps) {
  return (
    <View className={styles.more}>
      {acts.map((name) => (
        <Button key={name} look="soft" onPress={() => onPress(name)}>
          {actWords[name]}
        </Button>
      ))}
      {refused.map(({ one, why }) => (
        <View key={one} className={formStyles.closed}>
          {actWords.notNow(actWords[one], why)}
        </View>
      ))}
    </View>
  )
}

function Form({ act, ...props }: FormProps & { act: DeskAct }) {
  if (act === 'accept') return null
  const OneForm = forms[act]
  return <OneForm {...props} />
}
