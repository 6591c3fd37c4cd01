import { useRef, useState } from 'react'
import { Tray } from '@/parts/tray'
import { useTray } from '@/parts/use-tray'
import type { NeedView } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { reopenNeed } from '@/services/needs'
import type { Attached } from '@/stores/attached'
import { ensureUploaded } from '@/stores/uploads'
import { Button, Field, Sheet } from '@/ui'
import { homeWords, needWords, words, wordsOfError } from '@/words'

interface ReopenSheetProps {
  need: NeedView
  open: boolean
  onClose: () => void
  onDone: (need: NeedView) => void
}

/** It broke again: a sentence or a photo, and it goes back to the same department. */
export function ReopenSheet({ open, ...rest }: ReopenSheetProps) {
  return (
    <Sheet
      open={open}
      title={needWords.reopenTitle}
      hint={needWords.reopenHint}
      closeLabel={words.close}
      onClose={rest.onClose}
    >
      <Reopen {...rest} />
    </Sheet>
  )
}

function Reopen({ need, onClose, onDone }: Omit<ReopenSheetProps, 'open'>) {
  const reason = useRef('')
  const [files, setFiles] = useState<Attached[]>([])
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const tray = useTray({ realm: 'resident', files, change: setFiles })

  const send = async () => {
    const text = reason.current.trim()
    if (!text && !files.length) return setProblem(needWords.reopenEmpty)
    setBusy(true)
    try {
      const attachmentIds = await Promise.all(files.map((file) => ensureUploaded(file, 'resident')))
      onDone(await reopenNeed(need.id, { ...(text && { reason: text }), attachmentIds }))
      onClose()
    } catch (thrown) {
      setProblem(wordsOfError(asApiError(thrown)))
      setBusy(false)
    }
  }

  return (
    <>
      <Field
        label={needWords.reopenText}
        multiline
        maxLength={500}
        onText={(text) => (reason.current = text)}
        error={problem}
      />
      <Tray tray={tray} photosOnly />
      <Button onPress={() => void send()} busy={busy && homeWords.submitting}>
        {needWords.reopenSend}
      </Button>
    </>
  )
}
