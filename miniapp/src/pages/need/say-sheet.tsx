import { useRef, useState } from 'react'
import { Tray } from '@/parts/tray'
import { useTray } from '@/parts/use-tray'
import { uuid } from '@/platform/uuid'
import type { NeedView } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { appealNeed, reopenNeed, supplyNeed } from '@/services/needs'
import type { Attached } from '@/stores/attached'
import { uploadedIds } from '@/stores/uploads'
import { Button, Field, Notice, Sheet } from '@/ui'
import { words } from '@/words'
import { wordsOfError } from '@/words-errors'
import { homeWords } from '@/words-filing'
import { type SaidAct, sayWords, standingWords } from '@/words-story'

type Said = { text?: string; attachmentIds: string[] }

const acts: Record<SaidAct, (id: string, said: Said, key: string) => Promise<NeedView>> = {
  reopen: (id, { text, attachmentIds }, key) =>
    reopenNeed(id, { ...(text && { reason: text }), attachmentIds }, key),
  supply: supplyNeed,
  appeal: appealNeed,
}

interface SaySheetProps {
  need: NeedView
  /** What the words are for; null: closed. */
  act: SaidAct | null
  onClose: () => void
  onDone: (need: NeedView) => void
}

/** A sentence or a photo: it broke again, an answer to a question, or why it should be taken after all. */
export function SaySheet({ act, ...rest }: SaySheetProps) {
  const { title, hint } = sayWords[act ?? 'reopen']
  return (
    <Sheet open={act !== null} title={title} hint={hint} closeLabel={words.close} onClose={rest.onClose}>
      {act && <Say act={act} {...rest} />}
    </Sheet>
  )
}

function Say({ need, act, onClose, onDone }: SaySheetProps & { act: SaidAct }) {
  const typed = useRef('')
  const key = useRef(uuid())
  const [files, setFiles] = useState<Attached[]>([])
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const tray = useTray({ realm: 'resident', files, change: setFiles })
  const { label, send, empty } = sayWords[act]

  const finish = async () => {
    const text = typed.current.trim()
    if (!text && !files.length) return setProblem(empty)
    setBusy(true)
    setProblem(null)
    try {
      const attachmentIds = await uploadedIds(files, 'resident')
      onDone(await acts[act](need.id, { ...(text && { text }), attachmentIds }, key.current))
      onClose()
    } catch (thrown) {
      setProblem(wordsOfError(asApiError(thrown)))
      setBusy(false)
    }
  }

  return (
    <>
      {act === 'supply' && need.question && (
        <Notice title={standingWords.asks(need.question.departmentName)}>{need.question.text}</Notice>
      )}
      <Field
        label={label}
        multiline
        maxLength={500}
        onText={(text) => (typed.current = text)}
        error={problem}
      />
      <Tray tray={tray} photosOnly={act !== 'supply'} />
      <Button onPress={() => void finish()} busy={busy && homeWords.submitting}>
        {send}
      </Button>
    </>
  )
}
