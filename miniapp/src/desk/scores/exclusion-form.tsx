import { useRef } from 'react'
import { FormFoot } from '@/desk/deadlines/form-foot'
import { useSaving } from '@/desk/deadlines/use-saving'
import { proposeExclusion } from '@/services/scores'
import { Card, Field } from '@/ui'
import { exclusionWords } from '@/words-exports'

/** One need that should not count, and why. */
export function ExclusionForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const typed = useRef({ receiptNo: '', reason: '' })
  const { busy, problems, save } = useSaving(onDone)
  const send = () => {
    const { receiptNo, reason } = typed.current
    void save(() => proposeExclusion({ receiptNo: receiptNo.trim().toUpperCase(), reason: reason.trim() }))
  }
  return (
    <Card>
      <Field
        label={exclusionWords.receiptNo}
        maxLength={24}
        onText={(receiptNo) => (typed.current = { ...typed.current, receiptNo })}
      />
      <Field
        multiline
        label={exclusionWords.reason}
        hint={exclusionWords.reasonHint}
        maxLength={500}
        onText={(reason) => (typed.current = { ...typed.current, reason })}
      />
      <FormFoot problems={problems} busy={busy} onSave={send} onCancel={onCancel} />
    </Card>
  )
}
