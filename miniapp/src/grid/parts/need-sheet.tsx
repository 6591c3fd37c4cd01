import { useState } from 'react'
import { uuid } from '@/platform/uuid'
import type { HouseholdView } from '@/services/api'
import { Button, Notice, Sheet } from '@/ui'
import { householdWords, visitWords } from '@/words-grid'
import { missingIn, newNeed } from '../store/need-draft'
import { NeedForm } from './need-form'
import { keepNeed } from './needing'
import { useKeeping } from './use-keeping'

interface NeedSheetProps {
  household: HouseholdView
  open: boolean
  onClose: () => void
}

/** A need on a resident's behalf, without a visit around it. */
export function NeedSheet({ open, ...rest }: NeedSheetProps) {
  return (
    <Sheet
      open={open}
      title={householdWords.need}
      hint={visitWords.needHint}
      closeLabel={householdWords.close}
      onClose={rest.onClose}
    >
      <NeedOnBehalf {...rest} />
    </Sheet>
  )
}

function NeedOnBehalf({ household, onClose }: Omit<NeedSheetProps, 'open'>) {
  const [id] = useState(uuid)
  const [need, setNeed] = useState(() => newNeed(household))
  const { busy, problem, setProblem, keep } = useKeeping()
  const send = () => {
    const missing = missingIn(household, need)
    if (missing) return setProblem(missing)
    void keep(() => keepNeed(household, need, { id }), onClose)
  }
  return (
    <>
      <NeedForm
        household={household}
        need={need}
        change={(next) => setNeed((before) => ({ ...before, ...next }))}
      />
      {problem && <Notice tone="red">{problem}</Notice>}
      <Button onPress={send} disabled={busy}>
        {householdWords.send}
      </Button>
    </>
  )
}
