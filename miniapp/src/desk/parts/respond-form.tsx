import { SpokenForm } from '@/desk/acts/spoken-form'
import type { ComplaintCase } from '@/services/api'
import { respondToComplaint } from '@/services/complaints'
import { complaintDeskWords } from '@/words-story'

interface RespondFormProps {
  id: string
  run: (act: () => Promise<ComplaintCase>) => Promise<void>
  busy: boolean
}

const words = { ...complaintDeskWords, send: complaintDeskWords.respond }

/** A person has spoken with the complainant. */
export const RespondForm = ({ id, run, busy }: RespondFormProps) => (
  <SpokenForm words={words} busy={busy} onSend={(said) => void run(() => respondToComplaint(id, said))} />
)
