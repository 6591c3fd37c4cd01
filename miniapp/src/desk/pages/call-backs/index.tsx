import { CallBackForm } from '@/desk/acts/call-back-form'
import { useAct } from '@/desk/acts/use-act'
import { CallBackCard } from '@/desk/parts/call-back-card'
import { CaseList } from '@/desk/parts/case-list'
import { DeskPage } from '@/desk/parts/desk-page'
import { useCases } from '@/desk/parts/use-cases'
import type { CallBackView } from '@/services/api'
import { callBackList, claimCall } from '@/services/call-backs'
import { Notice, Sheet } from '@/ui'
import { words } from '@/words'
import { callBackWords } from '@/words-callbacks'

const states = ['waiting', 'reached', 'notReached'] as const

/** The supervision office calls: one person takes a call, asks, and keeps what was said. */
export default function CallBacks() {
  const cases = useCases<(typeof states)[number], CallBackView>({
    first: 'waiting',
    page: callBackList,
    done: callBackWords.done,
  })
  const { open: taken, setOpen, settle, acting: reporting } = cases
  const claiming = useAct<CallBackView>({ onDone: setOpen, onConflict: settle })
  return (
    <DeskPage tab="callBacks" title={callBackWords.title}>
      <CaseList cases={cases} states={states} words={callBackWords} problem={claiming.problem}>
        {(item) => (
          <CallBackCard
            key={item.id}
            item={item}
            busy={claiming.busy}
            onClaim={() => void claiming.run(() => claimCall(item.id))}
          />
        )}
      </CaseList>
      <Sheet
        open={taken !== null}
        title={callBackWords.sheetTitle}
        hint={callBackWords.sheetHint}
        closeLabel={words.close}
        onClose={() => settle(null)}
      >
        {taken && <CallBackForm item={taken} run={reporting.run} busy={reporting.busy} />}
        {reporting.problem && <Notice tone="amber">{reporting.problem}</Notice>}
      </Sheet>
    </DeskPage>
  )
}
