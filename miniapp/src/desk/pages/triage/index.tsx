import { useState } from 'react'
import { DecideForm } from '@/desk/acts/decide-form'
import { MergeForm } from '@/desk/acts/merge-form'
import { useAct } from '@/desk/acts/use-act'
import { DeskPage } from '@/desk/parts/desk-page'
import styles from '@/desk/parts/desk.module.scss'
import { DispatchForm } from '@/desk/parts/dispatch-form'
import { RejectForm } from '@/desk/parts/reject-form'
import type { TriageAct } from '@/desk/parts/triage-act'
import { TriageCard } from '@/desk/parts/triage-card'
import { usePages } from '@/hooks/use-pages'
import { useShownAgain } from '@/hooks/use-shown'
import { Listing } from '@/parts/listing'
import { tell } from '@/platform/tell'
import type { TriageView } from '@/services/api'
import { dispatchNeed, triageList } from '@/services/needs'
import { mergeNeeds } from '@/services/supervision'
import { useSession } from '@/stores/session'
import { Blank, Notice, Sheet } from '@/ui'
import { words } from '@/words'
import { actWords, mergeWords, triageWords } from '@/words-desk'

type Guess = TriageView['guesses'][number]

const titles: Record<TriageAct, string> = {
  dispatch: triageWords.otherTitle,
  reject: triageWords.rejectTitle,
  merge: actWords.merge,
  decide: triageWords.decide,
}

/** What the machine was not sure of: one tap confirms its guess, or a person says better. */
export default function Triage() {
  const person = useSession((sessions) => sessions.staff?.person.id ?? null)
  const list = usePages(person, triageList)
  useShownAgain(list.reload)
  const [open, setOpen] = useState<{ act: TriageAct; item: TriageView; category?: Guess['category'] } | null>(
    null,
  )
  const [settled, setSettled] = useState<string[]>([])
  const [conflict, setConflict] = useState<string | null>(null)
  const close = () => setOpen(null)

  const act = useAct<{ item: TriageView; said: string }>({
    onDone: ({ item, said }) => {
      close()
      setConflict(null)
      setSettled((all) => [...all, item.id])
      tell(said)
    },
    onConflict: (what) => {
      close()
      setConflict(what)
      list.reload()
    },
  })
  const confirm = (item: TriageView, { category, department }: Guess) => {
    // No rule names a department for it: a person has to.
    if (!department) return setOpen({ act: 'dispatch', item, category })
    void act.run(async () => {
      await dispatchNeed(item.id, { categoryId: category.id, departmentId: department.id })
      return { item, said: triageWords.dispatched(department.name) }
    })
  }

  const waiting = list.items?.filter(({ id }) => !settled.includes(id))
  return (
    <DeskPage tab="triage" title={triageWords.title}>
      {conflict && <Notice tone="amber">{conflict}</Notice>}
      {act.problem && !open && <Notice tone="amber">{act.problem}</Notice>}
      <Listing
        pages={list}
        items={waiting}
        className={styles.cards}
        empty={
          <Blank icon="check" title={triageWords.emptyTitle}>
            {triageWords.empty}
          </Blank>
        }
      >
        {(item) => (
          <TriageCard
            key={item.id}
            item={item}
            onConfirm={(guess) => confirm(item, guess)}
            onAct={(name) => setOpen({ act: name, item })}
          />
        )}
      </Listing>
      <Sheet
        open={open !== null}
        title={open ? titles[open.act] : ''}
        closeLabel={words.close}
        onClose={close}
      >
        {open?.act === 'dispatch' && (
          <DispatchForm item={open.item} guessed={open.category} run={act.run} busy={act.busy} />
        )}
        {open?.act === 'reject' && <RejectForm item={open.item} run={act.run} busy={act.busy} />}
        {open?.act === 'merge' && (
          <MergeForm
            needId={open.item.id}
            busy={act.busy}
            onMerge={(masterId) =>
              void act.run(async () => {
                await mergeNeeds(masterId, [open.item.id])
                return { item: open.item, said: mergeWords.merged }
              })
            }
          />
        )}
        {open?.act === 'decide' && open.item.workOrderId && (
          <DecideForm
            id={open.item.workOrderId}
            suggested={open.item.suggestedDepartment?.id ?? null}
            isLast={open.item.isLastReturn}
            busy={act.busy}
            run={(decide) =>
              act.run(async () => {
                await decide()
                return { item: open.item, said: triageWords.decided }
              })
            }
          />
        )}
        {act.problem && <Notice tone="amber">{act.problem}</Notice>}
      </Sheet>
    </DeskPage>
  )
}
