import { EvidenceForm } from '@/desk/acts/evidence-form'
import { CaseList } from '@/desk/parts/case-list'
import { DeskPage } from '@/desk/parts/desk-page'
import { EvidenceCard } from '@/desk/parts/evidence-card'
import { useCases } from '@/desk/parts/use-cases'
import type { EvidenceView } from '@/services/api'
import { evidenceRequests } from '@/services/complaints'
import { Notice, Sheet } from '@/ui'
import { words } from '@/words'
import { evidenceWords } from '@/words-evidence'

const states = ['asked', 'sent'] as const

/** What the department is asked for when somebody complains, the most pressing first, and what it has sent. */
export default function Evidence() {
  const cases = useCases<(typeof states)[number], EvidenceView>({
    first: 'asked',
    page: evidenceRequests,
    done: evidenceWords.done,
  })
  const { open, setOpen, acting } = cases
  return (
    <DeskPage tab="evidence" title={evidenceWords.title}>
      <CaseList cases={cases} states={states} words={evidenceWords}>
        {(item) => <EvidenceCard key={item.id} item={item} onSend={() => setOpen(item)} />}
      </CaseList>
      <Sheet
        open={open !== null}
        title={evidenceWords.send}
        hint={evidenceWords.sendHint}
        closeLabel={words.close}
        onClose={() => setOpen(null)}
      >
        {open && <EvidenceForm item={open} run={acting.run} busy={acting.busy} />}
        {acting.problem && <Notice tone="amber">{acting.problem}</Notice>}
      </Sheet>
    </DeskPage>
  )
}
