import { formatDay, formatMoment, formatPromise } from '@minsheng/shared'
import { Lines } from '@/parts/lines'
import type { WorkOrderView } from '@/services/api'
import { Card, Notice, SectionTitle } from '@/ui'
import { askWords, assistWords, concludeWords, extendWords, mergeWords, planWords } from '@/words-desk'
import { ExtensionLines } from './extension-lines'

/** What the order waits for besides its department's own work. */
export function Standing({ order }: { order: WorkOrderView }) {
  const { role, question, master, signature } = order
  const now = new Date()
  return (
    <>
      {role === 'assist' && <Notice>{assistWords.mine}</Notice>}
      {master && <Notice>{mergeWords.into(master.receiptNo)}</Notice>}
      {question && (
        <Notice
          icon="clock"
          tone="amber"
          title={question.until ? askWords.waiting(formatPromise(new Date(question.until), now)) : undefined}
        >
          {question.text}
        </Notice>
      )}
      {signature && (
        <Notice
          tone="amber"
          title={concludeWords.signed(signature.byName, formatMoment(new Date(signature.at), now))}
        >
          {signature.reason}
        </Notice>
      )}
      <Plan order={order} />
      <Extension order={order} />
    </>
  )
}

function Plan({ order: { plan } }: { order: WorkOrderView }) {
  if (!plan) return null
  return (
    <>
      <SectionTitle>{planWords.title}</SectionTitle>
      <Card>
        <Lines
          lines={[
            [planWords.publicAt, formatDay(plan.publicAt, new Date())],
            [planWords.owner, plan.owner],
            [planWords.text, plan.text],
          ]}
        />
      </Card>
    </>
  )
}

function Extension({ order: { extension } }: { order: WorkOrderView }) {
  if (!extension) return null
  const { isGranted } = extension
  const state = isGranted === null ? 'waiting' : isGranted ? 'granted' : 'refused'
  return (
    <>
      <SectionTitle>{extendWords[state]}</SectionTitle>
      <Card>
        <ExtensionLines extension={extension} />
      </Card>
    </>
  )
}
