import { useState } from 'react'
import Taro, { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { complaintForms, type OfficeAct } from '@/desk/acts/complaint-forms'
import type { ComplaintFormProps } from '@/desk/acts/form-props'
import { useAct } from '@/desk/acts/use-act'
import { ComplaintCaseCard } from '@/desk/parts/complaint-case-card'
import { DeskPage } from '@/desk/parts/desk-page'
import { usePages } from '@/hooks/use-pages'
import { Listing } from '@/parts/listing'
import type { ComplaintCase } from '@/services/api'
import { complaintList } from '@/services/complaints'
import { useSession } from '@/stores/session'
import { Blank, Notice, Segmented, Sheet } from '@/ui'
import { words } from '@/words'
import { complaintDeskWords } from '@/words-supervision'
import styles from './index.module.scss'

type Listed = keyof typeof complaintDeskWords.states

const states: Listed[] = ['filed', 'responded', 'investigating', 'rechecking', 'escalated', 'answered']
const lists = states.map((value) => ({ value, words: complaintDeskWords.states[value] }))

/** The supervision office: who waits for a person, the most pressing first. */
export default function Complaints() {
  const person = useSession((sessions) => sessions.staff?.person.id ?? null)
  const [state, setState] = useState<Listed>('filed')
  const list = usePages(person && `${person} ${state}`, (cursor) => complaintList(state, cursor))
  useDidShow(list.reload)
  const [open, setOpen] = useState<{ item: ComplaintCase; act: OfficeAct } | null>(null)
  const [conflict, setConflict] = useState<string | null>(null)
  const settle = (what: string | null) => {
    setOpen(null)
    setConflict(what)
    list.reload()
  }
  const acting = useAct<ComplaintCase>({
    onDone: () => {
      settle(null)
      void Taro.showToast({ title: complaintDeskWords.done, icon: 'none' })
    },
    onConflict: settle,
  })

  return (
    <DeskPage tab="complaints" title={complaintDeskWords.title}>
      <View className={styles.lists}>
        <Segmented label={complaintDeskWords.statesLabel} options={lists} value={state} onChange={setState} />
      </View>
      {conflict && <Notice tone="amber">{conflict}</Notice>}
      <Listing
        pages={list}
        className={styles.cards}
        empty={
          <Blank icon="check" title={complaintDeskWords.emptyTitle[state]}>
            {complaintDeskWords.empty}
          </Blank>
        }
      >
        {(item) => <ComplaintCaseCard key={item.id} item={item} onAct={(act) => setOpen({ item, act })} />}
      </Listing>
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
