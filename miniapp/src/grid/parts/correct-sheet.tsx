import { useRef } from 'react'
import type { OperationKind } from '@minsheng/shared'
import { Button, Field, Notice, Sheet } from '@/ui'
import { householdWords, syncWords } from '@/words-grid'
import { asksForPhone, corrected } from '../store/correcting'
import { correct } from '../store/grid'
import type { ListedOperation } from '../store/operation'
import { saidField, saidIn } from './said-in'
import { useKeeping } from './use-keeping'

interface CorrectSheetProps {
  operation: ListedOperation
  open: boolean
  onClose: () => void
}

/** The words of what was refused, to be changed and sent again. */
export function CorrectSheet({ open, ...rest }: CorrectSheetProps) {
  return (
    <Sheet open={open} title={syncWords.correctTitle} closeLabel={syncWords.close} onClose={rest.onClose}>
      <Correct {...rest} />
    </Sheet>
  )
}

function Correct({ operation, onClose }: Omit<CorrectSheetProps, 'open'>) {
  const said = useRef(saidIn(operation))
  const { busy, problem, keep } = useKeeping()
  const phone = useRef('')
  const { id, kind } = operation
  const save = () => {
    const typed = { [saidField[kind as OperationKind]]: said.current.trim(), phone: phone.current }
    void keep(() => correct(id, { body: corrected(operation, typed) }), onClose)
  }
  return (
    <>
      <Field
        label={syncWords.words}
        multiline
        initial={said.current}
        onText={(text) => (said.current = text)}
      />
      {asksForPhone(operation) && (
        <Field
          label={householdWords.phone}
          kind="phone"
          maxLength={11}
          hint={syncWords.phoneHint}
          onText={(text) => (phone.current = text.trim())}
        />
      )}
      {problem && <Notice tone="red">{problem}</Notice>}
      <Button onPress={save} disabled={busy}>
        {syncWords.sendAgain}
      </Button>
    </>
  )
}
