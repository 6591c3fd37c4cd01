import { complaintForms, type OfficeAct } from '@/desk/acts/complaint-forms'
import type { ComplaintFormProps } from '@/desk/acts/form-props'
import { CaseList } from '@/desk/parts/case-list'
import { ComplaintCaseCard } from '@/desk/parts/complaint-case-card'
import { DeskPage } from '@/desk/parts/desk-page'
import { useCases } from '@/desk/parts/use-cases'
import type { ComplaintCase } from '@/services/api'
import { complaintList } from '@/services/complaints'
import { Notice, Sheet } from '@/ui'
import { words } from '@/words'
import { complaintDeskWords } from '@/words-supervision'

const states = ['filed', 'responded', 'investigating', 'rechecking', 'escalated', 'answered'] as const

/** What is done, and with which complaint. */
interface Chosen {
  item: ComplaintCase
  act: OfficeAct
}

/** The supervision office: who waits for a person, the most pressing first. */
export default function Complaints() {
  const cases = useCases<(typeof states)[number], ComplaintCase, Chosen>({
    first: 'filed',
    page: complaintList,
    done: complaintDeskWords.done,
  })
  const { open, setOpen, acting } = cases
  return (
    <DeskPage tab="complaints" title={complaintDeskWords.title}>
      <CaseList cases={cases} states={states} words={complaintDeskWords}>
        {(item) => <ComplaintCaseCard key={item.id} item={item} onAct={(act) => setOpen({ item, act })} />}
      </CaseList>
      <Sheet
        open={open !== null}
        title={complaintDeskWords.acts[open?.act ?? 'respond']}
        hint={complaintDeskWords.hints[open?.act ?? 'respond']}
        closeLabel={words.close}
        onClose={() => setOpen(null)}
      >
        {open && <OfficeForm {...open} run={acting.run} busy={acting.busy} />}
        {acting.problem && <Notice tone="amber">{acting.problem}</Notice>}
      </Sheet>
    </DeskPage>
  )
}

function OfficeForm({ act, ...rest }: ComplaintFormProps & { act: OfficeAct }) {
  const Form = complaintForms[act]
  return <Form {...rest} />
}
