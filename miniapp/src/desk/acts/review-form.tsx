import { useRef, useState } from 'react'
import { workOrderAct } from '@/services/work-orders'
import { Button, Field } from '@/ui'
import { actWords } from '@/words-desk'
import type { FormProps } from './form-props'

/** The reviewer's word on an answer: through, or back with a reason. */
export function ReviewForm({ order, run, busy, approves }: FormProps & { approves?: boolean }) {
  const said = useRef('')
  const [wrong, setWrong] = useState<string | null>(null)
  const send = () => {
    const words = said.current.trim()
    if (!approves && !words) return setWrong(actWords.reasonEmpty)
    void run(() =>
      approves
        ? workOrderAct.approve(order.id, words ? { note: words } : {})
        : workOrderAct.sendBack(order.id, { reason: words }),
    )
  }
  return (
    <>
      <Field
        label={approves ? actWords.approveNote : actWords.sendBackReason}
        multiline
        maxLength={500}
        onText={(text) => (said.current = text)}
        error={wrong}
      />
      <Button busy={busy && actWords.busy} onPress={send}>
        {approves ? actWords.approve : actWords.sendBack}
      </Button>
    </>
  )
}
