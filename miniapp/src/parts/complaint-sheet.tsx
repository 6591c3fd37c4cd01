import { useRef, useState } from 'react'
import type { ComplaintView } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { addComplaintWords } from '@/services/complaints'
import type { Attached } from '@/stores/attached'
import { uploadedIds } from '@/stores/uploads'
import { Button, Field, Sheet } from '@/ui'
import { words } from '@/words'
import { wordsOfError } from '@/words-errors'
import { complaintWords } from '@/words-story'
import { Tray } from './tray'
import { useTray } from './use-tray'

interface ComplaintSheetProps {
  /** To which words and files are added; null: closed. */
  complaint: ComplaintView | null
  onChange: (complaint: ComplaintView) => void
  onClose: () => void
}

/** It is filed already. Words are optional, and one tap leaves. */
export function ComplaintSheet({ complaint, ...rest }: ComplaintSheetProps) {
  return (
    <Sheet
      open={complaint !== null}
      title={complaintWords.sheetTitle}
      hint={complaintWords.sheetHint}
      closeLabel={words.close}
      onClose={rest.onClose}
    >
      {complaint && <Say complaint={complaint} {...rest} />}
    </Sheet>
  )
}

function Say({ complaint, onChange, onClose }: ComplaintSheetProps & { complaint: ComplaintView }) {
  const text = useRef('')
  const [files, setFiles] = useState<Attached[]>([])
  const tray = useTray({ realm: 'resident', files, change: setFiles })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const finish = async () => {
    const added = text.current.trim()
    if (!added && !files.length) return onClose()
    setBusy(true)
    try {
      const attachmentIds = await uploadedIds(files, 'resident')
      onChange(await addComplaintWords(complaint.id, { ...(added && { words: added }), attachmentIds }))
      onClose()
    } catch (thrown) {
      setProblem(wordsOfError(asApiError(thrown)))
      setBusy(false)
    }
  }
  return (
    <>
      <Field
        label={complaintWords.words}
        placeholder={complaintWords.wordsHint}
        multiline
        maxLength={500}
        onText={(typed) => (text.current = typed)}
        error={problem}
      />
      <Tray tray={tray} />
      <Button onPress={() => void finish()} busy={busy && complaintWords.saving}>
        {complaintWords.done}
      </Button>
    </>
  )
}
